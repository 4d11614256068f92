import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { moveOrder } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { OfOrder } from '../schemas'
import { orderUnderCheck } from './order-under-check'

/** Takes a passed car to the wash. Refuses with `wash.declined` when the customer does not want it, `status.not-from-here`. */
export const startWash = command('wash.start', OfOrder, async ({ tx, actor, now }, { orderId }) => {
  const order = await orderUnderCheck(tx, actor.dealershipId, orderId)
  if (order.wash !== true) throw new Refusal('wash.declined')
  const status = await moveOrder(tx, order, 'wash', { washStartedAt: now })
  return {
    result: { status },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no },
  }
})
