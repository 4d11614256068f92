import 'server-only'
import { command } from '@/lib/server/doors'
import { OrderId } from '../schemas'
import { fixVersion } from './fix-version'
import { orderOf } from './order-of'
import { moveOrder } from './order-status'

/**
 * Fixes the prices as the next version of the estimate: the content is frozen with its hash, and a signature will stand on it
 * (S3-43). Refuses with `order.no-lines`, `order.line-without-price` or `status.not-from-here`.
 */
export const estimateOrder = command('order.estimate', OrderId, async ({ tx, actor, now }, { orderId }) => {
  const order = await orderOf(tx, actor, orderId)
  await moveOrder(tx, order, 'estimate')
  const fixed = await fixVersion(tx, actor, order, now)
  const { version, hash, totalFen } = fixed
  return {
    result: fixed,
    subject: { type: 'order', id: orderId },
    visitId: order.visitId,
    facts: { no: order.no, version, hash, totalFen },
  }
})
