import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { OfOrder } from '../schemas'
import { orderUnderCheck } from './order-under-check'

/** The car is clean and waits for the joint acceptance. Refuses with `status.not-from-here` unless it is in the wash. */
export const finishWash = command('wash.finish', OfOrder, async ({ tx, actor, now }, { orderId }) => {
  const { dealershipId } = actor
  const order = await orderUnderCheck(tx, dealershipId, orderId)
  const { count } = await tx.repairOrder.updateMany({
    where: { dealershipId, id: orderId, status: 'washing', washedAt: null },
    data: { washedAt: now },
  })
  if (!count) throw new Refusal('status.not-from-here', { from: order.status, action: 'finishWash' })
  return {
    result: {},
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no },
  }
})
