import 'server-only'
import type { StaffActor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { storePhoto } from '@/lib/server/storage'
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
      photos: input.photos.length + input.photoFileIds.length,
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
  photos: Blob[]
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
  const { photos, ...finding } = found
  const of = {
    dealershipId,
    subjectType: 'job',
    subjectId: job.id,
    visitId: job.order.visitId,
    byId: foundById,
  }
  const photoFileIds = await photosOfVisit(tx, job.order.visitId, found.photoFileIds)
  for (const photo of photos)
    photoFileIds.push(await storePhoto(tx, new Uint8Array(await photo.arrayBuffer()), 'finding', of, now))
  const { text, faultClass, urgent, suggestion } = finding
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

async function photosOfVisit(tx: Tx, visitId: string, ids: string[]): Promise<string[]> {
  const known = await tx.storedFile.findMany({ where: { id: { in: ids }, visitId }, select: { id: true } })
  if (known.length < new Set(ids).size) throw new Refusal('common.not-found')
  return [...new Set(ids)]
}
