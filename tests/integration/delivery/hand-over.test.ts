import { expect, test } from 'vitest'
import { handOver } from '@/lib/delivery/server/hand-over'
import { deliveryList } from '@/lib/delivery/server/delivery-list'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { tickHandOver } from '@/lib/delivery/server/tick-hand-over'
import { writeAdvice } from '@/lib/delivery/server/write-advice'
import { aDealership } from '../../support/given'
import { aReadyOrder, delivered } from '../../support/ready-order'

test('S7-15 opening the hand-over moves the order on and proposes the next service', async () => {
  const given = await aDealership()
  const { orderId, visitId } = await aReadyOrder(given, { km: 42_000 })
  await openHandOver(given.as('A1'), { orderId })
  const view = await handOver(given.as('A1'), { orderId })
  expect(view.order.status).toBe('settling')
  expect(view.handOver).toMatchObject({ nextServiceOn: '2027-05-23', nextServiceKm: 52_000 })
  const events = await given.inside((tx) => tx.event.findMany({ where: { visitId } }))
  expect(events).toMatchObject([{ name: 'handOver.open', subjectId: orderId }])
})

test('a hand-over is opened once, of a ready order alone', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  await openHandOver(given.as('A1'), { orderId })
  await expect(openHandOver(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  const elsewhere = await aDealership()
  await expect(openHandOver(elsewhere.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test.each(['technician', 'cashier', 'qcInspector', 'foreman'])(
  '%s may not open a hand-over or write advice',
  async (role) => {
    const given = await aDealership()
    const { orderId } = await aReadyOrder(given)
    await expect(openHandOver(given.as(role), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(writeAdvice(given.as(role), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
  },
)

test('S7-01 S7-03 S7-05 S7-07 S7-08 S7-11 S7-12 S7-16 S7-17 each tick keeps who and when, and can be taken back', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  await openHandOver(given.as('A1'), { orderId })
  const { missing } = await tickHandOver(given.as('A2'), { orderId, check: 'clean' })
  expect(missing).toEqual([
    'qualityAdviser', 'qualityTechnician', 'requestsDone', 'repairList', 'maintenanceAdvice', 'oldParts', 'bag', 'needsAsked',
    'resultExplained', 'costsExplained', 'useNotes', 'promisesConfirmed', 'insuranceBasics', 'nextServiceTold', 'licence', 'keys', 'voucher',
  ]) // prettier-ignore
  const [quality] = (await handOver(given.as('A1'), { orderId })).groups
  expect(quality?.checks.find(({ key }) => key === 'clean')).toEqual({
    key: 'clean',
    at: given.now,
    by: '李顾问',
  })
  const again = await tickHandOver(given.as('A2'), { orderId, check: 'clean', on: false })
  expect(again.missing).toContain('clean')
})

test('S7-02 quality takes two people: the technician’s tick is set by a technician alone', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  await openHandOver(given.as('A1'), { orderId })
  const tick = (who: string, check: string) => tickHandOver(given.as(who), { orderId, check })
  await expect(tick('A1', 'qualityTechnician')).rejects.toMatchObject({ code: 'handOver.wrong-person' })
  await expect(tick('T2', 'qualityAdviser')).rejects.toMatchObject({ code: 'handOver.wrong-person' })
  await expect(tick('T2', 'voucher')).rejects.toMatchObject({ code: 'handOver.wrong-person' })
  await expect(tick('cashier', 'clean')).rejects.toMatchObject({ code: 'auth.forbidden' })
  expect((await tick('T2', 'qualityTechnician')).missing).not.toContain('qualityTechnician')
})

test('S7-02 what adviser and technician have accepted together needs no second tick', async () => {
  const given = await aDealership()
  const { dealershipId, now, staffId } = given
  const { orderId } = await aReadyOrder(given)
  await given.inside(async (tx) => {
    const inspection = await tx.inspection.create({
      data: { dealershipId, orderId, status: 'passed', createdAt: now, finishedAt: now },
    })
    for (const [side, no] of [
      ['adviser', 'A1'],
      ['technician', 'T2'],
    ] as const)
      await tx.acceptance.create({
        data: { dealershipId, orderId, inspectionId: inspection.id, side, staffId: staffId(no), at: now },
      })
  })
  await openHandOver(given.as('A1'), { orderId })
  const [quality] = (await handOver(given.as('A1'), { orderId })).groups
  expect(quality?.checks.slice(0, 2).map(({ by }) => by)).toEqual(['王顾问', '钱中级'])
})

test('S7-27 the voucher is ticked by its code alone; a wrong code is refused', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  await openHandOver(given.as('A1'), { orderId })
  const show = (code?: string) => tickHandOver(given.as('A1'), { orderId, check: 'voucher', code })
  await expect(show('Q7K2N')).rejects.toMatchObject({ code: 'handOver.voucher-wrong' })
  await expect(show()).rejects.toMatchObject({ code: 'handOver.voucher-wrong' })
  expect((await show(' ｑ7k-2m ')).missing).not.toContain('voucher')
})

test('S7-34 only what was taken in can be returned', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given, { licenceTaken: false })
  await openHandOver(given.as('A1'), { orderId })
  await expect(tickHandOver(given.as('A1'), { orderId, check: 'licence' })).rejects.toMatchObject({
    code: 'handOver.not-taken',
  })
  const view = await handOver(given.as('A1'), { orderId })
  expect(view.missing).not.toContain('licence')
  expect(view.missing).toContain('keys')
})

test('S7-18 promises are confirmed when all are kept, and the customer is told then', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const { orderId, visitId } = await aReadyOrder(given, { promise: '送一次洗车' })
  await openHandOver(given.as('A1'), { orderId })
  const confirm = () => tickHandOver(given.as('A1'), { orderId, check: 'promisesConfirmed' })
  await expect(confirm()).rejects.toMatchObject({ code: 'handOver.promises-open', facts: { count: 1 } })
  await given.inside((tx) =>
    tx.customerPromise.updateMany({ where: { dealershipId, visitId }, data: { keptAt: given.now } }),
  )
  await confirm()
  const promises = await given.inside((tx) => tx.customerPromise.findMany({ where: { visitId } }))
  expect(promises[0]?.toldAt).toEqual(given.now)
})

test('before it is opened and after the car has left nothing can be ticked or written', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  const tick = () => tickHandOver(given.as('A1'), { orderId, check: 'clean' })
  await expect(tick()).rejects.toMatchObject({ code: 'handOver.not-open' })
  await expect(writeAdvice(given.as('A1'), { orderId })).rejects.toMatchObject({ code: 'handOver.not-open' })
  const gone = await delivered(given)
  const late = { orderId: gone.orderId }
  await expect(tickHandOver(given.as('A1'), { ...late, check: 'clean' })).rejects.toMatchObject({
    code: 'handOver.closed',
  })
  await expect(writeAdvice(given.as('A1'), late)).rejects.toMatchObject({ code: 'handOver.closed' })
})

test('S7-05 the adviser may correct the advice', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  await openHandOver(given.as('A1'), { orderId })
  await writeAdvice(given.as('A1'), {
    orderId,
    nextServiceOn: '2027-03-01',
    nextServiceKm: 50_000,
    adviceText: '更换火花塞',
    useNotes: '磨合',
  })
  const { handOver: written } = await handOver(given.as('A1'), { orderId })
  expect(written).toMatchObject({
    nextServiceOn: '2027-03-01',
    nextServiceKm: 50_000,
    adviceText: '更换火花塞',
    useNotes: '磨合',
  })
})

test('S7-20 the list compares promised and ready time and counts the checks left', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  expect(await deliveryList(given.as('A1'), {})).toMatchObject([
    { id: orderId, status: 'ready', lateMinutes: 0, checksLeft: 18, totalFen: null },
  ])
  await given.inside((tx) =>
    tx.repairOrder.updateMany({
      where: { id: orderId },
      data: { promisedAt: new Date(given.now.getTime() - 3_600_000) },
    }),
  )
  expect(await deliveryList(given.as('A1'), {})).toMatchObject([{ lateMinutes: 40 }])
  await expect(deliveryList(given.as('administrator'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(handOver(given.as('greeter'), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
})
