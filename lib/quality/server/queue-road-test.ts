import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { IN_HOUSE } from '@/lib/orders/repair-order'
import { command } from '@/lib/server/doors'
import { QueueRoadTest } from '../schemas'
import { orderUnderCheck } from './order-under-check'

const TESTABLE: readonly string[] = IN_HOUSE.filter(
  (status) => !['ready', 'settling', 'paid', 'stopped'].includes(status),
)

/** Puts a car that is worked on or inspected in the queue of road tests. Refuses with `roadTest.already-queued`, `status.not-from-here`. */
export const queueRoadTest = command(
  'roadTest.queue',
  QueueRoadTest,
  async ({ tx, actor, now }, { orderId, purpose }) => {
    const { dealershipId } = actor
    const order = await orderUnderCheck(tx, dealershipId, orderId)
    if (!TESTABLE.includes(order.status)) throw new Refusal('status.not-from-here', { from: order.status })
    if (order.roadTests.length > 0) throw new Refusal('roadTest.already-queued')
    const { id } = await tx.roadTest.create({
      data: { dealershipId, orderId, purpose, createdAt: now },
      select: { id: true },
    })
    return {
      result: { id },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, purpose },
    }
  },
)
