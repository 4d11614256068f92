import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { LIVE_JOBS } from '@/lib/orders/job'
import { jobOf } from '@/lib/orders/server/order-of'
import { moveJob } from '@/lib/orders/server/order-status'
import { withdrawPriceRequest } from '@/lib/orders/server/withdraw-additional-work'
import { jobAmounts } from '@/lib/orders/totals'
import { releaseParts } from '@/lib/parts/server/reservations'
import { command } from '@/lib/server/doors'
import { planFlow } from '../plan'
import { CancelJob } from '../schemas'
import { finishOrder } from './finish-order'

/**
 * The adviser takes one signed line off before its work begins, with the reason and the customer's consent (register 6.4): its
 * place, its parts, its price and an open request for its price fall away. Refuses with `status.not-from-here` once it is in work, and with `order.last-line`
 * when nothing else is left: then the order is stopped.
 */
export const cancelJob = command(
  'job.cancel',
  CancelJob,
  async ({ tx, actor, now }, { jobId, reason, consent }) => {
    const { dealershipId } = actor
    const { job, order } = await jobOf(tx, actor, jobId)
    if (job.status !== 'queued' && job.status !== 'assigned')
      throw new Refusal('status.not-from-here', { from: job.status, action: 'cancel' })
    const others = await tx.job.count({
      where: { dealershipId, orderId: order.id, id: { not: jobId }, status: { in: [...LIVE_JOBS] } },
    })
    if (others === 0) throw new Refusal('order.last-line')
    await moveJob(tx, job, 'cancel', { declineReason: reason })
    const planned = { dealershipId, jobId, status: 'planned' as const }
    await tx.planEntry.updateMany({
      where: planned,
      data: { status: planFlow.next(planned.status, 'withdraw'), reason },
    })
    await releaseParts(tx, { dealershipId, jobId })
    await withdrawPriceRequest(tx, order, job, reason, now)

    const jobParts = await tx.jobPart.findMany({ where: { dealershipId, jobId } })
    const { totalFen } = jobAmounts({ ...job, jobParts })
    await tx.repairOrder.update({
      where: { dealershipId_id: { dealershipId, id: order.id } },
      data: { signedTotalFen: (order.signedTotalFen ?? 0) - totalFen },
      select: { id: true },
    })
    const orderDone = await finishOrder(tx, order, now)
    return {
      result: { jobId, totalFen, orderDone },
      subject: { type: 'job', id: jobId },
      visitId: order.visitId,
      facts: { no: order.no, title: job.title, reason, consent, totalFen },
    }
  },
)
