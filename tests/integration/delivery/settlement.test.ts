import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { authoriseDeviation } from '@/lib/delivery/server/authorise-deviation'
import { bookClaim } from '@/lib/delivery/server/book-claim'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { ordersOfVisit, papers } from '@/lib/delivery/server/papers'
import { receivePayment } from '@/lib/delivery/server/receive-payment'
import { aDealership, type GivenDealership } from '../../support/given'
import { aReadyOrder, payAll, shareOf, type Line } from '../../support/ready-order'

const key = () => randomUUID()
const order = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.repairOrder.findFirstOrThrow({ where: { id } }))
const payments = (given: GivenDealership) => given.inside((tx) => tx.payment.findMany())

async function billed(given: GivenDealership, over: Parameters<typeof aReadyOrder>[1] = {}) {
  const ready = await aReadyOrder(given, over)
  await openHandOver(given.as('A1'), { orderId: ready.orderId })
  const bill = await drawSettlement(given.as('A1'), { orderId: ready.orderId })
  return { ...ready, bill }
}

const FIVE: Line[] = [
  {
    payer: 'customer',
    labourFen: 10_001,
    discountFen: 1,
    parts: [{ quantityMilli: 1333, unitPriceFen: 999, discountFen: 3 }],
  },
  { payer: 'warranty', labourFen: 33_333 },
  { payer: 'insurer', parts: [{ quantityMilli: 1000, unitPriceFen: 77_777 }] },
  { payer: 'goodwill', labourFen: 5000 },
  { payer: 'internal', labourFen: 101 },
]

test('S7-23 S7-29 the bill shows labour, parts, discount and tax apart and is split by payer to the fen', async () => {
  const given = await aDealership()
  const { orderId, bill } = await billed(given, { lines: FIVE })
  const drawn = await given.inside((tx) =>
    tx.settlement.findFirstOrThrow({ where: { orderId }, include: { settlementShares: true } }),
  )
  expect(drawn).toMatchObject({
    labourFen: 48_435,
    partsFen: 79_109,
    discountFen: 4,
    totalFen: 127_540,
    deviationFen: 0,
  })
  expect(drawn.taxFen).toBe(127_540 - Math.round((127_540 * 10_000) / 11_300))
  const shares = Object.fromEntries(drawn.settlementShares.map((share) => [share.payer, share.amountFen]))
  expect(shares).toEqual({
    customer: 11_329,
    warranty: 33_333,
    insurer: 77_777,
    goodwill: 5000,
    internal: 101,
  })
  expect(bill).toMatchObject({ totalFen: 127_540, paid: false })
})

test('S7-18 a promise that is still open keeps the bill from being drawn', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given, { promise: '代步车' })
  await expect(drawSettlement(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await openHandOver(given.as('A1'), { orderId })
  await expect(drawSettlement(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'handOver.promises-open',
  })
})

test('S7-31 S3-10 above the signed total nothing is paid until the service manager authorises it with a reason', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given, { signedTotalFen: 40_000 })
  await expect(payAll(given, orderId)).rejects.toMatchObject({
    code: 'settlement.above-signed',
    facts: { overFen: 10_800 },
  })
  for (const role of ['serviceAdviser', 'cashier', 'foreman'])
    await expect(authoriseDeviation(given.as(role), { orderId, reason: '配件涨价' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  await expect(authoriseDeviation(given.as('M1'), { orderId, reason: ' ' })).rejects.toThrow()
  await authoriseDeviation(given.as('M1'), { orderId, reason: '配件涨价，已与客户说明' })
  await expect(authoriseDeviation(given.as('M1'), { orderId, reason: '再次' })).rejects.toMatchObject({
    code: 'settlement.nothing-to-authorise',
  })
  expect(await payAll(given, orderId)).toMatchObject({ paid: true })
})

test('a bill below or at the signed total needs no authorisation, and none without a bill', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  await expect(authoriseDeviation(given.as('M1'), { orderId, reason: 'x' })).rejects.toMatchObject({
    code: 'settlement.none',
  })
  const other = await billed(given, { signedTotalFen: 90_000 })
  expect(other.bill.deviationFen).toBe(50_800 - 90_000)
  expect(await payAll(given, other.orderId)).toMatchObject({ paid: true, openFen: 0 })
})

