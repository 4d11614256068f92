import 'server-only'
import { toDateColumn } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { moveOrder } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { nextService } from '../advice'
import { OpenHandOver } from '../schemas'
import { lastOdometerKm, orderAtDelivery } from './order-at-delivery'

/**
 * Starts the hand-over of an order that is ready (or was stopped): the checklist opens and the next service is proposed.
 * Refuses with `status.not-from-here` when the order is not ready.
 */
export const openHandOver = command(
  'handOver.open',
  OpenHandOver,
  async ({ tx, actor, now }, { orderId }) => {
    const { dealershipId } = actor
    const order = await orderAtDelivery(tx, dealershipId, orderId)
    await moveOrder(tx, order, 'settle')
    const [settings, { timeZone }, km] = [
      await settingsOf(tx),
      await thisDealership(tx, dealershipId),
      await lastOdometerKm(tx, dealershipId, order.vehicleId),
    ]
    const next = nextService(now, km, timeZone, settings)
    const proposal = { nextServiceOn: toDateColumn(next.on), nextServiceKm: next.km }
    const handOver = await tx.handOver.upsert({
      where: { dealershipId_orderId: { dealershipId, orderId } },
      create: { dealershipId, orderId, startedAt: now, ...proposal },
      update: proposal,
      select: { id: true },
    })
    return {
      result: { orderId, handOverId: handOver.id },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no },
    }
  },
)
