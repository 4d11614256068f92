import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bookClaim } from '@/lib/delivery/server/book-claim'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { papers } from '@/lib/delivery/server/papers'
import { receivePayment } from '@/lib/delivery/server/receive-payment'
import { refundPayment } from '@/lib/delivery/server/refund-payment'
import { deliverVisit } from '@/lib/follow-up/server/deliver-visit'
import { rejectOrder } from '@/lib/quality/server/reject-order'
import { aDealership, type GivenDealership } from '../../support/given'
import { aReadyOrder, payAll, shareOf, SIGNATURE, tickAll } from '../../support/ready-order'

const key = () => randomUUID()
const order = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.repairOrder.findFirstOrThrow({ where: { id } }))
const settlement = (given: GivenDealership, orderId: string) =>
  given.inside((tx) => tx.settlement.findFirstOrThrow({ where: { orderId } }))

async function billed(given: GivenDealership, over: Parameters<typeof aReadyOrder>[1] = {}) {
  const ready = await aReadyOrder(given, over)
  await openHandOver(given.as('A1'), { orderId: ready.orderId })
  await drawSettlement(given.as('A1'), { orderId: ready.orderId })
  return ready
}

async function pay(given: GivenDealership, orderId: string, amountFen: number) {
  const { id: shareId } = await shareOf(given, orderId)
  return receivePayment(given.as('cashier'), { shareId, method: 'cash', amountFen, idempotencyKey: key() })
}
const refund = (given: GivenDealership, paymentId: string, amountFen: number, over = {}) =>
  refundPayment(given.as('cashier'), {
    paymentId,
    amountFen,
    reason: '结算单有误',
    idempotencyKey: key(),
    ...over,
  })

/** What a rework leaves: the work was done again, inspected and accepted. */
const readyAgain = (given: GivenDealership, orderId: string, labourFen?: number) =>
  given.inside(async (tx) => {
    await tx.job.updateMany({ where: { orderId }, data: { status: 'qcPassed', labourFen } })
    await tx.repairOrder.updateMany({
      where: { id: orderId },
      data: { status: 'ready', qcPassedAt: given.now },
    })
  })

test('S7-24 after a part payment the cashier gives the money back with a reason, and the bill is drawn anew', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given)
  const { paymentId, no } = await pay(given, orderId, 20_000)
  await expect(drawSettlement(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'settlement.has-payments',
  })
  const first = await refund(given, paymentId, 5000)
  expect(first).toMatchObject({ amountFen: 5000, leftFen: 15_000, orderId })
  expect(first.no).toMatch(/^F261123\d{5}$/)
  expect((await shareOf(given, orderId)).paidFen).toBe(15_000)
  await expect(drawSettlement(given.as('A1'), { orderId })).rejects.toMatchObject({
    code: 'settlement.has-payments',
  })
  await refund(given, paymentId, 15_000, { reference: '红字 0044' })
  await given.inside((tx) => tx.job.updateMany({ where: { orderId }, data: { labourFen: 10_000 } }))
  expect(await drawSettlement(given.as('A1'), { orderId })).toMatchObject({ totalFen: 48_800 })
  expect(await payAll(given, orderId)).toMatchObject({ amountFen: 48_800, paid: true })
  const { settlement: view } = await papers(given.as('A1'), { orderId })
  expect(view?.payments).toMatchObject([
    {
      no,
      amountFen: 20_000,
      refundedFen: 20_000,
      refunds: [{ amountFen: 5000, reason: '结算单有误', by: '褚收银' }, { reference: '红字 0044' }],
    },
    { amountFen: 48_800, refunds: [] },
  ])
  expect(
    await given.inside((tx) =>
      tx.event.findMany({ where: { name: 'payment.refund' }, orderBy: { id: 'asc' } }),
    ),
  ).toMatchObject([
    { facts: { no: first.no, paymentNo: no, amountFen: 5000, reason: '结算单有误' } },
    { facts: { amountFen: 15_000 } },
  ])
})

test('S7-24 never more goes back than was paid, on this payment or another; the database says so too', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const { orderId } = await billed(given)
  const { paymentId } = await pay(given, orderId, 20_000)
  await pay(given, orderId, 10_000)
  await refund(given, paymentId, 12_000)
  await expect(refund(given, paymentId, 8001)).rejects.toMatchObject({
    code: 'payment.above-paid',
    facts: { leftFen: 8000 },
  })
  const { settlementId, id: shareId } = await shareOf(given, orderId)
  const straight = { dealershipId, settlementId, shareId, paymentId, no: 'F1', reason: 'x', at: now }
  await expect(
    given.inside((tx) => tx.refund.create({ data: { ...straight, amountFen: 8001, idempotencyKey: key() } })),
  ).rejects.toThrow(/more would go back/)
  await expect(refund(given, paymentId, 0)).rejects.toThrow()
  await expect(refund(given, paymentId, 1, { reason: ' ' })).rejects.toThrow()
  await expect(refund(given, randomUUID(), 1)).rejects.toMatchObject({ code: 'common.not-found' })
  expect((await shareOf(given, orderId)).paidFen).toBe(18_000)
})