test('S3-48 additional work agreed by telephone is signed before anything is paid', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const { orderId } = await billed(given)
  const request = await given.inside(async (tx) => {
    const approval = await tx.approval.create({
      data: {
        dealershipId,
        orderId,
        channel: 'phone',
        givenBy: '张伟',
        callNote: '电话',
        documentHash: 'x',
        at: now,
      },
    })
    const made = await tx.additionalWork.create({
      data: { dealershipId, orderId, what: '制动片', status: 'approved', foundAt: now },
    })
    await tx.job.updateMany({
      where: { orderId },
      data: { additionalWorkId: made.id, approvalId: approval.id },
    })
    return made
  })
  await expect(payAll(given, orderId)).rejects.toMatchObject({
    code: 'settlement.consent-unsigned',
    facts: { count: 1 },
  })
  await given.inside((tx) =>
    tx.additionalWork.updateMany({ where: { id: request.id }, data: { status: 'signed' } }),
  )
  expect(await payAll(given, orderId)).toMatchObject({ paid: true })
})

test('S7-24 S7-25 X-ROL-36 a payment carries method, reference, invoice and its own number, and the last fen makes the order paid', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given)
  const share = await shareOf(given, orderId)
  const pay = (amountFen: number) =>
    receivePayment(given.as('cashier'), {
      shareId: share.id,
      method: 'card',
      amountFen,
      reference: 'T1',
      invoiceNo: '0044',
      idempotencyKey: key(),
    })
  expect(await pay(20_000)).toMatchObject({ openFen: 30_800, paid: false })
  expect((await order(given, orderId)).status).toBe('settling')
  await expect(pay(30_801)).rejects.toMatchObject({ code: 'payment.above-open', facts: { openFen: 30_800 } })
  const last = await pay(30_800)
  expect(last).toMatchObject({ openFen: 0, paid: true })
  expect(last.no).toMatch(/^P261123\d{5}$/)
  expect(await order(given, orderId)).toMatchObject({ status: 'paid', paidAt: given.now })
  const jobs = await given.inside((tx) => tx.job.findMany({ where: { orderId } }))
  expect(jobs.map(({ status }) => status)).toEqual(['billed'])
  await expect(pay(1)).rejects.toMatchObject({ code: 'payment.nothing-due' })
  expect(await payments(given)).toMatchObject([{ method: 'card', invoiceNo: '0044', reference: 'T1' }, {}])
})

test('double tap on pay, one after the other: one payment, the second answers the first receipt', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given)
  const share = await shareOf(given, orderId)
  const tap = { shareId: share.id, method: 'cash', amountFen: 20_000, idempotencyKey: key() }
  const [first, second] = [
    await receivePayment(given.as('cashier'), tap),
    await receivePayment(given.as('cashier'), tap),
  ]
  expect(second).toEqual(first)
  expect(await payments(given)).toHaveLength(1)
  expect((await shareOf(given, orderId)).paidFen).toBe(20_000)
  await expect(receivePayment(given.as('cashier'), { ...tap, amountFen: 30_000 })).rejects.toMatchObject({
    code: 'common.key-reused',
  })
})

test('double tap on pay, ten at once: one payment, one event, ten equal receipts', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given)
  const share = await shareOf(given, orderId)
  const tap = { shareId: share.id, method: 'wechat', amountFen: share.amountFen, idempotencyKey: key() }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => receivePayment(given.as('cashier'), tap)),
  )
  expect(new Set(answers.map(({ no }) => no)).size).toBe(1)
  expect(await payments(given)).toHaveLength(1)
  const events = await given.inside((tx) => tx.event.findMany({ where: { name: 'payment.receive' } }))
  expect(events).toHaveLength(1)
})

