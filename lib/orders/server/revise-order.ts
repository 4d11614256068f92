import 'server-only'
import { command } from '@/lib/server/doors'
import { OrderId } from '../schemas'
import { supersedeEstimates } from './editing'
import { orderOf } from './order-of'
import { moveOrder } from './order-status'

/** The customer wants changes: back to the draft; the version shown can no longer be signed. Refuses with `status.not-from-here`. */
export const reviseOrder = command('order.revise', OrderId, async ({ tx, actor, now }, { orderId }) => {
  const order = await orderOf(tx, actor, orderId)
  await moveOrder(tx, order, 'revise')
  await supersedeEstimates(tx, order, now)
  return {
    result: { orderId },
    subject: { type: 'order', id: orderId },
    visitId: order.visitId,
    facts: { no: order.no },
  }
})
