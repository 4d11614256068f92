import 'server-only'
import { command } from '@/lib/server/doors'
import { OwnJob } from '../schemas'
import { clockOn } from './clock-on'
import { ownJob, technicianOf } from './own-job'

/**
 * The technician begins a job of the own list. Refuses `job.not-yours`, a second clock (`clocking.already-running`,
 * `clocking.other-job-running`), a bay where another car stands (`plan.bay-busy`), and any state but assigned or rework.
 */
export const startJob = command('job.start', OwnJob, async ({ tx, actor, now }, { jobId }) => {
  const technician = technicianOf(actor)
  const job = await ownJob(tx, technician, jobId)
  await clockOn(tx, technician, job, 'start', now)
  return {
    result: { jobId },
    subject: { type: 'job', id: jobId },
    visitId: job.order.visitId,
    facts: {
      job: job.title,
      jobEn: job.titleEn,
      plate: job.order.vehicle.plate,
      rework: job.status === 'rework',
    },
  }
})
