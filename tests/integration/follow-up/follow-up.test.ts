import { expect, test } from 'vitest'
import { attemptFollowUp } from '@/lib/follow-up/server/attempt-follow-up'
import { callCard } from '@/lib/follow-up/server/call-card'
import { completeFollowUp } from '@/lib/follow-up/server/complete-follow-up'
import { followUpQueue } from '@/lib/follow-up/server/follow-up-queue'
import { giveRating } from '@/lib/follow-up/server/give-rating'
import { aDealership, type GivenDealership } from '../../support/given'
import { aReadyOrder, delivered } from '../../support/ready-order'

const CALL_DAY = new Date('2026-11-27T03:00:00Z')
const LATE = new Date('2026-12-02T03:00:00Z')

async function aCall(given: GivenDealership, kind: 'call' | 'nextService' = 'call') {
  const done = await delivered(given)
  const { id } = await given.inside((tx) =>
    tx.followUp.findFirstOrThrow({ where: { orderId: done.orderId, kind } }),
  )
  return { ...done, followUpId: id }
}
const good = {
  vehicleState: '很好',
  problemSolved: 'yes',
  satisfaction: 'verySatisfied',
  suggestion: '',
  bookingPromoted: 'on',
}
const complaintsOf = (given: GivenDealership) => given.inside((tx) => tx.complaint.findMany())

test('S8-04 the queue knows planned, due and overdue from the clock', async () => {
  const given = await aDealership()
  const { followUpId } = await aCall(given)
  const at = (now: Date, view: string) => followUpQueue(given.as('R1', { now }), { view, kind: 'call' })
  expect((await at(given.now, 'due')).rows).toEqual([])
  expect((await at(given.now, 'planned')).rows).toMatchObject([{ id: followUpId, state: 'planned' }])
  expect((await at(CALL_DAY, 'due')).rows).toMatchObject([{ id: followUpId, state: 'due' }])
  expect(await at(LATE, 'due')).toMatchObject({
    rows: [{ state: 'overdue' }],
    counts: { due: 1, overdue: 1, planned: 0 },
  })
})

test('S8-05 the call card recalls what was done, with notes and attempts', async () => {
  const given = await aDealership()
  const { followUpId, customer } = await aCall(given)
  const { dealershipId, now } = given
  await given.inside((tx) =>
    tx.customerNote.create({ data: { dealershipId, customerId: customer.id, text: '女儿上大学', at: now } }),
  )
  const card = await callCard(given.as('R1', { now: CALL_DAY }), { followUpId })
  expect(card).toMatchObject({
    state: 'due',
    attemptLimit: 3,
    customer: { phone: customer.phone, customerNotes: [{ text: '女儿上大学' }] },
  })
  expect(card.order?.jobs.map(({ title }) => title)).toEqual(['更换机油0'])
})

test('S8-24 not reached is tried again up to the limit; then it closes and a message goes out', async () => {
  const given = await aDealership()
  const { followUpId } = await aCall(given)
  const miss = () => attemptFollowUp(given.as('R1', { now: CALL_DAY }), { followUpId, result: 'notReached' })
  expect(await miss()).toMatchObject({ status: 'attempted', attempts: 1 })
  expect(await miss()).toMatchObject({ status: 'attempted', attempts: 2 })
  expect(await miss()).toMatchObject({ status: 'unreached', attempts: 3 })
  await expect(miss()).rejects.toMatchObject({ code: 'status.not-from-here' })
  expect(
    await given.inside((tx) => tx.outboxMessage.count({ where: { template: 'followUp.notReached' } })),
  ).toBe(1)
  const { order } = await given.inside((tx) =>
    tx.followUp.findFirstOrThrow({ where: { id: followUpId }, include: { order: true } }),
  )
  expect(order).toMatchObject({ status: 'closed', closedAt: CALL_DAY })
})

test('S8-10 nobody is called before the time, and "later" moves the call', async () => {
  const given = await aDealership()
  const { followUpId } = await aCall(given)
  await expect(attemptFollowUp(given.as('R1'), { followUpId, result: 'notReached' })).rejects.toMatchObject({
    code: 'followUp.not-yet-due',
  })
  const callAt = '2026-11-28T10:00:00+08:00'
  await attemptFollowUp(given.as('R1', { now: CALL_DAY }), { followUpId, result: 'callLater', callAt })
  const { rows } = await followUpQueue(given.as('R1', { now: CALL_DAY }), { view: 'planned', kind: 'call' })
  expect(rows).toMatchObject([{ id: followUpId, dueFrom: new Date(callAt) }])
})

test('a customer who wants no calls is left in peace', async () => {
  const given = await aDealership()
  const { followUpId } = await aCall(given)
  expect(
    await attemptFollowUp(given.as('R1', { now: CALL_DAY }), { followUpId, result: 'refused' }),
  ).toMatchObject({ status: 'skipped' })
})

