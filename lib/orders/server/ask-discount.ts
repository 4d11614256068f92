import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { AskDiscount } from '../schemas'
import { orderToEdit } from './editing'

/**
 * Asks for a discount above one's own limit, with the reason; a second question on the same line takes the place of the first.
 * Who may answer sees it in the list of orders and on the order. Refuses with `order.not-editable` or `common.not-found`.
 */
export const askDiscount = command(
  'order.askDiscount',
  AskDiscount,
  async ({ tx, actor, now }, { orderId, jobId = null, offBp, reason }) => {
    const { dealershipId } = actor
    const order = await orderToEdit(tx, actor, orderId, now)
    if (jobId) {
      const job = await tx.job.findFirst({
        where: { dealershipId, id: jobId, orderId, status: 'proposed' },
        select: { id: true },
      })
      if (!job) throw new Refusal('common.not-found')
    }
    if (actor.kind !== 'staff') throw new Refusal('auth.forbidden')
    await tx.discountRequest.updateMany({
      where: { dealershipId, orderId, jobId, status: 'asked' },
      data: { status: 'replaced', answeredAt: now },
    })
    const { id } = await tx.discountRequest.create({
      data: { dealershipId, orderId, jobId, offBp, reason, askedById: actor.id, askedAt: now },
      select: { id: true },
    })
    return {
      result: { requestId: id },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, offBp, reason },
    }
  },
)
