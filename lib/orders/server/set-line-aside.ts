import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, toDateColumn } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { command } from '@/lib/server/doors'
import { SetLineAside } from '../schemas'
import { leaveChoice } from './choices'
import { jobToEdit } from './editing'
import { moveJob } from './order-status'

/**
 * The customer does not want a proposed line: declined, or deferred to a day, with the reason. It leaves the totals and is offered
 * again at the next visit (S3-49). Refuses with `order.deferred-in-the-past` or `order.not-editable`.
 */
export const setLineAside = command(
  'order.edit',
  SetLineAside,
  async ({ tx, actor, now }, { jobId, reason, until }) => {
    const { job, order } = await jobToEdit(tx, actor, jobId, now)
    const { timeZone } = await thisDealership(tx, actor.dealershipId)
    if (until && until <= dayOf(now, timeZone)) throw new Refusal('order.deferred-in-the-past')
    await moveJob(tx, job, 'decline', {
      declineReason: reason,
      setAsideAt: now,
      deferredTo: until ? toDateColumn(until) : null,
      choiceId: null,
      chosen: true,
    })
    await leaveChoice(tx, job)
    return {
      result: { jobId },
      subject: { type: 'order', id: order.id },
      visitId: order.visitId,
      facts: {
        no: order.no,
        change: until ? 'deferLine' : 'declineLine',
        title: job.title,
        reason,
        until: until ?? null,
      },
    }
  },
)