test('S8-09 S8-15 S8-23 S1-88 a good answer is stored, closes the order and opens no complaint', async () => {
  const given = await aDealership()
  const { followUpId, orderId } = await aCall(given)
  const done = await completeFollowUp(given.as('R1', { now: CALL_DAY }), {
    followUpId,
    ...good,
    suggestion: '加个茶歇',
  })
  expect(done).toMatchObject({ status: 'done', complaintId: null })
  const kept = await given.inside((tx) =>
    tx.followUp.findFirstOrThrow({ where: { id: followUpId }, include: { order: true } }),
  )
  expect(kept).toMatchObject({
    satisfaction: 'verySatisfied',
    problemSolved: true,
    bookingPromoted: true,
    answers: { suggestion: '加个茶歇' },
    order: { status: 'closed' },
  })
  await expect(
    completeFollowUp(given.as('R1', { now: CALL_DAY }), { followUpId, ...good }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
  expect(orderId).toBe(kept.orderId)
  expect(await complaintsOf(given)).toEqual([])
})

test('an answer without satisfaction or without "is it solved?" is refused; the service reminder asks neither', async () => {
  const given = await aDealership()
  const { followUpId } = await aCall(given)
  const answer = (over: object) =>
    completeFollowUp(given.as('R1', { now: CALL_DAY }), { followUpId, ...over })
  await expect(answer({ satisfaction: 'verySatisfied' })).rejects.toMatchObject({
    code: 'followUp.answer-missing',
  })
  await expect(answer({ problemSolved: 'yes' })).rejects.toMatchObject({ code: 'followUp.answer-missing' })
  const reminder = await aCall(given, 'nextService')
  expect(
    await completeFollowUp(given.as('R1'), { followUpId: reminder.followUpId, booked: 'on' }),
  ).toMatchObject({ status: 'done' })
})

test.each([
  ['disappointed', { ...good, satisfaction: 'disappointed' }],
  ['not solved', { ...good, problemSolved: 'no' }],
])('S8-19 X-CMP-01 an answer that is %s opens exactly one complaint with the 15-minute clock', async (_, answer) => {
  const given = await aDealership()
  const { followUpId, orderId, customer, vehicle } = await aCall(given)
  const both = await Promise.allSettled([
    completeFollowUp(given.as('R1', { now: CALL_DAY }), { followUpId, ...answer }),
    completeFollowUp(given.as('R1', { now: CALL_DAY }), { followUpId, ...answer }),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const complaints = await complaintsOf(given)
  expect(complaints).toMatchObject([
    {
      status: 'received', channel: 'phone', orderId, followUpId, customerId: customer.id, vehicleId: vehicle.id, receivedAt: CALL_DAY,
      takeoverDueAt: new Date(CALL_DAY.getTime() + 15 * 60_000), firstPlanDueAt: new Date(CALL_DAY.getTime() + 120 * 60_000),
    },
  ])
  const told = await given.inside((tx) => tx.outboxMessage.findMany({ where: { template: 'complaint.received' } }))
  expect(told).toMatchObject([{ facts: { planBy: '13:00' } }])
  const sensitive = await given.inside((tx) => tx.customer.findFirstOrThrow({ where: { id: customer.id } }))
  expect(sensitive.complaintSensitive).toBe(true)
}) // prettier-ignore

test('S8-17 S8-23 X-TEC-08 the customer rates by the own link, once; the technician who did most is named', async () => {
  const given = await aDealership()
  const { orderId, visitId, customer } = await delivered(given)
  const own = given.asCustomer({ customerId: customer.id, visitId })
  await giveRating(own, {
    orderId,
    satisfaction: 'verySatisfied',
    adviserStars: '5',
    technicianStars: '4',
    text: '很好',
  })
  const rating = await given.inside((tx) => tx.rating.findFirstOrThrow({ where: { orderId } }))
  expect(rating).toMatchObject({
    adviserStars: 5,
    technicianStars: 4,
    technicianId: given.staffId('T2'),
    channel: 'online',
  })
  await expect(giveRating(own, { orderId, satisfaction: 'verySatisfied' })).rejects.toMatchObject({
    code: 'rating.given-already',
  })
  const invitation = await given.inside((tx) =>
    tx.followUp.findFirstOrThrow({ where: { orderId, kind: 'ratingInvitation' } }),
  )
  expect(invitation.status).toBe('done')
  expect(await complaintsOf(given)).toEqual([])
})

test('a rating belongs to the own visit, after the car was handed over, and to customers alone', async () => {
  const given = await aDealership()
  const ready = await aReadyOrder(given)
  const own = given.asCustomer({ customerId: ready.customer.id, visitId: ready.visitId })
  await expect(
    giveRating(own, { orderId: ready.orderId, satisfaction: 'verySatisfied' }),
  ).rejects.toMatchObject({ code: 'rating.not-delivered' })
  const other = await delivered(given)
  await expect(
    giveRating(own, { orderId: other.orderId, satisfaction: 'verySatisfied' }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  for (const role of ['serviceAdviser', 'customerRelations'])
    await expect(
      giveRating(given.as(role), { orderId: other.orderId, satisfaction: 'verySatisfied' }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S8-19 a poor rating and a poor call about the same order share one complaint', async () => {
  const given = await aDealership()
  const { followUpId, orderId, visitId, customer } = await aCall(given)
  const own = given.asCustomer({ customerId: customer.id, visitId }, { now: CALL_DAY })
  const first = await giveRating(own, {
    orderId,
    satisfaction: 'basicallySatisfied',
    technicianStars: '2',
    text: '异响还在',
  })
  const second = await completeFollowUp(given.as('R1', { now: CALL_DAY }), {
    followUpId,
    ...good,
    problemSolved: 'no',
  })
  expect(second.complaintNo).toBe(first.complaintNo)
  expect(await complaintsOf(given)).toMatchObject([
    { type: 'quality', channel: 'online', problem: '异响还在' },
  ])
})

test('who may work the queue', async () => {
  const given = await aDealership()
  const { followUpId } = await aCall(given)
  for (const role of ['technician', 'cashier', 'greeter', 'foreman']) {
    const context = given.as(role, { now: CALL_DAY })
    await expect(followUpQueue(context, {})).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(callCard(context, { followUpId })).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(attemptFollowUp(context, { followUpId, result: 'notReached' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
    await expect(completeFollowUp(context, { followUpId, ...good })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  }
  const elsewhere = await aDealership()
  await expect(callCard(elsewhere.as('R1'), { followUpId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})
