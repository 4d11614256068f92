import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { mayTakeMoreWork } from '../repair-order'

export type Found = {
  dealershipId: string
  orderId: string
  findingId?: string | null
  foundById?: string | null
  what: string
  why?: string
  whatIfNot?: string
  how?: string
}

/**
 * Opens a request for additional work on an order that is being worked on; the adviser prices it, the customer answers.
 * Refuses with `common.not-found` or `additionalWork.order-too-far`.
 */
export async function openAdditionalWork(tx: Tx, found: Found, now: Date): Promise<{ id: string }> {
  const { dealershipId, orderId, findingId, foundById, what, why = '', whatIfNot = '', how = '' } = found
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: { status: true },
  })
  if (!order) throw new Refusal('common.not-found')
  if (!mayTakeMoreWork(order.status))
    throw new Refusal('additionalWork.order-too-far', { status: order.status })
  const data = { dealershipId, orderId, findingId, foundById, what, why, whatIfNot, how, foundAt: now }
  return tx.additionalWork.create({ data, select: { id: true } })
}
