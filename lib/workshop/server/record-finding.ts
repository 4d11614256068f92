import 'server-only'
import type { StaffActor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { photosOfVisit } from '@/lib/reception/server/photos-of-visit'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { RecordFinding } from '../schemas'
import { technicianOf } from './own-job'

/** Records what was found on the car, with fault class (S5-25) and photographs, on a job the person works on. */
export const recordFinding = command('finding.record', RecordFinding, async ({ tx, actor, now }, input) => {
  const technician = technicianOf(actor)
  const job = await jobInHand(tx, technician, input.jobId)
  const id = await addFinding(tx, technician, job, input, now)
  return {
    result: { id },
    subject: { type: 'job', id: job.id },
    visitId: job.order.visitId,
    facts: {
      faultClass: input.faultClass ?? null,
      urgent: input.urgent,
      suggestion: input.suggestion,
      photos: input.photoFileIds.length,
    },
  }
})

/** A job this person has in the plan, has worked on, or leads as technical head; refuses with `job.not-yours`. */
export async function jobInHand(tx: Tx, { dealershipId, id, roles }: StaffActor, jobId: string) {
  const job = await tx.job.findUnique({
    where: { dealershipId_id: { dealershipId, id: jobId } },
    select: {
      id: true, orderId: true, title: true, order: { select: { visitId: true, adviserId: true } },
      planEntries: { where: { technicianId: id, status: { not: 'cancelled' } }, select: { id: true }, take: 1 },
      clockings: { where: { technicianId: id }, select: { id: true }, take: 1 },
    },
  }) // prettier-ignore
  const leads = roles.includes('technicalSupervisor') || roles.includes('technicalDirector')
  if (!job || !(leads || job.planEntries.length > 0 || job.clockings.length > 0))
    throw new Refusal('job.not-yours')
  return job
}

type Found = {
  text: string
  faultClass?: 'mechanical' | 'electronic' | 'software' | 'other'
  urgent: boolean
  suggestion: boolean
  photoFileIds: string[]
}
type InHand = Awaited<ReturnType<typeof jobInHand>>

export async function addFinding(
  tx: Tx,
  { dealershipId, id: foundById }: StaffActor,
  job: InHand,
  found: Found,
  now: Date,
): Promise<string> {
  const photoFileIds = await photosOfVisit(tx, job.order.visitId, found.photoFileIds)
  const { text, faultClass, urgent, suggestion } = found
  const { id } = await tx.finding.create({
    data: {
      dealershipId,
      orderId: job.orderId,
      jobId: job.id,
      text,
      faultClass,
      urgent,
      suggestion,
      foundById,
      photoFileIds,
      at: now,
    },
    select: { id: true },
  })
  return id
}
