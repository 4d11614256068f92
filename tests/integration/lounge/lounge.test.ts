import { expect, test } from 'vitest'
import { hoursAfter, minutesAfter } from '@/lib/core/time'
import { announceDelay } from '@/lib/lounge/server/announce-delay'
import { arriveInLounge } from '@/lib/lounge/server/arrive-in-lounge'
import { chooseDelayOption } from '@/lib/lounge/server/choose-delay-option'
import { keepPromise } from '@/lib/lounge/server/keep-promise'
import { loungeList } from '@/lib/lounge/server/lounge-list'
import { loungeScreen } from '@/lib/lounge/server/lounge-screen'
import { makePromise } from '@/lib/lounge/server/make-promise'
import { recordCare } from '@/lib/lounge/server/record-care'
import { setWaiting } from '@/lib/lounge/server/set-waiting'
import { tellProgress } from '@/lib/lounge/server/tell-progress'
import { visitProgress } from '@/lib/lounge/server/visit-progress'
import { aDealership, type GivenDealership } from '../../support/given'
import { aFinishedOrder, aSentPhoto, aReadyOrder, eventsOf, orderRow } from '../../support/quality'
import { aSignedOrder, outcomes } from '../../support/workshop'

const messages = (given: GivenDealership, visitId: string) =>
  given.inside((tx) => tx.outboxMessage.findMany({ where: { visitId }, orderBy: { createdAt: 'asc' } }))
const inRepair = (given: GivenDealership, over = {}) =>
  aSignedOrder(given, {
    order: {
      status: 'inRepair',
      promisedAt: hoursAfter(given.now, 4),
      promisedTo: hoursAfter(given.now, 4),
      ...over,
    },
  })
const over = async (given: GivenDealership) =>
  aSignedOrder(given, { visit: { status: 'closed' }, order: { status: 'closed' } })

