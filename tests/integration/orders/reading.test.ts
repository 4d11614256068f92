import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { addJob } from '@/lib/orders/server/add-job'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { customerOrders } from '@/lib/orders/server/customer-orders'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { findParts } from '@/lib/orders/server/find-parts'
import { openOrder } from '@/lib/orders/server/open-order'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { orderList } from '@/lib/orders/server/order-list'
import { presentOrder } from '@/lib/orders/server/present-order'
import { printedOrder } from '@/lib/orders/server/printed-order'
import { sendOrder } from '@/lib/orders/server/send-order'
import { aDealership } from '../../support/given'
import {
  aDraftOrder,
  aPresentedOrder,
  aSentRequest,
  aSignedOrder,
  aVisitAtDesk,
  operationId,
  SIGNATURE,
} from '../../support/orders'

test('S3-02 the desk shows each part with what is on hand, reserved and free', async () => {
  const given = await aDealership()
  const { orderId } = await aDraftOrder(given)
  await aSignedOrder(given)
  const desk = await orderDesk(given.as('serviceAdviser'), { orderId })
  const oil = desk.lines[0]?.parts.find(({ name }) => name.startsWith('机油 5W'))
  expect(oil?.stock).toMatchObject({ onHandMilli: 400_000, reservedMilli: 4000, freeMilli: 396_000 })
  expect(desk.totals).toMatchObject({ labourFen: 12_000, totalFen: 51_100 })
})

test('S3-06 S3-07 S3-14 S3-19 the promise is worked out from technicians, skill, bay, inspection and reserve, and from the parts', async () => {
  const given = await aDealership()
  const { orderId } = await aDraftOrder(given, { ready: false })
  const adviser = given.as('serviceAdviser')
  const before = await orderDesk(adviser, { orderId })
  expect(before.suggestion).toMatchObject({
    waitMinutes: 0,
    jobMinutes: 60,
    bufferMinutes: 30,
    skills: ['general'],
    partsOn: null,
    standard: { kind: 'minutes', minutes: 120 },
    standardUntil: new Date('2026-11-23T03:00:00Z'),
  })
  // 09:00, 60 minutes of work, 15 of inspection, 20 of wash: 10:35, up to the quarter; then the reserve of 30
  expect(before.suggestion?.from).toEqual(new Date('2026-11-23T02:45:00Z'))
  expect(before.suggestion?.at).toEqual(new Date('2026-11-23T03:15:00Z'))
  expect(before.missing).toEqual(['oldParts', 'completionTime'])
})

test('the list finds by plate, number, name and telephone tail, and counts its views', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const draft = await aDraftOrder(given)
  const sent = await aSentRequest(given)
  const { visitId } = await aVisitAtDesk(given)
  const all = await orderList(adviser, {})
  expect(all.counts).toMatchObject({ desk: 1, sign: 0, approval: 1, work: 1, all: 2 })
  expect(all.atDesk.map((waiting) => waiting.visitId)).toEqual([visitId])
  expect(all.orders.find(({ id }) => id === draft.orderId)).toMatchObject({
    totalFen: 51_100,
    lines: 1,
    status: 'draft',
  })
  expect(all.orders.find(({ id }) => id === sent.orderId)).toMatchObject({
    totalFen: 51_100,
    openRequests: 1,
  })
  for (const q of [sent.vehicle.plate.slice(-4), sent.no, sent.customer.phone.slice(-6)])
    expect((await orderList(adviser, { q })).orders.map(({ id }) => id)).toEqual([sent.orderId])
  expect((await orderList(adviser, { view: 'approval' })).orders).toHaveLength(1)
  expect((await orderList(given.as('A2'), { mine: '1' })).orders).toEqual([])
  expect((await orderList(adviser, { q: "'; DROP" })).orders).toEqual([])
})

test('S3-31 S3-36 S3-25 S3-26 S3-28 S3-29 a frozen version is printed with its signature and the pick-up code, and stays as it was', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, voucherCode, hash } = await aSignedOrder(given)
  const printed = await printedOrder(adviser, { orderId })
  expect(printed).toMatchObject({
    hash,
    voucherCode,
    superseded: false,
    signature: { by: '张伟', channel: 'tablet' },
  })
  expect(printed.content).toMatchObject({
    no: expect.stringMatching(/^R/),
    problems: ['刹车时有异响', '空调不够冷'],
    terms: { oldParts: 'takeAway', wash: true, paymentMethod: 'wechat', deliveryExplained: true },
    vehicle: { odometerKm: 43_210 },
  })
  await expect(printedOrder(adviser, { orderId, version: 7 })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const unsigned = await aPresentedOrder(given)
  expect((await printedOrder(adviser, { orderId: unsigned.orderId })).voucherCode).toBeNull()
})