test('double tap on refund, six at once: one refund, six equal receipts', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given)
  const { paymentId } = await pay(given, orderId, 20_000)
  const idempotencyKey = key()
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => refund(given, paymentId, 20_000, { idempotencyKey })),
  )
  expect(new Set(answers.map(({ no }) => no)).size).toBe(1)
  expect((await shareOf(given, orderId)).paidFen).toBe(0)
})

test('S7-24 S7-01 money back on a paid bill opens it again: the car does not leave until it is paid', async () => {
  const given = await aDealership()
  const ready = await billed(given)
  const { orderId } = ready
  await tickAll(given, ready)
  const { paymentId } = await payAll(given, orderId)
  expect((await order(given, orderId)).status).toBe('paid')
  await refund(given, paymentId, 800)
  expect(await order(given, orderId)).toMatchObject({ status: 'settling', paidAt: null })
  expect(await settlement(given, orderId)).toMatchObject({ status: 'open', paidAt: null })
  await expect(deliverVisit(given.as('A1'), { orderId, ...SIGNATURE })).rejects.toMatchObject({
    code: 'visit.not-deliverable',
    facts: { missing: 'paid' },
  })
  expect(await payAll(given, orderId)).toMatchObject({ amountFen: 800, paid: true })
  await deliverVisit(given.as('A1'), { orderId, ...SIGNATURE })
  await expect(refund(given, paymentId, 1)).rejects.toMatchObject({
    code: 'status.not-from-here',
    facts: { from: 'delivered', action: 'refund' },
  })
})

test('S7-23 S7-24 a rejected car’s bill no longer stands: nothing is taken on it, the money goes back, the new one is paid', async () => {
  const given = await aDealership()
  const { orderId, visitId, customer } = await billed(given, {
    lines: [{ labourFen: 12_000 }, { payer: 'warranty', labourFen: 3000 }],
  })
  const warranty = await shareOf(given, orderId, 'warranty')
  await bookClaim(given.as('W1'), { shareId: warranty.id, claimNo: 'W-1' })
  const { paymentId } = await pay(given, orderId, 5000)
  await rejectOrder(given.as('A1'), { orderId, reason: '异响仍在', jobIds: [] })
  await expect(pay(given, orderId, 7000)).rejects.toMatchObject({
    code: 'status.not-from-here',
    facts: { from: 'rework', action: 'pay' },
  })
  await readyAgain(given, orderId)
  await openHandOver(given.as('A1'), { orderId })
  expect((await settlement(given, orderId)).status).toBe('void')
  const own = given.asCustomer({ customerId: customer.id, visitId })
  expect((await papers(own, { orderId })).settlement).toBeNull()
  await expect(pay(given, orderId, 7000)).rejects.toMatchObject({ code: 'settlement.none' })
  await expect(bookClaim(given.as('W1'), { shareId: warranty.id, claimNo: 'W-2' })).rejects.toMatchObject({
    code: 'settlement.none',
  })
  await refund(given, paymentId, 5000)
  expect(await drawSettlement(given.as('A1'), { orderId })).toMatchObject({ totalFen: 15_000, paid: false })
  expect(await shareOf(given, orderId, 'warranty')).toMatchObject({ claimNo: 'W-1' })
  expect(await payAll(given, orderId)).toMatchObject({ amountFen: 12_000, paid: true })
})

test('a payer who is not on the new bill owes nothing; a claim of another amount is booked anew', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given, {
    lines: [
      { labourFen: 12_000 },
      { payer: 'warranty', labourFen: 3000 },
      { payer: 'insurer', labourFen: 900 },
    ],
  })
  for (const payer of ['warranty', 'insurer'] as const)
    await bookClaim(given.as('W1'), { shareId: (await shareOf(given, orderId, payer)).id, claimNo: 'W-1' })
  await given.inside(async (tx) => {
    await tx.job.updateMany({ where: { orderId, payer: 'insurer' }, data: { payer: 'customer' } })
    await tx.job.updateMany({ where: { orderId, payer: 'warranty' }, data: { labourFen: 2500 } })
  })
  await drawSettlement(given.as('A1'), { orderId })
  const shares = await given.inside((tx) =>
    tx.settlementShare.findMany({ where: { settlement: { orderId } }, orderBy: { amountFen: 'desc' } }),
  )
  expect(shares.map(({ payer, amountFen, claimNo }) => [payer, amountFen, claimNo])).toEqual([
    ['customer', 12_900, ''],
    ['warranty', 2500, ''],
  ])
})

test('only the cashier gives money back', async () => {
  const given = await aDealership()
  const { orderId } = await billed(given)
  const { paymentId } = await pay(given, orderId, 100)
  for (const who of ['serviceAdviser', 'serviceManager', 'technician', 'administrator', 'warrantyClerk'])
    await expect(
      refundPayment(given.as(who), { paymentId, amountFen: 1, reason: 'x', idempotencyKey: key() }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
})