test('S4-18 the lounge list says who waits how long, the last care, the promise, and who is owed a word', async () => {
  const given = await aDealership()
  const { visitId, orderId, vehicle, customer } = await inRepair(given, { workStartedAt: given.now })
  await over(given)
  await aSignedOrder(given, { visit: { status: 'leftWithoutOrder' }, order: { status: 'cancelled' } })
  const later = minutesAfter(given.now, 50)
  const [guest, ...rest] = await loungeList(given.as('customerRelations', { now: later }), {})
  expect(rest).toEqual([])
  expect(guest).toMatchObject({
    visitId, orderId, plate: vehicle.plate, customer: customer.name, adviser: '王顾问', waitingMinutes: 90, careContacts: 0,
    promise: { risk: 'ok' }, owed: ['stage', 'firstCare'],
  }) // prettier-ignore
  await recordCare(given.as('greeter', { now: later }), { visitId, kind: 'drink', text: '龙井' })
  await tellProgress(given.as('serviceAdviser', { now: later }), { visitId, done: '已拆下旧件' })
  const [cared] = await loungeList(given.as('customerRelations', { now: minutesAfter(later, 5) }), {})
  expect(cared).toMatchObject({
    careContacts: 1,
    lastCareKind: 'drink',
    lastCareAt: later,
    lastToldAt: later,
    owed: [],
  })
  await expect(loungeList(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S4-01 the arrival in the lounge is stamped once; the first care stamps it too', async () => {
  const given = await aDealership()
  const { visitId } = await inRepair(given)
  await arriveInLounge(given.as('greeter'), { visitId, place: '靠窗 3 座' })
  await expect(arriveInLounge(given.as('greeter'), { visitId })).rejects.toMatchObject({
    code: 'lounge.already-here',
  })
  const [guest] = await loungeList(given.as('greeter'), {})
  expect(guest).toMatchObject({ inLoungeSince: given.now, place: '靠窗 3 座' })
  const other = await inRepair(given)
  await recordCare(given.as('customerRelations'), { visitId: other.visitId, kind: 'facilities' })
  expect(await given.inside((tx) => tx.loungeStay.count({ where: { visitId: other.visitId } }))).toBe(1)
  expect(await eventsOf(given, visitId)).toMatchObject([{ name: 'lounge.arrive' }])
})

test('S4-21 a customer who leaves says how to be reached, and no longer waits', async () => {
  const given = await aDealership()
  const { visitId } = await inRepair(given)
  await arriveInLounge(given.as('greeter'), { visitId })
  await expect(setWaiting(given.as('greeter'), { visitId, waiting: 'leaves' })).rejects.toThrow('required')
  await setWaiting(given.as('greeter', { now: minutesAfter(given.now, 120) }), {
    visitId,
    waiting: 'leaves',
    reachBy: '微信',
  })
  const [guest] = await loungeList(given.as('greeter', { now: minutesAfter(given.now, 130) }), {})
  expect(guest).toMatchObject({ waiting: 'leaves', reachBy: '微信', inLoungeSince: null, owed: [] })
  await arriveInLounge(given.as('greeter', { now: minutesAfter(given.now, 140) }), { visitId })
  expect(await loungeList(given.as('greeter'), {})).toMatchObject([{ waiting: 'waits' }])
})

test('the lounge serves nobody who has left, nobody elsewhere, and only through the right hands', async () => {
  const [given, there] = [await aDealership(), await aDealership()]
  const { visitId } = await over(given)
  const here = await inRepair(given)
  const attempts = (as: GivenDealership['as'], who: string, visit: string) => [
    arriveInLounge(as(who), { visitId: visit }),
    setWaiting(as(who), { visitId: visit, waiting: 'waits' }),
    recordCare(as(who), { visitId: visit, kind: 'drink' }),
    tellProgress(as(who), { visitId: visit, done: 'x' }),
    makePromise(as(who), { visitId: visit, text: 'x' }),
  ]
  expect((await outcomes(attempts(given.as, 'A1', visitId))).codes).toEqual(
    Array(5).fill('lounge.visit-over'),
  )
  expect((await outcomes(attempts(there.as, 'A1', here.visitId))).codes).toEqual(
    Array(5).fill('common.not-found'),
  )
  expect((await outcomes(attempts(given.as, 'T1', here.visitId))).codes).toEqual(
    Array(5).fill('auth.forbidden'),
  )
  expect((await outcomes(attempts(given.as, 'C1', here.visitId))).codes).toEqual(
    Array(5).fill('auth.forbidden'),
  )
})

test('S4-05 S4-07 S4-08 S4-09 X-COM-12 progress names the step done, the next one and the time left, with photos, on the page and as a message', async () => {
  const given = await aDealership()
  const { visitId, customer } = await inRepair(given)
  await tellProgress(given.as('serviceAdviser'), {
    visitId, done: '已拆下旧制动片', next: '安装新制动片', minutesLeft: 30, 
    photoFileIds: [await aSentPhoto(given, visitId, 'progress'), await aSentPhoto(given, visitId, 'progress')],
  }) // prettier-ignore
  const [message] = await messages(given, visitId)
  expect(message).toMatchObject({
    template: 'visit-progress',
    recipient: customer.phone,
    facts: { done: '已拆下旧制动片', next: '安装新制动片', minutesLeft: 30 },
  })
  const seen = await visitProgress(given.asCustomer({ customerId: customer.id, visitId }), {})
  expect(seen.notes).toMatchObject([
    { done: '已拆下旧制动片', next: '安装新制动片', minutesLeft: 30, at: given.now },
  ])
  expect(seen.notes[0]!.photoFileIds).toHaveLength(2)
  const files = await given.inside((tx) => tx.storedFile.findMany({ where: { visitId } }))
  expect(files.map(({ kind, mime }) => [kind, mime])).toEqual(Array(2).fill(['progress', 'image/webp']))
})

test('S4-10 a customer looks up the own visit and no other', async () => {
  const given = await aDealership()
  const [mine, other] = [await inRepair(given), await inRepair(given)]
  const me = given.asCustomer({ customerId: mine.customer.id, visitId: mine.visitId })
  expect(await visitProgress(me, {})).toMatchObject({
    id: mine.visitId,
    vehicle: { plate: mine.vehicle.plate },
    orders: [
      { id: mine.orderId, jobsDone: 0, wantsEstimateAnswer: false, mayRate: false, promise: { risk: 'ok' } },
    ],
  })
  await expect(visitProgress(me, { visitId: other.visitId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(visitProgress(given.asCustomer({ customerId: mine.customer.id }), {})).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(visitProgress(given.asVisitor(), { visitId: mine.visitId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S4-10 X-COM-05 the page says what needs the answer of the customer', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const waiting = await inRepair(given, {
    status: 'awaitingSignature',
    voucherCode: null,
    authorisedAt: null,
  })
  const asked = await inRepair(given)
  await given.inside((tx) =>
    tx.additionalWork.create({
      data: { dealershipId, orderId: asked.orderId, status: 'sent', what: '轮胎', foundAt: now },
    }),
  )
  const seen = (of: typeof waiting) =>
    visitProgress(given.asCustomer({ customerId: of.customer.id, visitId: of.visitId }), {})
  expect((await seen(waiting)).orders).toMatchObject([
    { wantsEstimateAnswer: true, wantsAdditionalWorkAnswer: 0 },
  ])
  expect((await seen(asked)).orders).toMatchObject([
    {
      wantsEstimateAnswer: false,
      wantsAdditionalWorkAnswer: 1,
      promise: { risk: 'tight', reason: 'workStopped' },
    },
  ])
  const delivered = await aSignedOrder(given, {
    visit: { status: 'closed' },
    order: { status: 'delivered', readyAt: now, paidAt: now, deliveredAt: now },
  })
  expect((await seen(delivered)).orders).toMatchObject([{ mayRate: true }])
})

test('S4-17 what was promised is written down, ticked once when kept, and shown to the customer', async () => {
  const given = await aDealership()
  const { visitId, customer } = await inRepair(given)
  const { id: promiseId } = await makePromise(given.as('serviceAdviser'), { visitId, text: '免费检查胎压' })
  const later = minutesAfter(given.now, 30)
  await keepPromise(given.as('greeter', { now: later }), { promiseId })
  await expect(keepPromise(given.as('greeter'), { promiseId })).rejects.toMatchObject({
    code: 'promise.already-kept',
  })
  await expect(keepPromise(given.as('technician'), { promiseId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(keepPromise(given.as('greeter'), { promiseId: visitId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const seen = await visitProgress(given.asCustomer({ customerId: customer.id, visitId }), {})
  expect(seen.promises).toMatchObject([{ text: '免费检查胎压', keptAt: later }])
  expect((await loungeList(given.as('greeter'), {}))[0]!.promises).toHaveLength(1)
})

test('S4-11 S4-12 a delay is told in time with alternatives; choice and cost are recorded and the promise moves', async () => {
  const given = await aDealership()
  const { orderId, visitId, customer } = await inRepair(given)
  const newPromisedAt = hoursAfter(given.now, 6)
  const told = await announceDelay(given.as('serviceAdviser'), {
    orderId, cause: 'partMissing', newPromisedAt: newPromisedAt.toISOString(), offered: ['loaner', 'subsidy'], note: '制动盘下午到货',
  }) // prettier-ignore
  expect(told).toMatchObject({ leadMinutes: 240, lateNotice: false })
  expect(await orderRow(given, orderId)).toMatchObject({
    promisedAt: newPromisedAt,
    promisedTo: newPromisedAt,
  })
  expect(await messages(given, visitId)).toMatchObject([
    { template: 'visit-delay', facts: { cause: 'partMissing', newPromisedAt: newPromisedAt.toISOString() } },
  ])
  const [event] = await eventsOf(given, visitId)
  expect(event).toMatchObject({
    name: 'delay.announce',
    facts: { oldPromisedAt: hoursAfter(given.now, 4).toISOString(), leadMinutes: 240 },
  })

  const adviser = given.as('serviceAdviser')
  await expect(chooseDelayOption(adviser, { delayId: told.id, choice: 'subsidy' })).rejects.toMatchObject({
    code: 'delay.cost-wanted',
  })
  const me = given.asCustomer({ customerId: customer.id, visitId })
  await chooseDelayOption(me, { delayId: told.id, choice: 'subsidy' })
  await expect(chooseDelayOption(me, { delayId: told.id, choice: 'loaner' })).rejects.toMatchObject({
    code: 'delay.already-chosen',
  })
  await chooseDelayOption(adviser, { delayId: told.id, choice: 'subsidy', costFen: 5000 })
  expect(await given.inside((tx) => tx.delay.findMany({ where: { orderId } }))).toMatchObject([
    { choice: 'subsidy', costFen: 5000 },
  ])
  const seen = await visitProgress(me, {})
  expect(seen.orders[0]!.delays).toMatchObject([
    { cause: 'partMissing', choice: 'subsidy', lateNotice: false },
  ])
})

test('S4-11 less than two hours ahead is told at once and marked as late notice', async () => {
  const given = await aDealership()
  const { orderId } = await inRepair(given, {
    promisedAt: minutesAfter(given.now, 119),
    promisedTo: minutesAfter(given.now, 149),
  })
  const told = await announceDelay(given.as('serviceAdviser'), {
    orderId, cause: 'technical', newPromisedAt: hoursAfter(given.now, 5).toISOString(), offered: ['loaner'], choice: 'loaner', costFen: 0,
  }) // prettier-ignore
  expect(told).toMatchObject({ leadMinutes: 119, lateNotice: true })
  expect(await orderRow(given, orderId)).toMatchObject({ promisedTo: minutesAfter(given.now, 330) })
  expect(await loungeList(given.as('greeter'), {})).toMatchObject([{ delays: 1, lateNotices: 1 }])
})

test('S4-11 a promise is not moved back, into the past, without being made, or on a car that is ready', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await inRepair(given)
  const announce = (id: string, at: Date, more = {}) =>
    announceDelay(adviser, { orderId: id, cause: 'other', newPromisedAt: at.toISOString(), ...more })
  const far = hoursAfter(given.now, 9)
  await expect(announce(orderId, hoursAfter(given.now, 3))).rejects.toMatchObject({ code: 'delay.not-later' })
  const passed = await inRepair(given, { promisedAt: hoursAfter(given.now, -3), promisedTo: null })
  await expect(announce(passed.orderId, hoursAfter(given.now, -1))).rejects.toMatchObject({
    code: 'delay.in-the-past',
  })
  await expect(announce(orderId, far, { offered: ['subsidy'], choice: 'loaner' })).rejects.toMatchObject({
    code: 'delay.not-offered',
  })
  const open = await inRepair(given, { promisedAt: null, promisedTo: null })
  await expect(announce(open.orderId, far)).rejects.toMatchObject({ code: 'delay.nothing-promised' })
  const ready = await aReadyOrder(given)
  await expect(announce(ready.orderId, far)).rejects.toMatchObject({ code: 'delay.not-running' })
  await expect(announce(ready.visitId, far)).rejects.toMatchObject({ code: 'common.not-found' })
  for (const role of ['technician', 'greeter', 'customerRelations'] as const)
    await expect(
      announceDelay(given.as(role), { orderId, cause: 'other', newPromisedAt: far.toISOString() }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S4-12 nobody but the own customer or an adviser chooses what is taken for a delay', async () => {
  const given = await aDealership()
  const [mine, other] = [await inRepair(given), await inRepair(given)]
  const { id: delayId } = await announceDelay(given.as('serviceAdviser'), {
    orderId: mine.orderId, cause: 'other', newPromisedAt: hoursAfter(given.now, 9).toISOString(), offered: ['loaner'],
  }) // prettier-ignore
  const stranger = given.asCustomer({ customerId: other.customer.id, visitId: other.visitId })
  await expect(chooseDelayOption(stranger, { delayId, choice: 'loaner' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(
    chooseDelayOption(given.as('technician'), { delayId, choice: 'loaner' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  const me = given.asCustomer({ customerId: mine.customer.id, visitId: mine.visitId })
  await expect(chooseDelayOption(me, { delayId, choice: 'subsidy' })).rejects.toMatchObject({
    code: 'delay.not-offered',
  })
})

test('S4-06 X-SEC-09 the wall of the lounge shows no plate and no name in full', async () => {
  const given = await aDealership()
  const { vehicle, customer } = await inRepair(given)
  await aFinishedOrder(given)
  const cars = await loungeScreen(given.as('greeter'), {})
  expect(cars).toHaveLength(2)
  expect(cars.map(({ status }) => status).toSorted()).toEqual(['inRepair', 'workDone'])
  expect(JSON.stringify(cars)).not.toContain(vehicle.plate)
  expect(JSON.stringify(cars)).not.toContain(customer.name)
  await expect(loungeScreen(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})
