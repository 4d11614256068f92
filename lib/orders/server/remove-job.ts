import 'server-only'
import { command } from '@/lib/server/doors'
import { JobId } from '../schemas'
import { leaveChoice } from './choices'
import { jobToEdit } from './editing'

/** Takes a proposed line with its parts off the order. Refuses with `order.not-editable`. */
export const removeJob = command('order.edit', JobId, async ({ tx, actor, now }, { jobId }) => {
  const { job, order } = await jobToEdit(tx, actor, jobId, now)
  await tx.jobPart.deleteMany({ where: { jobId } })
  await tx.job.delete({ where: { dealershipId_id: { dealershipId: actor.dealershipId, id: jobId } } })
  await leaveChoice(tx, job)
  return {
    result: { jobId },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, change: 'removeJob', title: job.title },
  }
})
