import 'server-only'
import { toDateColumn } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { moveOrder } from '@/lib/orders/server/order-status'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { nextService } from '../advice'
import { OpenHandOver } from '../schemas'
import { lastOdometerKm, orderAtDelivery, type OrderAtDelivery } from './order-at-delivery'

/**
 * Starts the hand-over of an order that is ready (or was stopped): the checklist opens, the next service is proposed, and the
 * advice begins with what the workshop found and did not do (S7-13). A bill from before the car went back no longer stands.
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
    const adviceText = await suggestionsOf(tx, order)
    const handOver = await tx.handOver.upsert({
      where: { dealershipId_orderId: { dealershipId, orderId } },
      create: { dealershipId, orderId, startedAt: now, adviceText, ...proposal },
      update: proposal,
      select: { id: true },
    })
    await startTicks(tx, order, handOver.id)
    await tx.settlement.updateMany({
      where: { dealershipId, orderId, status: 'open' },
      data: { status: 'void' },
    })
    return {
      result: { orderId, handOverId: handOver.id },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no },
    }
  },
)

/** What adviser and technician accepted before the car became ready needs no second tick; ticks of an earlier hand-over do not count. */
async function startTicks(tx: Tx, { dealershipId, id: orderId }: OrderAtDelivery, handOverId: string) {
  await tx.handOverCheck.deleteMany({ where: { dealershipId, handOverId } })
  const inspection = await tx.inspection.findFirst({
    where: { dealershipId, orderId, status: 'passed' },
    orderBy: { round: 'desc' },
    select: { acceptances: { select: { side: true, staffId: true, at: true } } },
  })
  for (const { side, staffId, at } of inspection?.acceptances ?? []) {
    const key = side === 'technician' ? 'qualityTechnician' : 'qualityAdviser'
    await tx.handOverCheck.create({
      data: { dealershipId, handOverId, key, byId: staffId, at },
      select: { id: true },
    })
  }
}

/** What technicians advised for later, in the order in which they found it. */
async function suggestionsOf(tx: Tx, { dealershipId, id: orderId }: OrderAtDelivery): Promise<string> {
  const found = await tx.finding.findMany({
    where: { dealershipId, orderId, suggestion: true },
    orderBy: { at: 'asc' },
    select: { text: true },
  })
  return found
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 2000)
}
