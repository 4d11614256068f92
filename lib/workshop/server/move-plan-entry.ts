import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { moveJob } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { MovePlanEntry } from '../schemas'
import { restingEntry } from './live-entry'
import { settledPlan } from './live-plan'
import { placeJob } from './placing'

/**
 * Moves a job to another time, bay or technician. The old entry stays in the history with the reason (S5-20); another
 * technician takes a reason. Refuses as dispatch does, and `plan.in-work` while the clock runs.
 */
export const movePlanEntry = command(
  'job.move',
  MovePlanEntry,
  async ({ tx, actor, now }, { planEntryId, ...place }) => {
    const { dealershipId } = actor
    const plan = await settledPlan(tx, dealershipId, now)
    const entry = await restingEntry(tx, actor, planEntryId)
    if (entry.technicianId !== place.technicianId && !place.reason) throw new Refusal('plan.reason-wanted')
    const { jobId } = entry
    const moving = plan.entries.find(({ id }) => id === planEntryId)
    const { job, technician, bay, slot } = await placeJob(tx, {
      dealershipId,
      locale: actor.locale,
      now,
      plan,
      jobId,
      place,
      moving,
    })
    await tx.planEntry.update({
      where: { dealershipId_id: { dealershipId, id: planEntryId } },
      data: { status: 'cancelled', reason: place.reason || null },
      select: { id: true },
    })
    if (entry.job.status === 'paused')
      await moveJob(tx, { dealershipId, id: jobId, status: 'paused' }, 'assign')
    const { id } = await tx.planEntry.create({
    data: {
      dealershipId, jobId, technicianId: technician.id, bayId: bay.id, startsAt: slot.start, endsAt: slot.end, status: 'planned',
      priority: place.priority ? 1 : entry.priority, createdAt: now, createdById: actor.id,
    },
    select: { id: true },
  }) // prettier-ignore
    return {
    result: { planEntryId: id, startsAt: slot.start, endsAt: slot.end, bayId: bay.id },
    subject: { type: 'job', id: jobId },
    visitId: job.visitId,
    facts: {
      technician: technician.name, from: entry.technician.name, bay: bay.name, startsAt: slot.start.toISOString(),
      wasAt: entry.startsAt.toISOString(), reason: place.reason,
    },
  } // prettier-ignore
  },
)
