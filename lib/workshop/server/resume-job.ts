import 'server-only'
import { command } from '@/lib/server/doors'
import { OwnJob } from '../schemas'
import { clockOn } from './clock-on'
import { ownJob, technicianOf } from './own-job'

/** The technician goes on with a paused job. Refuses as `startJob` does. */
export const resumeJob = command('job.resume', OwnJob, async ({ tx, actor, now }, { jobId }) => {
  const technician = technicianOf(actor)
  const job = await ownJob(tx, technician, jobId)
  await clockOn(tx, technician, job, 'resume', now)
  return {
    result: { jobId },
    subject: { type: 'job', id: jobId },
    visitId: job.order.visitId,
    facts: { job: job.title, jobEn: job.titleEn, plate: job.order.vehicle.plate },
  }
})
