import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { deliverVisit } from '@/lib/follow-up/server/deliver-visit'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { issueJobParts } from '@/lib/parts/server/issue-part'
import { jobsToIssue } from '@/lib/parts/server/parts-desk'
import { returnPart } from '@/lib/parts/server/return-part'
import { queueRoadTest } from '@/lib/quality/server/queue-road-test'
import { rejectOrder } from '@/lib/quality/server/reject-order'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { finishJob } from '@/lib/workshop/server/finish-job'
import { startJob } from '@/lib/workshop/server/start-job'
import { stopOrder } from '@/lib/workshop/server/stop-order'
import { aCall, today } from '../appointments/support'
import { aDealership, NOW, type GivenDealership } from '../../support/given'
import { aSentRequest } from '../../support/orders'
import { payAll, SIGNATURE, tickAll } from '../../support/ready-order'
import { aSignedOrder, outcomes } from '../../support/workshop'

const later = (minutes: number) => ({ now: minutesAfter(NOW, minutes) })
const rows = (given: GivenDealership, orderId: string) =>
  given.inside(async (tx) => ({
    order: await tx.repairOrder.findFirstOrThrow({ where: { id: orderId } }),
    jobs: await tx.job.findMany({
      where: { orderId },
      orderBy: { position: 'asc' },
      include: { jobParts: { orderBy: { id: 'asc' } }, planEntries: true, clockings: true },
    }),
    held: await tx.partReservation.count({
      where: { job: { orderId }, status: { in: ['requested', 'reserved', 'ordered', 'arrived', 'picked'] } },
    }),
  }))
const stop = (given: GivenDealership, orderId: string, work: 'bill' | 'waive' = 'bill', minutes = 20) =>
  stopOrder(given.as('serviceManager', later(minutes)), { orderId, reason: '客户要出差', work })

/** Three lines: one done, one in work for 20 of its 60 minutes with one of two parts out, one not begun with a part out. */
async function aHalfDoneOrder(given: GivenDealership) {
  const made = await aSignedOrder(given, {
    jobs: [
      { minutes: 30, labourFen: 6000 },
      { labourFen: 12_000, discountFen: 1200, parts: [['P0002', 1], ['P0003', 1]] }, // prettier-ignore
      { parts: [['P0004', 1]] },
    ],
    order: { signedTotalFen: 60_000 },
  })
  const [first, second, third] = made.jobIds as [string, string, string]
  await dispatchJob(given.as('foreman'), { jobId: first, technicianId: given.staffId('T2'), time: '09:00' })
  await startJob(given.as('T2'), { jobId: first })
  await finishJob(given.as('T2'), { jobId: first, workDone: '已更换' })
  await dispatchJob(given.as('foreman'), { jobId: second, technicianId: given.staffId('T3'), time: '09:00' })
  await dispatchJob(given.as('foreman'), { jobId: third, technicianId: given.staffId('T1'), time: '11:00' })
  await startJob(given.as('T3'), { jobId: second })
  await issueJobParts(given.as('partsClerk'), { jobId: second })
  await issueJobParts(given.as('partsClerk'), { jobId: third })
  const { jobs } = await rows(given, made.orderId)
  await returnPart(given.as('partsClerk'), {
    jobPartId: jobs[1]!.jobParts[1]!.id,
    quantity: 1,
    reason: '未使用',
  })
  return { ...made, first, second, third }
}

test('the service manager stops a signed order: clocks, plan and parts become free, what was done stays for the bill', async () => {
  const given = await aDealership()
  const { orderId, visitId } = await aHalfDoneOrder(given)
  expect(await stop(given, orderId)).toMatchObject({ billed: 2, cancelled: 1 })
  const { order, jobs, held } = await rows(given, orderId)
  expect(order).toMatchObject({ status: 'stopped', reason: '客户要出差', readyAt: minutesAfter(NOW, 20) })
  expect(jobs.map(({ status }) => status)).toEqual(['done', 'done', 'cancelled'])
  expect(jobs[0]).toMatchObject({ labourFen: 6000 })
  expect(jobs[1]).toMatchObject({ labourFen: 4000, discountFen: 400, doneById: given.staffId('T3') })
  expect(jobs[1]!.jobParts).toMatchObject([{ name: '机油滤清器', quantityMilli: 1000 }])
  expect(jobs[1]!.clockings).toMatchObject([{ endsAt: minutesAfter(NOW, 20), note: '客户要出差' }])
  expect(jobs.flatMap(({ planEntries }) => planEntries.map(({ status }) => status))).toEqual([
    'done',
    'done',
    'cancelled',
  ])
  expect(held).toBe(0)
  const message = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({ where: { visitId, template: 'order-stopped' } }),
  )
  expect(message.facts).toMatchObject({ billed: 1 })
  expect(await given.inside((tx) => tx.event.findFirst({ where: { name: 'order.stop' } }))).toMatchObject({
    subjectId: orderId,
    facts: { reason: '客户要出差', work: 'bill', billed: 2, cancelled: 1, minutes: 20 },
  })
})

