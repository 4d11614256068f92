import 'server-only'
import { moveJob } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { planFlow } from '../plan'
import { WithdrawPlanEntry } from '../schemas'
import { restingEntry } from './live-entry'

/** Takes a job back off the plan with a reason (S5-20); it waits in the queue again. Refuses `plan.in-work` while the clock runs. */
export const withdrawPlanEntry = command(
  'job.withdraw',
  WithdrawPlanEntry,
  async ({ tx, actor }, { planEntryId, reason }) => {
    const { dealershipId } = actor
    const { job, status, technician } = await restingEntry(tx, actor, planEntryId)
    await tx.planEntry.update({
      where: { dealershipId_id: { dealershipId, id: planEntryId } },
      data: { status: planFlow.next(status, 'withdraw'), reason },
      select: { id: true },
    })
    if (job.status === 'assigned')
      await moveJob(tx, { dealershipId, id: job.id, status: job.status }, 'unassign')
    return {
      result: { jobId: job.id },
      subject: { type: 'job', id: job.id },
      visitId: job.order.visitId,
      facts: { technician: technician.name, reason },
    }
  },
)
