import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { toDateColumn } from '@/lib/core/time'
import { command } from '@/lib/server/doors'
import { WriteAdvice } from '../schemas'
import { openedHandOver, orderAtDelivery } from './order-at-delivery'

/** Writes the maintenance advice (form F26): next service, advice and notes on use. Refuses with `handOver.not-open` or `handOver.closed`. */
export const writeAdvice = command('handOver.advise', WriteAdvice, async ({ tx, actor }, input) => {
  const { dealershipId } = actor
  const order = await orderAtDelivery(tx, dealershipId, input.orderId)
  const { id, deliveredAt } = openedHandOver(order)
  if (deliveredAt) throw new Refusal('handOver.closed')
  const { nextServiceOn, nextServiceKm = null, adviceText, useNotes } = input
  await tx.handOver.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: {
      nextServiceOn: nextServiceOn ? toDateColumn(nextServiceOn) : null,
      nextServiceKm,
      adviceText,
      useNotes,
    },
    select: { id: true },
  })
  return {
    result: { orderId: order.id },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { nextServiceOn: nextServiceOn ?? null, nextServiceKm },
  }
})
