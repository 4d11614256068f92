import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { fileResponse, isVideo, videoResponse } from '@/lib/server/files'
import { readStored, readStoredPart } from '@/lib/server/storage'
import { ReadFile } from '../schemas'

const found = query('file.read', ReadFile, async ({ tx, actor }, { fileId }) => {
  const file = await tx.storedFile.findUnique({
    where: { dealershipId_id: { dealershipId: actor.dealershipId, id: fileId } },
    select: { mime: true, bytes: true, storageKey: true, visitId: true, subjectType: true, subjectId: true },
  })
  if (!file || !(await mayOpen(tx, actor, file))) throw new Refusal('common.not-found')
  return file
})

type Owned = { visitId: string | null; subjectType: string; subjectId: string | null }

/**
 * Photographs of a booking are for its customer, for those who read bookings, and for everybody in the house once the car has
 * come; those of no booking yet, or of a wait for a place, are for nobody. Signed papers are opened
 * as papers, by whoever may read what they are of.
 */
async function mayOpen(tx: Tx, actor: Actor, { visitId, subjectType, subjectId }: Owned): Promise<boolean> {
  if (subjectType === 'booking' || subjectType === 'waiting' || subjectType === 'document') return false
  const ofBooking = subjectType === 'appointment' ? subjectId : null
  if (actor.kind === 'customer')
    return ofBooking ? ofBooking === actor.appointmentId : !!visitId && visitId === actor.visitId
  if (actor.kind !== 'staff') return false
  if (!ofBooking || may(actor, 'appointment.read')) return true
  return (await tx.visit.count({ where: { appointmentId: ofBooking } })) > 0
}

/**
 * A stored file for staff of the dealership, or for the customer of the visit or booking it belongs to.
 * Refuses with `common.not-found`, also for what is somebody else's.
 */
export async function storedFile(
  ...args: Parameters<typeof found>
): Promise<{ mime: string; bytes: Uint8Array }> {
  const { mime, storageKey } = await found(...args)
  return { mime, bytes: await readStored(storageKey) }
}

/** A stored file as an answer to a browser: a video by the part that it asks for. Refuses with `common.not-found`. */
export async function storedFileResponse(
  request: Request,
  ...args: Parameters<typeof found>
): Promise<Response> {
  const { mime, bytes, storageKey } = await found(...args)
  if (!isVideo(mime)) return fileResponse({ mime, bytes: await readStored(storageKey) })
  const read = (first: number, last: number) => readStoredPart(storageKey, first, last)
  return videoResponse(request.headers.get('range'), { mime, bytes, read })
}