test('S7-23 X-PRT-17 parts of a stopped order come back and off the bill; then it is billed, paid and handed over uninspected', async () => {
  const given = await aDealership()
  const { orderId, second, third } = await aHalfDoneOrder(given)
  await stop(given, orderId)
  const out = await jobsToIssue(given.as('partsClerk'), {})
  expect(out.map(({ jobId }) => jobId).sort()).toEqual([second, third].sort())
  for (const { lines } of out)
    for (const { id } of lines)
      await returnPart(given.as('partsClerk'), { jobPartId: id, quantity: 1, reason: '未装车' })
  expect(await jobsToIssue(given.as('partsClerk'), {})).toEqual([])
  expect((await rows(given, orderId)).jobs[1]!.jobParts).toEqual([])

  const adviser = given.as('A1', later(30))
  await openHandOver(adviser, { orderId })
  await expect(rejectOrder(adviser, { orderId, reason: '重做', jobIds: [] })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  expect(await drawSettlement(adviser, { orderId })).toMatchObject({ totalFen: 6000 + 4000 - 400 })
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: orderId }, data: { voucherCode: 'Q7K2M' } }),
  )
  await tickAll(given, { orderId }, ['licence', 'oldParts'])
  await payAll(given, orderId)
  expect((await rows(given, orderId)).jobs.map(({ status }) => status)).toEqual([
    'billed',
    'billed',
    'cancelled',
  ])
  await deliverVisit(adviser, { orderId, ...SIGNATURE })
  expect((await rows(given, orderId)).order.status).toBe('delivered')
})

test('S7-29 waived, what was done is the house’s own cost and the customer pays nothing', async () => {
  const given = await aDealership()
  const { orderId } = await aHalfDoneOrder(given)
  await stop(given, orderId, 'waive')
  await openHandOver(given.as('A1'), { orderId })
  expect(await drawSettlement(given.as('A1'), { orderId })).toMatchObject({ paid: true })
  const shares = await given.inside((tx) =>
    tx.settlementShare.findMany({ where: { settlement: { orderId } } }),
  )
  expect(shares).toMatchObject([{ payer: 'goodwill', claimNo: expect.stringMatching(/^R/) }])
})

test('S3-46 stopping takes open requests back; nothing done is nothing to pay, and the ribbon goes on to the delivery', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { orderId, visitId, additionalWorkId } = sent
  expect(await stop(given, orderId)).toMatchObject({ billed: 0, cancelled: 1 })
  expect(
    await given.inside((tx) => tx.additionalWork.findFirst({ where: { id: additionalWorkId } })),
  ).toMatchObject({ status: 'withdrawn', withdrawnReason: '客户要出差' })
  const { held, jobs } = await rows(given, orderId)
  expect(held).toBe(0)
  expect(jobs.map(({ status }) => status)).toEqual(['cancelled', 'declined', 'declined'])
  await openHandOver(given.as('A1', later(21)), { orderId })
  const ribbon = (await visitRibbons(given.as('A1', later(22)), { visitIds: [visitId] }))[visitId]
  expect(Object.fromEntries(ribbon!.map(({ code, state }) => [code, state]))).toMatchObject({
    REPAIR: 'done',
    QC: 'notYet',
    DELIVERY: 'now',
  })
  expect(await drawSettlement(given.as('A1', later(22)), { orderId })).toMatchObject({
    totalFen: 0,
    paid: true,
  })
})

test('S1-52 the minutes of today’s booking that nobody will work go back to the day', async () => {
  const given = await aDealership()
  const booking = await bookAppointment(given.as('bookingReceptionist'), aCall({ startsAt: today('11:00') }))
  const ledger = () =>
    given.inside(async (tx) => {
      const rows = await tx.capacityDay.findMany({ where: { resource: 'work' } })
      return rows.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0)
    })
  const booked = await ledger()
  expect(booked).toBeGreaterThan(0)
  const { orderId } = await aSignedOrder(given, { visit: { appointmentId: booking.id } })
  await stop(given, orderId)
  expect(await ledger()).toBe(0)
})

test('S5-39 nobody stops an order while its car is on the road; one that waits for a road test gives it up', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const { orderId } = await aSignedOrder(given)
  const { id } = await queueRoadTest(given.as('foreman'), { orderId, purpose: '异响' })
  const key = { dealershipId_id: { dealershipId, id } }
  const [driverId, permittedById] = [given.staffId('T3'), given.staffId('F1')]
  await given.inside((tx) =>
    tx.roadTest.update({ where: key, data: { status: 'onRoad', driverId, permittedById, startedAt: NOW } }),
  )
  await expect(stop(given, orderId)).rejects.toMatchObject({ code: 'order.on-the-road' })
  await given.inside((tx) => tx.roadTest.update({ where: key, data: { status: 'queued' } }))
  await stop(given, orderId)
  expect(await given.inside((tx) => tx.roadTest.count({ where: { orderId } }))).toBe(0)
})

test('only a signed order before the end of its work is stopped, once, by the service manager, with a reason', async () => {
  const given = await aDealership()
  for (const status of ['draft', 'awaitingSignature', 'workDone', 'qc', 'rework', 'ready', 'paid'] as const) {
    const { orderId } = await aSignedOrder(given, { order: { status } })
    await expect(stop(given, orderId)).rejects.toMatchObject({ code: 'status.not-from-here' })
  }
  const { orderId } = await aSignedOrder(given)
  for (const who of ['serviceAdviser', 'foreman', 'technician', 'cashier', 'administrator'])
    await expect(stopOrder(given.as(who), { orderId, reason: 'x', work: 'bill' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  await expect(stopOrder(given.as('serviceManager'), { orderId, reason: '', work: 'bill' })).rejects.toThrow()
  const both = await outcomes([stop(given, orderId), stop(given, orderId, 'waive')])
  expect(both).toEqual({ passed: 1, codes: ['status.not-from-here'] })
})
