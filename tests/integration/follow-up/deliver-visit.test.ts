import { expect, test } from 'vitest'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { requiredChecks } from '@/lib/delivery/hand-over'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { tickHandOver } from '@/lib/delivery/server/tick-hand-over'
import { deliverVisit } from '@/lib/follow-up/server/deliver-visit'
import { aDealership, type GivenDealership } from '../../support/given'
import { aReadyOrder, delivered, payAll, SIGNATURE, tickAll } from '../../support/ready-order'

const deliver = (given: GivenDealership, orderId: string, over = {}) =>
  deliverVisit(given.as('A1'), { orderId, ...SIGNATURE, ...over })
const order = (given: GivenDealership, id: string) =>
  given.inside((tx) =>
    tx.repairOrder.findFirstOrThrow({
      where: { id },
      include: { visit: true, handOver: { include: { signature: true } }, vehicle: true },
    }),
  )

test('S7-01 S7-33 S7-19 paid, checked and signed, the car leaves: order delivered, visit closed, departure stamped', async () => {
  const given = await aDealership()
  const { orderId, result } = await delivered(given)
  expect(result).toMatchObject({ visitClosed: true, followUps: ['ratingInvitation', 'call', 'nextService'] })
  const found = await order(given, orderId)
  expect(found).toMatchObject({
    status: 'delivered',
    deliveredAt: given.now,
    visit: { status: 'closed', leftAt: given.now },
  })
  expect(found.handOver?.signature).toMatchObject({
    signerName: '张伟',
    documentKind: 'handOver',
    strokes: { typed: '张伟' },
  })
  const seenOff = await given.inside((tx) => tx.handOverCheck.findFirst({ where: { key: 'seenOff' } }))
  expect(seenOff).toMatchObject({ byId: given.staffId('A1'), at: given.now })
})

test('S7-15 S8-01 S8-02 S8-04 S8-06 S1-04 the delivery plans the three tiers and keeps the next service on the car', async () => {
  const given = await aDealership()
  const { orderId, vehicle } = await delivered(given)
  const planned = await given.inside((tx) =>
    tx.followUp.findMany({ where: { orderId }, orderBy: { dueFrom: 'asc' } }),
  )
  const iso = (at: Date) => at.toISOString()
  expect(planned.map(({ kind, dueFrom, dueTo }) => [kind, iso(dueFrom), iso(dueTo)])).toEqual([
    ['ratingInvitation', '2026-11-23T02:00:00.000Z', '2026-11-24T01:00:00.000Z'],
    ['call', '2026-11-26T01:00:00.000Z', '2026-11-30T12:00:00.000Z'],
    ['nextService', '2027-05-08T01:00:00.000Z', '2027-05-23T12:00:00.000Z'],
  ])
  expect(planned[2]?.dueKm).toBe(52_000)
  const car = await given.inside((tx) => tx.vehicle.findFirstOrThrow({ where: { id: vehicle.id } }))
  expect(car).toMatchObject({ nextServiceOn: new Date('2027-05-23T00:00:00Z'), nextServiceKm: 52_000 })
})

test('S8-02 S8-03 the invitation recalls the work and carries the link to the rating', async () => {
  const given = await aDealership()
  const { customer } = await delivered(given)
  const [message] = await given.inside((tx) =>
    tx.outboxMessage.findMany({ where: { template: 'followUp.ratingInvitation' } }),
  )
  expect(message).toMatchObject({ recipient: customer.phone, facts: { highlights: '更换机油0' } })
  expect((message?.facts as { link: string }).link).toMatch(/^\/v\/[\w-]{43}\/rating$/)
})

test('S8-07 a complaint-sensitive customer gets one contact more', async () => {
  const given = await aDealership()
  const { result } = await delivered(given, { sensitive: true })
  expect(result.followUps).toEqual(['ratingInvitation', 'call', 'extra', 'nextService'])
})

test('a newer visit replaces the earlier reminder of the same car', async () => {
  const given = await aDealership()
  const { vehicle } = await delivered(given)
  const second = await aReadyOrder(given)
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: second.orderId }, data: { vehicleId: vehicle.id } }),
  )
  await openHandOver(given.as('A1'), { orderId: second.orderId })
  await tickAll(given, second)
  await drawSettlement(given.as('A1'), { orderId: second.orderId })
  await payAll(given, second.orderId)
  await deliver(given, second.orderId)
  const reminders = await given.inside((tx) =>
    tx.followUp.findMany({ where: { vehicleId: vehicle.id, kind: 'nextService' }, orderBy: { id: 'asc' } }),
  )
  expect(reminders.map(({ status, orderId }) => [status, orderId === second.orderId])).toEqual([
    ['skipped', false],
    ['planned', true],
  ])
})

