import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { SetRepairClass } from '../schemas'
import { orderOf } from './order-of'

/** The class of the repair, which decides the statutory quality guarantee. Refuses with `order.not-editable` once the car has left. */
export const setRepairClass = command(
  'order.setRepairClass',
  SetRepairClass,
  async ({ tx, actor }, { orderId, repairClass }) => {
    const { dealershipId } = actor
    const order = await orderOf(tx, actor, orderId)
    if (order.deliveredAt || order.status === 'cancelled')
      throw new Refusal('order.not-editable', { status: order.status })
    await tx.repairOrder.update({
      where: { dealershipId_id: { dealershipId, id: orderId } },
      data: { repairClass },
      select: { id: true },
    })
    return {
      result: { orderId },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, repairClass },
    }
  },
)