test('S3-35 the customer sees the orders of the own visit and nothing else', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const other = await aPresentedOrder(given)
  const own = await customerOrders(
    given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId }),
    {},
  )
  expect(own).toMatchObject([
    {
      id: sent.orderId,
      voucherCode: sent.voucherCode,
      requests: [{ status: 'sent', lines: [{}, {}], delayMinutes: 120 }],
    },
  ])
  expect(own[0]?.requests[0]?.contentHash).toBe(sent.hash)
  const stranger = given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId })
  await expect(orderDesk(stranger, { orderId: other.orderId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  expect(await customerOrders(given.asCustomer({ customerId: sent.customer.id }), {})).toEqual([])
  const draft = await aDraftOrder(given)
  expect(
    await customerOrders(given.asCustomer({ customerId: draft.customer.id, visitId: draft.visitId }), {}),
  ).toEqual([])
})

test('S3-01 S3-49 what was declined is advised again at the next visit until it is done', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const sent = await aSentRequest(given)
  const answers = sent.jobIds.map((jobId) => ({ jobId, approve: false, reason: '下次再做' }))
  const link = given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId })
  await answerAdditionalWork(link, { additionalWorkId: sent.additionalWorkId, hash: sent.hash, answers })
  await given.inside(async (tx) => {
    await tx.repairOrder.updateMany({ where: { id: sent.orderId }, data: { status: 'closed' } })
    await tx.visit.updateMany({ where: { id: sent.visitId }, data: { status: 'closed' } })
  })
  const later = hoursAfter(given.now, 24)
  const visit = await given.inside((tx) =>
    tx.visit.create({
      data: {
        dealershipId: given.dealershipId,
        no: `V-again-${sent.no}`,
        status: 'atDesk',
        vehicleId: sent.vehicle.id,
        senderId: sent.customer.id,
        arrivedAt: later,
      },
    }),
  )
  const again = given.as('serviceAdviser', { now: later })
  const { id: orderId } = await openOrder(again, { visitId: visit.id })
  const advised = (await orderDesk(again, { orderId })).declinedBefore
  expect(advised.map(({ title, reason }) => [title, reason]).sort()).toEqual([
    ['前制动保养', '下次再做'],
    ['更换雨刮片', '下次再做'],
  ])
  const { jobId } = await addJob(again, { orderId, operationId: await operationId(given, 'R107') })
  await given.inside((tx) => tx.job.updateMany({ where: { id: jobId }, data: { status: 'queued' } }))
  expect((await orderDesk(adviser, { orderId })).declinedBefore.map(({ title }) => title)).toEqual([
    '前制动保养',
  ])
})

test('S3-09 parts are found by number or name with the price of the day and the stock', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  expect(await findParts(adviser, { q: 'p0010' })).toMatchObject([
    { no: 'P0010', priceFen: 68_000, freeMilli: 14_000 },
  ])
  expect((await findParts(adviser, { q: 'brake' })).length).toBeGreaterThan(2)
  await expect(findParts(given.as('greeter'), { q: 'x' })).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('the version to sign is sent once more on wish, and only while it waits', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, visitId } = await aPresentedOrder(given)
  await sendOrder(adviser, { orderId })
  expect((await orderDesk(adviser, { orderId })).messageSent).toEqual(given.now)
  expect(await given.inside((tx) => tx.outboxMessage.count({ where: { visitId } }))).toBe(1)
  const draft = await aDraftOrder(given)
  await expect(sendOrder(adviser, { orderId: draft.orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await expect(sendOrder(given.as('foreman'), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('the desk tells what an order waits for and refuses who has no right', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const desk = await orderDesk(given.as('foreman'), { orderId: sent.orderId })
  expect(desk).toMatchObject({ waitingFor: ['approval'], risk: 'ok', editable: false, suggestion: null })
  expect(desk.requests[0]).toMatchObject({ signed: false, overdue: false })
  await answerAdditionalWork(given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId }), {
    additionalWorkId: sent.additionalWorkId,
    hash: sent.hash,
    answers: sent.jobIds.map((jobId) => ({ jobId, approve: true })),
    signatureStrokes: SIGNATURE,
  })
  expect((await orderDesk(given.as('foreman'), { orderId: sent.orderId })).requests[0]).toMatchObject({
    signed: true,
  })
  await expect(orderDesk(given.as('administrator'), { orderId: sent.orderId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(orderList(given.as('administrator'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('a customer in English gets the paper in English', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { visitId, customer } = await aVisitAtDesk(given)
  await given.inside((tx) => tx.customer.updateMany({ where: { id: customer.id }, data: { locale: 'en' } }))
  const { id: orderId } = await openOrder(adviser, { visitId })
  await addJob(adviser, { orderId, operationId: await operationId(given, 'R107') })
  await estimateOrder(adviser, { orderId })
  expect((await printedOrder(adviser, { orderId })).content).toMatchObject({
    locale: 'en',
    lines: [{ titleEn: 'Replace wiper blades' }],
  })
  await expect(presentOrder(adviser, { orderId })).rejects.toMatchObject({ code: 'order.point-missing' })
})
