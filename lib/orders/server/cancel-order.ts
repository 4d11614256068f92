import 'server-only'
import { command } from '@/lib/server/doors'
import { CancelOrder } from '../schemas'
import { supersedeEstimates } from './editing'
import { orderOf } from './order-of'
import { moveJob, moveOrder } from './order-status'

/** Withdraws an order that is not signed yet, with the reason. Refuses with `status.not-from-here`. */
export const cancelOrder = command(
  'order.cancel',
  CancelOrder,
  async ({ tx, actor, now }, { orderId, reason }) => {
    const order = await orderOf(tx, actor, orderId)
    await moveOrder(tx, order, 'cancel', { reason })
    await supersedeEstimates(tx, order, now)
    for (const job of await tx.job.findMany({ where: { orderId, status: 'proposed' } }))
      await moveJob(tx, job, 'cancel')
    return {
      result: { orderId },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, reason },
    }
  },
)