test('S6-08 S7-06 S7-22 nothing leaves when nothing is done: the refusal lists everything', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given, { promise: '洗车', qcPassed: false })
  const refusal = await deliver(given, orderId).catch((error) => error)
  expect(refusal.code).toBe('visit.not-deliverable')
  expect(String(refusal.facts.missing).split(',')).toEqual([
    'inspection', 'handOver', 'qualityAdviser', 'qualityTechnician', 'requestsDone', 'clean', 'repairList', 'maintenanceAdvice', 'oldParts',
    'bag', 'needsAsked', 'resultExplained', 'costsExplained', 'useNotes', 'promisesConfirmed', 'insuranceBasics', 'nextServiceTold',
    'licence', 'keys', 'voucher', 'promises', 'settlement', 'paid',
  ]) // prettier-ignore
})

async function almost(given: GivenDealership, over: { paid?: boolean; qcPassed?: boolean }) {
  const ready = await aReadyOrder(given, { qcPassed: over.qcPassed })
  const { orderId } = ready
  await openHandOver(given.as('A1'), { orderId })
  await tickAll(given, ready)
  await drawSettlement(given.as('A1'), { orderId })
  if (over.paid !== false) await payAll(given, orderId)
  return ready
}

test('S7-01 the car does not leave without any one of the checks', async () => {
  const given = await aDealership()
  const { orderId } = await almost(given, {})
  const required = requiredChecks({
    licenceTaken: true,
    bookletTaken: false,
    keysTaken: true,
    partsReplaced: true,
  })
  expect(required).toHaveLength(18)
  for (const check of required) {
    const who = given.as(check === 'qualityTechnician' ? 'T2' : 'A1')
    await tickHandOver(who, { orderId, check, on: false })
    await expect(deliver(given, orderId)).rejects.toMatchObject({
      code: 'visit.not-deliverable',
      facts: { missing: check },
    })
    await tickHandOver(who, { orderId, check, code: 'Q7K2M' })
  }
  expect((await order(given, orderId)).status).toBe('paid')
  await deliver(given, orderId)
})

test('S7-24 the car does not leave unpaid', async () => {
  const given = await aDealership()
  const { orderId } = await almost(given, { paid: false })
  await expect(deliver(given, orderId)).rejects.toMatchObject({
    code: 'visit.not-deliverable',
    facts: { missing: 'paid' },
  })
})

test('S6-15 the car does not leave uninspected', async () => {
  const given = await aDealership()
  const { orderId } = await almost(given, { qcPassed: false })
  await expect(deliver(given, orderId)).rejects.toMatchObject({ facts: { missing: 'inspection' } })
})

test('S7-18 a promise made after the payment keeps the car here', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const { orderId, visitId } = await almost(given, {})
  await given.inside((tx) =>
    tx.customerPromise.create({ data: { dealershipId, visitId, text: '补漆', madeAt: now } }),
  )
  await expect(deliver(given, orderId)).rejects.toMatchObject({ facts: { missing: 'promises' } })
})

test('S7-33 the customer signs, or the car stays', async () => {
  const given = await aDealership()
  const { orderId } = await almost(given, {})
  await expect(deliver(given, orderId, { signatureTyped: '' })).rejects.toMatchObject({
    code: 'signature.empty',
  })
  expect((await order(given, orderId)).status).toBe('paid')
})

test('a delivered car is not delivered twice, and two clicks at once deliver once', async () => {
  const given = await aDealership()
  const { orderId } = await almost(given, {})
  const outcomes = await Promise.allSettled([deliver(given, orderId), deliver(given, orderId)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(deliver(given, orderId)).rejects.toMatchObject({ code: 'status.not-from-here' })
  expect(await given.inside((tx) => tx.followUp.count({ where: { orderId } }))).toBe(3)
})

test.each(['cashier', 'technician', 'foreman', 'customerRelations'])(
  '%s may not hand over a car',
  async (role) => {
    const given = await aDealership()
    const { orderId } = await aReadyOrder(given)
    await expect(deliverVisit(given.as(role), { orderId, ...SIGNATURE })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  },
)

test('the visit stays open while another of its orders is in the house', async () => {
  const given = await aDealership()
  const { orderId, visitId } = await almost(given, {})
  const other = await aReadyOrder(given)
  await given.inside((tx) => tx.repairOrder.updateMany({ where: { id: other.orderId }, data: { visitId } }))
  expect(await deliver(given, orderId)).toMatchObject({ visitClosed: false })
  expect((await order(given, orderId)).visit.status).toBe('ordered')
})
