import { expect, test } from 'vitest'
import { acceptOrder } from '@/lib/quality/server/accept-order'
import { decideInspection } from '@/lib/quality/server/decide-inspection'
import { finishWash } from '@/lib/quality/server/finish-wash'
import { judgeComeback } from '@/lib/quality/server/judge-comeback'
import { queueRoadTest } from '@/lib/quality/server/queue-road-test'
import { rejectOrder } from '@/lib/quality/server/reject-order'
import { startWash } from '@/lib/quality/server/start-wash'
import { workQuality } from '@/lib/quality/server/work-quality'
import { aDealership } from '../../support/given'
import {
  aFinishedOrder,
  aPassedOrder,
  aReadyOrder,
  eventsOf,
  inRoles,
  inspectAndPassAll,
  orderRow,
} from '../../support/quality'
import { aSignedOrder, outcomes } from '../../support/workshop'

const messages = (given: Awaited<ReturnType<typeof aDealership>>, visitId: string) =>
  given.inside((tx) => tx.outboxMessage.findMany({ where: { visitId } }))

test('S6-09 S6-14 S6-15 S7-21 adviser and technician accept together; then the car is ready and the customer is told to collect it', async () => {
  const given = await aDealership()
  const { orderId, visitId, customer, vehicle } = await aPassedOrder(given)
  expect(await acceptOrder(given.as('serviceAdviser'), { orderId })).toEqual({
    side: 'adviser',
    ready: false,
  })
  expect(await orderRow(given, orderId)).toMatchObject({ status: 'qcPassed', readyAt: null })
  expect(await messages(given, visitId)).toEqual([])

  expect(await acceptOrder(given.as('T2'), { orderId })).toEqual({ side: 'technician', ready: true })
  expect(await orderRow(given, orderId)).toMatchObject({ status: 'ready', readyAt: given.now })
  const [notice, ...more] = await messages(given, visitId)
  expect(more).toEqual([])
  expect(notice).toMatchObject({
    template: 'car-ready',
    recipient: customer.phone,
    facts: { plate: vehicle.plate },
  })
  expect(String((notice!.facts as { link: string }).link)).toMatch(/^\/v\/.{20,}/)
  const events = await eventsOf(given, visitId)
  expect(events.slice(-2).map(({ facts }) => facts)).toMatchObject([
    { side: 'adviser', ready: false },
    { side: 'technician', ready: true },
  ])
  expect(JSON.stringify(events)).not.toContain(customer.phone)
})

