import 'server-only'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { hoursAfter } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { command, query, type Context } from '@/lib/server/doors'
import { keyedHash } from '@/lib/server/hash'
import { limit } from '@/lib/server/rate-limit'
import { storePicture, type StoredPicture } from '@/lib/server/storage'
import { AddFaultPhoto, OwnCars, RemoveFaultPhoto } from '../schemas'
import { checkProof } from './phone-proof'

const MAX_PHOTOS = 4
/** Photographs of a booking that was given up count no longer after so many hours. */
const FRESH_HOURS = 2
const A_DAY = 86_400

/** Photographs that belong to no booking yet are filed under a hash of the number that was proven, never under the number. */
function drawerOf(dealershipId: string, phone: string): string {
  const hash = keyedHash(`fault-photos:${dealershipId}:${phone}`)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

const waiting = (dealershipId: string, phone: string) => ({
  dealershipId,
  subjectType: 'booking',
  subjectId: drawerOf(dealershipId, phone),
})

async function checkRoom(tx: Tx, dealershipId: string, phone: string, now: Date): Promise<void> {
  const createdAt = { gt: hoursAfter(now, -FRESH_HOURS) }
  const count = await tx.storedFile.count({ where: { ...waiting(dealershipId, phone), createdAt } })
  if (count >= MAX_PHOTOS) throw new Refusal('file.too-many', { most: MAX_PHOTOS })
}

const mayAdd = query('appointment.addPhoto', OwnCars, async ({ tx, actor, now }, { phone, proof }) => {
  checkProof(actor.dealershipId, phone, proof, now)
  await checkRoom(tx, actor.dealershipId, phone, now)
})

const keepPhoto = command(
  'appointment.addPhoto',
  OwnCars.extend({ picture: z.custom<StoredPicture>() }),
  async ({ tx, actor, now }, { phone, picture }) => {
    const { dealershipId } = actor
    const of = waiting(dealershipId, phone)
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`photos ${of.subjectId}`}, 0))::text`
    await checkRoom(tx, dealershipId, phone, now)
    const { id: fileId } = await tx.storedFile.create({
      data: { ...picture, ...of, kind: 'fault', createdAt: now },
      select: { id: true },
    })
    return { result: { fileId }, subject: { type: 'file', id: fileId }, facts: { kind: 'fault' } }
  },
  { turns: false },
)

/**
 * A photograph of a fault from a visitor whose number is proven: checked, shrunk, without EXIF (R32), kept for the booking that
 * follows and opened by nobody before. Refuses `appointment.phone-not-proven`, `file.too-large`, `file.wrong-kind`,
 * `file.too-many` past four at a time, and `auth.too-many-requests` past twenty a day of one number.
 */
export async function addFaultPhoto(context: Context, raw: unknown) {
  await mayAdd(context, raw)
  const { photo, ...of } = AddFaultPhoto.parse(raw)
  await limit('fault-photo', of.phone, 20, A_DAY)
  const picture = await storePicture(context.actor.dealershipId, photo)
  return keepPhoto(context, { ...of, picture })
}

/**
 * Takes one of the own photographs back before the booking is made. Refuses `common.not-found` for every other file. Nobody opens a
 * file without a row; the file itself goes with the nightly tidying, as the same picture may be on its way in another hand.
 */
export const removeFaultPhoto = command(
  'appointment.removePhoto',
  RemoveFaultPhoto,
  async ({ tx, actor, now }, { phone, proof, fileId }) => {
    const { dealershipId } = actor
    checkProof(dealershipId, phone, proof, now)
    const file = await tx.storedFile.findFirst({
      where: { ...waiting(dealershipId, phone), id: fileId },
      select: { id: true },
    })
    if (!file) throw new Refusal('common.not-found')
    await tx.storedFile.delete({ where: { dealershipId_id: { dealershipId, id: fileId } } })
    return { result: { fileId }, subject: { type: 'file', id: fileId }, facts: { kind: 'fault' } }
  },
  { turns: false },
)

type Booked = { dealershipId: string; appointmentId: string; phone: string }

/** Puts the photographs that were sent with this number to the booking; others, and those taken back, are left out. */
export async function attachFaultPhotos(
  tx: Tx,
  { dealershipId, appointmentId, phone }: Booked,
  ids: string[],
) {
  if (ids.length === 0) return
  await tx.storedFile.updateMany({
    where: { ...waiting(dealershipId, phone), id: { in: ids } },
    data: { subjectType: 'appointment', subjectId: appointmentId },
  })
}

type Waiting = { dealershipId: string; waitingId: string }
const ofWait = ({ dealershipId, waitingId }: Waiting) => ({
  dealershipId,
  subjectType: 'waiting',
  subjectId: waitingId,
})

/** Keeps the photographs that were sent with this number for whoever waits for a place; opened by nobody before one is offered. */
export async function keepPhotosOfWait(
  tx: Tx,
  of: Waiting & { phone: string },
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return
  const { subjectType, subjectId } = ofWait(of)
  await tx.storedFile.updateMany({
    where: { ...waiting(of.dealershipId, of.phone), id: { in: ids } },
    data: { subjectType, subjectId },
  })
}

/** The photographs of a wait go to the booking that is offered. */
export async function photosOfWaitTo(tx: Tx, of: Waiting, appointmentId: string): Promise<void> {
  await tx.storedFile.updateMany({
    where: ofWait(of),
    data: { subjectType: 'appointment', subjectId: appointmentId },
  })
}

type Of = { dealershipId: string; appointmentId: string }
const ofBooking = ({ dealershipId, appointmentId }: Of) => ({
  dealershipId,
  subjectType: 'appointment',
  subjectId: appointmentId,
})

/** The photographs of a booking, in the order they were taken. */
export const faultPhotosOf = async (tx: Tx, of: Of): Promise<string[]> =>
  (
    await tx.storedFile.findMany({
      where: ofBooking(of),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
  ).map(({ id }) => id)

/** A booking that is moved takes its photographs along. */
export async function passOnPhotos(tx: Tx, of: Of, to: string): Promise<void> {
  await tx.storedFile.updateMany({ where: ofBooking(of), data: { subjectId: to } })
}

/** Before a photograph is read at all; refuses `auth.too-many-requests` past sixty in ten minutes per address. */
export async function admitPhoto({ address }: { address: string }): Promise<void> {
  if (address) await limit('photo-address', address, 60, 600)
}
