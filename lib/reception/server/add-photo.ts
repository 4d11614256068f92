import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { storePhoto } from '@/lib/server/storage'
import { AddPhoto } from '../schemas'

const MAX_PHOTOS = 60

/**
 * A photograph of a visit: checked, shrunk, without EXIF. Refuses with `file.too-large`, `file.wrong-kind`,
 * `file.too-many` or, for another customer's visit, `common.not-found`.
 */
export const addPhoto = command(
  'file.add',
  AddPhoto,
  async ({ tx, actor, now }, { visitId, kind, photo }) => {
    const { dealershipId } = actor
    if (actor.kind !== 'staff' && !(actor.kind === 'customer' && actor.visitId === visitId))
      throw new Refusal('common.not-found')
    const visit = await tx.visit.findUnique({
      where: { dealershipId_id: { dealershipId, id: visitId } },
      select: { id: true },
    })
    if (!visit) throw new Refusal('common.not-found')
    if ((await tx.storedFile.count({ where: { dealershipId, visitId } })) >= MAX_PHOTOS)
      throw new Refusal('file.too-many', { most: MAX_PHOTOS })
    const byId = actor.kind === 'staff' ? actor.id : null
    const of = { dealershipId, subjectType: 'visit', subjectId: visitId, visitId, byId }
    const fileId = await storePhoto(tx, photo, kind, of, now)
    return { result: { fileId }, subject: { type: 'file', id: fileId }, visitId, facts: { kind } }
  },
  { turns: false },
)
