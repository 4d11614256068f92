import 'server-only'
import { moveOrder } from '@/lib/orders/server/order-status'
import type { Tx } from '@/lib/server/db'
import { OPEN_FOLLOW_UPS } from '../follow-up'

/** Closes a delivered order when nobody has to call about it any more and no complaint is open; the next service is another visit's matter. */
export async function closeWhenFollowedUp(
  tx: Tx,
  dealershipId: string,
  orderId: string,
  now: Date,
): Promise<boolean> {
  const order = await tx.repairOrder.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: { dealershipId: true, id: true, status: true },
  })
  if (order.status !== 'delivered') return false
  const open = await tx.followUp.count({
    where: { dealershipId, orderId, kind: { in: ['call', 'extra'] }, status: { in: [...OPEN_FOLLOW_UPS] } },
  })
  const complaints = await tx.complaint.count({ where: { dealershipId, orderId, status: { not: 'closed' } } })
  if (open || complaints) return false
  await moveOrder(tx, order, 'close', { closedAt: now })
  return true
}
