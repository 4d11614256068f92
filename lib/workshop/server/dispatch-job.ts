import 'server-only'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { moveJob } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { DISPATCHABLE } from '../dispatch'
import { DispatchJob } from '../schemas'
import { settledPlan } from './live-plan'
import { placeJob } from './placing'

/**
 * Gives an approved job to a technician and a bay from a time on. Refuses wrong grade, missing certificate, time off duty,
 * unfit or closed bays, double use of person, bay or car; `plan.already-planned` when another foreman was faster.
 */
export const dispatchJob = command(
  'job.dispatch',
  DispatchJob,
  async ({ tx, actor, now }, { jobId, ...place }) => {
    const { dealershipId } = actor
    const held = await tx.planEntry.findFirst({
      where: { jobId, status: { in: ['planned', 'active'] } },
      select: { technician: { select: { name: true, nameEn: true } } },
    })
    if (held) throw new Refusal('plan.already-planned', { technician: nameIn(held.technician, actor.locale) })
    const plan = await settledPlan(tx, dealershipId, now)
    const { job, technician, bay, slot } = await placeJob(tx, {
      dealershipId,
      locale: actor.locale,
      now,
      plan,
      jobId,
      place,
    })
    if (!(DISPATCHABLE as readonly string[]).includes(job.status))
      throw new Refusal('status.not-from-here', { from: job.status, action: 'assign' })
    await moveJob(tx, { dealershipId, id: jobId, status: job.status }, 'assign')
    const { id } = await tx.planEntry.create({
    data: {
      dealershipId, jobId, technicianId: technician.id, bayId: bay.id, startsAt: slot.start, endsAt: slot.end,
      priority: place.priority ? 1 : 0, reason: place.reason || null, createdAt: now, createdById: actor.id,
    },
    select: { id: true },
  }) // prettier-ignore
    return {
    result: { planEntryId: id, startsAt: slot.start, endsAt: slot.end, bayId: bay.id },
    subject: { type: 'job', id: jobId },
    visitId: job.visitId,
    facts: {
      technician: technician.name, bay: bay.name, startsAt: slot.start.toISOString(), endsAt: slot.end.toISOString(), reason: place.reason,
    },
  } // prettier-ignore
  },
)
