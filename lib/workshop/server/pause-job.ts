import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { minutesBetween } from '@/lib/core/time'
import { moveJob } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { keepsPlace } from '../clock'
import { PauseJob } from '../schemas'
import { closeEntry } from './clock-on'

/**
 * Stops the clock of a job with a reason. The technician pauses the own job, the foreman any. After a break the job keeps
 * its place in the plan; for any other reason person and bay become free for other cars.
 */
export const pauseJob = command(
  'job.pause',
  PauseJob,
  async ({ tx, actor, now }, { jobId, reason, note }) => {
    const { dealershipId } = actor
    const job = await tx.job.findUnique({
      where: { dealershipId_id: { dealershipId, id: jobId } },
      include: {
        order: { select: { visitId: true, vehicle: { select: { plate: true } } } },
        clockings: { where: { endsAt: null } },
        planEntries: { where: { status: 'active' } },
      },
    })
    const [running] = job?.clockings ?? []
    const foreman = actor.kind === 'staff' && actor.roles.includes('foreman')
    if (!job || (running && running.technicianId !== actor.id && !foreman)) throw new Refusal('job.not-yours')
    await moveJob(tx, { dealershipId, id: jobId, status: job.status }, 'pause')
    if (running)
      await tx.clocking.update({
        where: { dealershipId_id: { dealershipId, id: running.id } },
        data: { endsAt: now, pauseReason: reason, note },
        select: { id: true },
      })
    if (!keepsPlace(reason))
      for (const entry of job.planEntries) await closeEntry(tx, dealershipId, entry, now)
    return {
      result: { jobId },
      subject: { type: 'job', id: jobId },
      visitId: job.order.visitId,
      facts: {
        job: job.title,
        jobEn: job.titleEn,
        plate: job.order.vehicle.plate,
        reason,
        note,
        minutes: running ? minutesBetween(running.startsAt, now) : 0,
      },
    }
  },
)
