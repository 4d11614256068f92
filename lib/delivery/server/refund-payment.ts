import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { repairOrderFlow } from '@/lib/orders/repair-order'
import { moveOrder } from '@/lib/orders/server/order-status'
import type { Tx } from '@/lib/server/db'
import { command, type Context } from '@/lib/server/doors'
import { nextNumber } from '@/lib/server/numbers'
import { RefundPayment } from '../schemas'
import { checkRefund } from '../settlement'

export type RefundReceipt = {
  refundId: string
  no: string
  orderId: string
  amountFen: number
  leftFen: number
}

const refund = command('payment.refund', RefundPayment, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { paymentId, amountFen, reason, reference, idempotencyKey } = input
  const payment = await tx.payment.findUnique({
    where: { dealershipId_id: { dealershipId, id: paymentId } },
    include: {
      refunds: { select: { amountFen: true } },
      share: { select: { payer: true } },
      settlement: {
        select: {
          id: true,
          order: { select: { dealershipId: true, id: true, no: true, status: true, visitId: true } },
        },
      },
    },
  })
  if (!payment) throw new Refusal('common.not-found')
  const { settlementId, shareId, refunds } = payment
  const { order } = payment.settlement
  if (order.status === 'delivered' || order.status === 'closed')
    throw new Refusal('status.not-from-here', { from: order.status, action: 'refund' })
  const before = refunds.reduce((sum, one) => sum + one.amountFen, 0)
  checkRefund({ amountFen: payment.amountFen, refundedFen: before }, amountFen)

  const { timeZone } = await thisDealership(tx, dealershipId)
  const no = await nextNumber(tx, 'F', now, timeZone)
  const { id: refundId } = await tx.refund.create({
    data: {
      dealershipId,
      settlementId,
      shareId,
      paymentId,
      no,
      amountFen,
      reason,
      reference,
      idempotencyKey,
      at: now,
      refundedById: actor.id,
    },
    select: { id: true },
  })
  await tx.settlementShare.update({
    where: { dealershipId_id: { dealershipId, id: shareId } },
    data: { paidFen: { decrement: amountFen } },
    select: { id: true },
  })
  if (repairOrderFlow.may(order.status, 'refund')) await openAgain(tx, dealershipId, settlementId, order)
  const result: RefundReceipt = {
    refundId,
    no,
    orderId: order.id,
    amountFen,
    leftFen: payment.amountFen - before - amountFen,
  }
  return {
    result,
    subject: { type: 'payment', id: paymentId },
    visitId: order.visitId,
    facts: { no, paymentNo: payment.no, orderNo: order.no, amountFen, payer: payment.share.payer, reason },
  }
})

/** A paid order of which money went back is not paid any more. */
async function openAgain(
  tx: Tx,
  dealershipId: string,
  settlementId: string,
  order: Parameters<typeof moveOrder>[1],
) {
  await tx.settlement.update({
    where: { dealershipId_id: { dealershipId, id: settlementId } },
    data: { status: 'open', paidAt: null },
    select: { id: true },
  })
  await moveOrder(tx, order, 'refund', { paidAt: null })
}

/**
 * The cashier gives money back on one payment, with the reason; the bill can then be drawn anew or paid otherwise. The same
 * key a second time answers the first refund and gives nothing. Refuses with `payment.above-paid`, and with
 * `status.not-from-here` once the car is handed over.
 */
export function refundPayment(context: Context, raw: unknown): Promise<RefundReceipt> {
  const given =
    typeof raw === 'object' && raw !== null ? (raw as { idempotencyKey?: unknown }).idempotencyKey : undefined
  const idempotencyKey = context.idempotencyKey ?? (typeof given === 'string' && given ? given : undefined)
  return refund({ ...context, idempotencyKey }, { ...(raw as object), idempotencyKey })
}
