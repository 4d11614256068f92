import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { command, type Context } from '@/lib/server/doors'
import { nextNumber } from '@/lib/server/numbers'
import { ReceivePayment } from '../schemas'
import { checkObstacles, checkPayment } from '../settlement'
import { checkAtTill, payWhenSettled, settlementAtTill } from './pay-when-settled'

export type Receipt = {
  paymentId: string
  no: string
  orderId: string
  amountFen: number
  openFen: number
  paid: boolean
}

const receive = command('payment.receive', ReceivePayment, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { shareId, method, amountFen, reference, invoiceNo, idempotencyKey } = input
  const share = await tx.settlementShare.findUnique({
    where: { dealershipId_id: { dealershipId, id: shareId } },
  })
  if (!share) throw new Refusal('common.not-found')
  const till = await settlementAtTill(tx, dealershipId, share.settlementId)
  checkAtTill(till)
  const { settlement, order, obstacles } = till
  checkObstacles(obstacles)
  checkPayment(share, amountFen)
  const { timeZone } = await thisDealership(tx, dealershipId)
  const no = await nextNumber(tx, 'P', now, timeZone)
  const payment = await tx.payment.create({
    data: {
      dealershipId,
      settlementId: settlement.id,
      shareId,
      no,
      method,
      amountFen,
      idempotencyKey,
      reference,
      invoiceNo,
      at: now,
      receivedById: actor.id,
    },
    select: { id: true },
  })
  await tx.settlementShare.update({
    where: { dealershipId_id: { dealershipId, id: shareId } },
    data: { paidFen: { increment: amountFen } },
    select: { id: true },
  })
  const paid = await payWhenSettled(tx, dealershipId, settlement.id, now)
  const result: Receipt = {
    paymentId: payment.id,
    no,
    orderId: order.id,
    amountFen,
    openFen: share.amountFen - share.paidFen - amountFen,
    paid,
  }
  return {
    result,
    subject: { type: 'payment', id: payment.id },
    visitId: order.visitId,
    facts: { no, orderNo: order.no, method, amountFen, payer: share.payer },
  }
})

/**
 * The cashier takes money for one share of a bill, in full or in part; answers the receipt. The same key a second time
 * answers the first receipt and takes nothing. Paid to the last fen and the other payers booked, the order becomes paid.
 * Refuses with `payment.nothing-due`, `payment.above-open`, `handOver.promises-open`, `settlement.consent-unsigned`
 * or `settlement.above-signed`.
 */
export function receivePayment(context: Context, raw: unknown): Promise<Receipt> {
  const given =
    typeof raw === 'object' && raw !== null ? (raw as { idempotencyKey?: unknown }).idempotencyKey : undefined
  const idempotencyKey = context.idempotencyKey ?? (typeof given === 'string' && given ? given : undefined)
  return receive({ ...context, idempotencyKey }, { ...(raw as object), idempotencyKey })
}