test('S6-15 nobody accepts and no notice leaves before the inspection has passed', async () => {
  const given = await aDealership()
  const { orderId, visitId } = await aFinishedOrder(given)
  for (const no of ['A1', 'T2'])
    await expect(acceptOrder(given.as(no), { orderId })).rejects.toMatchObject({
      code: 'status.not-from-here',
    })
  await inspectAndPassAll(given, orderId)
  await expect(acceptOrder(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  expect(await messages(given, visitId)).toEqual([])
})

test('an order moved without an inspection is not accepted', async () => {
  const given = await aDealership()
  const { orderId } = await aFinishedOrder(given, { order: { status: 'qcPassed' } })
  await expect(acceptOrder(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'acceptance.not-inspected',
  })
})

test('S6-09 one person cannot be both voices, and no side speaks twice', async () => {
  const given = await aDealership()
  const { orderId } = await aPassedOrder(given)
  const both = inRoles(given, 'T2', ['serviceAdviser', 'technician'])
  await acceptOrder(both, { orderId, side: 'adviser' })
  await expect(acceptOrder(both, { orderId, side: 'technician' })).rejects.toMatchObject({
    code: 'acceptance.same-person',
  })
  await expect(acceptOrder(given.as('A2'), { orderId })).rejects.toMatchObject({
    code: 'acceptance.already-given',
  })
  expect(await acceptOrder(given.as('T3'), { orderId })).toMatchObject({ ready: true })
})

test('S6-09 the technician of the acceptance is one who worked on the car', async () => {
  const given = await aDealership()
  const { orderId } = await aPassedOrder(given)
  await expect(acceptOrder(given.as('T1'), { orderId })).rejects.toMatchObject({
    code: 'acceptance.not-your-work',
  })
  await expect(acceptOrder(given.as('T1'), { orderId, side: 'adviser' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  for (const role of ['qcInspector', 'cashier', 'greeter', 'foreman'] as const)
    await expect(acceptOrder(given.as(role), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S6-09 a double tap of both voices leaves two acceptances, one notice', async () => {
  const given = await aDealership()
  const { orderId, visitId } = await aPassedOrder(given)
  const { passed, codes } = await outcomes([
    acceptOrder(given.as('A1'), { orderId }),
    acceptOrder(given.as('A2'), { orderId }),
    acceptOrder(given.as('T2'), { orderId }),
    acceptOrder(given.as('T3'), { orderId }),
  ])
  expect(passed).toBe(2)
  for (const code of codes) expect(['acceptance.already-given', 'status.not-from-here']).toContain(code)
  expect(await messages(given, visitId)).toHaveLength(1)
  expect((await orderRow(given, orderId)).status).toBe('ready')
})

test('S6-20 a wanted wash comes before the acceptance', async () => {
  const given = await aDealership()
  const { orderId } = await aPassedOrder(given, { order: { wash: true } })
  await expect(acceptOrder(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'acceptance.wash-first',
  })
  await expect(finishWash(given.as('foreman'), { orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await startWash(given.as('foreman'), { orderId })
  expect(await orderRow(given, orderId)).toMatchObject({ status: 'washing', washStartedAt: given.now })
  await expect(startWash(given.as('foreman'), { orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await expect(acceptOrder(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'acceptance.wash-first',
  })
  await finishWash(given.as('foreman'), { orderId })
  await expect(finishWash(given.as('foreman'), { orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await acceptOrder(given.as('A1'), { orderId })
  expect(await acceptOrder(given.as('T2'), { orderId })).toMatchObject({ ready: true })
})

test('S6-20 a declined wash is skipped', async () => {
  const given = await aDealership()
  const { orderId } = await aPassedOrder(given, { order: { wash: false } })
  await expect(startWash(given.as('foreman'), { orderId })).rejects.toMatchObject({ code: 'wash.declined' })
  const early = await aFinishedOrder(given, { order: { wash: true } })
  await expect(startWash(given.as('foreman'), { orderId: early.orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  for (const role of ['cashier', 'qcInspector', 'customerRelations'] as const) {
    await expect(startWash(given.as(role), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(finishWash(given.as(role), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
})

test('S6-13 an open road test keeps the car from being accepted', async () => {
  const given = await aDealership()
  const { orderId } = await aPassedOrder(given)
  await queueRoadTest(given.as('technician'), { orderId, purpose: '客户要求试车' })
  await expect(acceptOrder(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'acceptance.road-test-open',
  })
})

test('S6-09 a failed acceptance sends the named line back, and both voices are needed anew after the recheck', async () => {
  const given = await aDealership()
  const { orderId, jobIds } = await aReadyOrder(given)
  await rejectOrder(given.as('A1'), { orderId, reason: '客户试车仍有异响', jobIds: [jobIds[1]!] })
  const order = await orderRow(given, orderId)
  expect(order).toMatchObject({ status: 'rework', readyAt: null, qcPassedAt: null })
  expect(order.jobs.map(({ status, reworkCount }) => [status, reworkCount])).toEqual([
    ['qcPassed', 0],
    ['rework', 1],
  ])
  const told = await given.inside((tx) =>
    tx.outboxMessage.findMany({ where: { visitId: order.visitId }, orderBy: { id: 'asc' } }),
  )
  expect(told.map(({ template }) => template)).toEqual(['car-ready', 'car-back-in-work'])
  const [rework] = await given.inside((tx) => tx.rework.findMany({ where: { jobId: jobIds[1] } }))
  expect(rework).toMatchObject({
    reason: '客户试车仍有异响',
    technicianId: given.staffId('T3'),
    inspectionLineId: null,
  })
  await expect(acceptOrder(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })

  await given.inside(async (tx) => {
    await tx.job.updateMany({ where: { id: jobIds[1] }, data: { status: 'done' } })
    await tx.repairOrder.updateMany({ where: { id: orderId }, data: { status: 'workDone' } })
  })
  const { inspectionId, round } = await inspectAndPassAll(given, orderId)
  expect(round).toBe(2)
  await decideInspection(given.as('qcInspector'), { inspectionId })
  expect(await acceptOrder(given.as('A1'), { orderId })).toMatchObject({ ready: false })
  expect(await acceptOrder(given.as('T3'), { orderId })).toMatchObject({ ready: true })
  const { technicians } = await workQuality(given.as('qcInspector'), {})
  expect(technicians.find(({ name }) => name === '郑高级')).toMatchObject({ returned: 1 })
})

test('a car cannot be sent back before it passed or without a reason, or by somebody else', async () => {
  const given = await aDealership()
  const finished = await aFinishedOrder(given)
  await expect(rejectOrder(given.as('A1'), { orderId: finished.orderId, reason: 'x' })).rejects.toMatchObject(
    { code: 'status.not-from-here' },
  )
  const { orderId } = await aPassedOrder(given)
  await expect(rejectOrder(given.as('A1'), { orderId, reason: ' ' })).rejects.toThrow('required')
  await expect(
    rejectOrder(given.as('A1'), { orderId, reason: 'x', jobIds: [finished.jobId] }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  for (const role of ['technician', 'foreman', 'cashier', 'qcInspector'] as const)
    await expect(rejectOrder(given.as(role), { orderId, reason: 'x' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  expect((await orderRow(given, orderId)).status).toBe('qcPassed')
})

test('S6-19 a come-back carries its earlier order and cause, and costs the customer nothing when the fault is ours', async () => {
  const given = await aDealership()
  const { orderId: earlier, orderNo } = await aReadyOrder(given)
  const { orderId, visitId } = await aSignedOrder(given, {
    order: { type: 'comeback', comebackOfId: earlier },
  })
  await judgeComeback(given.as('serviceManager'), { orderId, cause: '制动片安装错位', ourFault: 'yes' })
  const order = await orderRow(given, orderId)
  expect(order).toMatchObject({ comebackCause: '制动片安装错位', comebackOurFault: true })
  expect(order.jobs.map(({ payer }) => payer)).toEqual(['internal'])
  expect((await eventsOf(given, visitId)).at(-1)).toMatchObject({
    name: 'order.judgeComeback',
    facts: { earlier: orderNo, ourFault: true },
  })
  expect(await workQuality(given.as('qcInspector'), {})).toMatchObject({ comebacks: 1 })

  await expect(
    judgeComeback(given.as('serviceManager'), { orderId: earlier, cause: 'x', ourFault: 'no' }),
  ).rejects.toMatchObject({ code: 'comeback.not-one' })
  await expect(
    judgeComeback(given.as('technician'), { orderId, cause: 'x', ourFault: 'no' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: orderId }, data: { status: 'settling' } }),
  )
  await expect(
    judgeComeback(given.as('serviceManager'), { orderId, cause: 'x', ourFault: 'no' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
})
