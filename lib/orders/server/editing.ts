import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { jobOf, orderOf, type OrderRow } from './order-of'
import { moveOrder } from './order-status'

/**
 * The order, open for changes. An estimate that was fixed but not yet shown to the customer goes back to the draft by itself;
 * one the customer has in hand must be taken back first (`order.not-editable`).
 */
export async function orderToEdit(tx: Tx, actor: Actor, orderId: string, now: Date): Promise<OrderRow> {
  const order = await orderOf(tx, actor, orderId)
  await openForEditing(tx, order, now)
  return order
}

export async function jobToEdit(tx: Tx, actor: Actor, jobId: string, now: Date) {
  const { job, order } = await jobOf(tx, actor, jobId)
  if (job.additionalWorkId || job.status !== 'proposed')
    throw new Refusal('order.not-editable', { status: order.status })
  await openForEditing(tx, order, now)
  return { job, order }
}

/** As `orderToEdit`, for an order that was read already. */
export async function openForEditing(
  tx: Tx,
  order: Pick<OrderRow, 'dealershipId' | 'id' | 'status'>,
  now: Date,
): Promise<void> {
  if (order.status === 'draft') return
  if (order.status !== 'estimated') throw new Refusal('order.not-editable', { status: order.status })
  await supersedeEstimates(tx, order, now)
  await moveOrder(tx, order, 'revise')
}

export const supersedeEstimates = (
  tx: Tx,
  { dealershipId, id }: { dealershipId: string; id: string },
  now: Date,
) =>
  tx.estimate.updateMany({
    where: { dealershipId, orderId: id, supersededAt: null },
    data: { supersededAt: now },
  })
