import 'server-only'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { command, query, type Context } from '@/lib/server/doors'
import { removeStored, storePicture, type StoredPicture } from '@/lib/server/storage'
import type { Tx } from '@/lib/server/db'
import { AddPhoto, ofVisit } from '../schemas'

const MAX_PHOTOS = 60

const mayAdd = query('file.add', ofVisit, ({ tx, actor }, { visitId }) =>
  checkRoom(tx, actor.dealershipId, visitId),
)

const keepPhoto = command(
  'file.add',
  AddPhoto.omit({ photo: true }).extend({ picture: z.custom<StoredPicture>() }),
  async ({ tx, actor, now }, { visitId, kind, picture }) => {
    const { dealershipId } = actor
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`photos ${visitId}`}, 0))::text`
    await checkRoom(tx, dealershipId, visitId)
    const of = { dealershipId, subjectType: 'visit', subjectId: visitId, visitId, uploadedById: actor.id }
    const { id: fileId } = await tx.storedFile.create({
      data: { ...picture, ...of, kind, createdAt: now },
      select: { id: true },
    })
    return { result: { fileId }, subject: { type: 'file', id: fileId }, visitId, facts: { kind } }
  },
  { turns: false },
)

/**
 * A photograph of a visit: checked, shrunk, without EXIF; on the disk before its row, and gone again when there is no
 * row for it. Refuses with `file.too-large`, `file.wrong-kind`, `file.too-many` or `common.not-found`.
 */
export async function addPhoto(context: Context, raw: unknown) {
  await mayAdd(context, raw)
  const { photo, ...of } = AddPhoto.parse(raw)
  const picture = await storePicture(context.actor.dealershipId, photo)
  try {
    return await keepPhoto(context, { ...of, picture })
  } catch (error) {
    await removeStored(picture.storageKey)
    throw error
  }
}

async function checkRoom(tx: Tx, dealershipId: string, visitId: string): Promise<void> {
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { id: true },
  })
  if (!visit) throw new Refusal('common.not-found')
  if ((await tx.storedFile.count({ where: { dealershipId, visitId } })) >= MAX_PHOTOS)
    throw new Refusal('file.too-many', { most: MAX_PHOTOS })
}
