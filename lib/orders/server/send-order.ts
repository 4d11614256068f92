import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { toldTotalFen } from '../estimate-content'
import { repairOrderFlow } from '../repair-order'
import { OrderId } from '../schemas'
import { orderOf } from './order-of'
import { tellCustomer } from './tell-customer'

/** Sends the version that waits for a signature to the customer's phone. Refuses with `status.not-from-here`. */
export const sendOrder = command('order.send', OrderId, async ({ tx, actor, now }, { orderId }) => {
  const order = await orderOf(tx, actor, orderId)
  repairOrderFlow.next(order.status, 'sign')
  const estimate = await tx.estimate.findFirst({ where: { orderId, supersededAt: null } })
  if (!estimate) throw new Refusal('common.changed-meanwhile')
  await tellCustomer(tx, order, 'order-to-sign', { totalFen: toldTotalFen(estimate) }, now)
  return {
    result: { orderId },
    subject: { type: 'order', id: orderId },
    visitId: order.visitId,
    facts: { no: order.no, version: estimate.version },
  }
})