test('two cashiers with two keys: the share is paid once, the other is told that nothing is due', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given)
  const share = await shareOf(given, orderId)
  const payShare = () =>
    receivePayment(given.as('cashier'), {
      shareId: share.id,
      method: 'wechat',
      amountFen: share.amountFen,
      idempotencyKey: key(),
    })
  const outcomes = await Promise.allSettled([payShare(), payShare()])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(refused).toMatchObject({ reason: { code: 'payment.nothing-due' } })
  expect(await payments(given)).toHaveLength(1)
})

test('S7-29 warranty and insurer are booked under their number; then the order is paid', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given, { lines: FIVE })
  expect(await payAll(given, orderId)).toMatchObject({ paid: false })
  const [warranty, insurer, own] = [
    await shareOf(given, orderId, 'warranty'),
    await shareOf(given, orderId, 'insurer'),
    await shareOf(given, orderId),
  ]
  await expect(bookClaim(given.as('cashier'), { shareId: own.id, claimNo: 'X' })).rejects.toMatchObject({
    code: 'settlement.not-claimable',
  })
  await expect(
    bookClaim(given.as('serviceAdviser'), { shareId: warranty.id, claimNo: 'W-1' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(
    bookClaim(given.as('cashier'), { shareId: randomUUID(), claimNo: 'W-1' }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  expect(await bookClaim(given.as('W1'), { shareId: warranty.id, claimNo: 'W-1' })).toMatchObject({
    paid: false,
  })
  expect(await bookClaim(given.as('cashier'), { shareId: insurer.id, claimNo: 'PICC-9' })).toMatchObject({
    paid: true,
  })
  expect((await order(given, orderId)).status).toBe('paid')
  await expect(bookClaim(given.as('W1'), { shareId: warranty.id, claimNo: 'W-2' })).rejects.toMatchObject({
    code: 'payment.nothing-due',
  })
})

test('work that only the house pays is settled when it is drawn', async () => {
  const given = await aDealership()
  const { bill } = await billed(given, { lines: [{ payer: 'internal', labourFen: 5000 }] })
  expect(bill.paid).toBe(true)
})

test('a bill is drawn anew until something is paid on it', async () => {
  const given = await aDealership()
  const { orderId, bill } = await billed(given)
  const again = await drawSettlement(given.as('A1'), { orderId })
  expect(again.no).toBe(bill.no)
  const share = await shareOf(given, orderId)
  await receivePayment(given.as('cashier'), {
    shareId: share.id,
    method: 'cash',
    amountFen: 1,
    idempotencyKey: key(),
  })
  await expect(drawSettlement(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'settlement.has-payments',
  })
})

test('who may draw and take money', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given)
  const share = await shareOf(given, orderId)
  const tap = { shareId: share.id, method: 'cash', amountFen: 1, idempotencyKey: key() }
  for (const role of ['serviceAdviser', 'serviceManager', 'technician'])
    await expect(receivePayment(given.as(role), tap)).rejects.toMatchObject({ code: 'auth.forbidden' })
  for (const role of ['cashier', 'technician'])
    await expect(drawSettlement(given.as(role), { orderId })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  await expect(receivePayment(given.as('cashier'), { ...tap, shareId: randomUUID() })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(receivePayment(given.as('cashier'), { ...tap, amountFen: 0 })).rejects.toThrow()
  await expect(receivePayment(given.as('cashier'), { ...tap, idempotencyKey: '' })).rejects.toThrow()
})

test('S7-04 a customer reads the papers of the own visit and no other', async () => {
  const given = await aDealership()
  const { orderId, visitId, customer } = await billed(given)
  const own = given.asCustomer({ customerId: customer.id, visitId })
  expect((await papers(own, { orderId })).settlement?.bill.lines[0]?.parts[0]).toMatchObject({
    brand: '原厂',
  })
  expect(await ordersOfVisit(own, {})).toMatchObject([{ id: orderId }])
  const stranger = given.asCustomer({ customerId: customer.id, visitId: randomUUID() })
  await expect(papers(stranger, { orderId })).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(papers(given.as('technician'), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
})
