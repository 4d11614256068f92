import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { command, query, type Context } from '@/lib/server/doors'
import { isVideo } from '@/lib/server/files'
import { storePicture, storeVideo, type StoredPicture } from '@/lib/server/storage'
import type { Tx } from '@/lib/server/db'
import { AddPhoto, AddVideo } from '../schemas'

const MAX_PHOTOS = 60
const MAX_VIDEOS = 4

const mayAdd = query(
  'file.add',
  AddPhoto.omit({ photo: true }),
  async ({ tx, actor }, { visitId, fileId }) => {
    const known = fileId !== undefined && (await alreadyHere(tx, actor, visitId, fileId))
    if (!known) await checkRoom(tx, actor.dealershipId, visitId)
    return known
  },
)

const keepPhoto = command(
  'file.add',
  AddPhoto.omit({ photo: true }).extend({ picture: z.custom<StoredPicture>() }),
  async ({ tx, actor, now }, { visitId, kind, picture, fileId: id }) => {
    const { dealershipId } = actor
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`photos ${visitId}`}, 0))::text`
    if (id && (await alreadyHere(tx, actor, visitId, id)))
      return { result: { fileId: id }, subject: { type: 'file', id }, visitId, facts: { kind } }
    await checkRoom(tx, dealershipId, visitId)
    if (isVideo(picture.mime)) await checkVideos(tx, dealershipId, visitId)
    const of = { dealershipId, subjectType: 'visit', subjectId: visitId, visitId, uploadedById: actor.id }
    const { id: fileId } = await tx.storedFile.create({
      data: { id, ...picture, ...of, kind, createdAt: now },
      select: { id: true },
    })
    return { result: { fileId }, subject: { type: 'file', id: fileId }, visitId, facts: { kind } }
  },
  { turns: false },
)

/**
 * A photograph of a visit: checked, shrunk, without EXIF; stored before its row; what no row speaks of goes at night.
 * With an id of the device it is taken once. Refuses with `file.too-large`, `file.wrong-kind`, `file.too-many` or `common.not-found`.
 */
export async function addPhoto(context: Context, raw: unknown): Promise<{ fileId: string }> {
  const known = await mayAdd(context, raw)
  const { photo, ...of } = AddPhoto.parse(raw)
  if (known && of.fileId) return { fileId: of.fileId }
  const picture = await storePicture(context.actor.dealershipId, photo)
  return keepPhoto(context, { ...of, picture })
}

/**
 * A short video of the fault (S2-63): kind and length read from its bytes, its places and tags emptied, otherwise as it was taken.
 * Refuses with `file.too-large`, `file.wrong-video`, `file.too-long`, `file.too-many`, `file.too-many-videos` or `common.not-found`.
 */
export async function addVideo(context: Context, raw: unknown): Promise<{ fileId: string }> {
  const { video, ...of } = AddVideo.parse(raw)
  const known = await mayAdd(context, of)
  if (known && of.fileId) return { fileId: of.fileId }
  const picture = await storeVideo(context.actor.dealershipId, video)
  return keepPhoto(context, { ...of, picture })
}

/** A device that got no answer sends again; somebody else's id is nobody's business. */
async function alreadyHere(tx: Tx, { dealershipId, id: by }: Actor, visitId: string, id: string) {
  const file = await tx.storedFile.findUnique({ where: { dealershipId_id: { dealershipId, id } } })
  if (file && (file.visitId !== visitId || file.uploadedById !== by)) throw new Refusal('common.not-found')
  return file !== null
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

async function checkVideos(tx: Tx, dealershipId: string, visitId: string): Promise<void> {
  const mime = { startsWith: 'video/' }
  if ((await tx.storedFile.count({ where: { dealershipId, visitId, mime } })) >= MAX_VIDEOS)
    throw new Refusal('file.too-many-videos', { most: MAX_VIDEOS })
}
