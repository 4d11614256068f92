import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, toDateColumn } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { createLink } from '@/lib/server/links'
import { appointmentFlow } from '../appointment'
import { OFFER_OVER, reasonText } from '../reason'
import { releaseBookedParts } from './booked-parts'
import { cancelHeld } from './cancel-appointment'
import { factsOf, freeCapacityOf, holdAppointment, type HeldAppointment } from './held-appointment'
import { waitingEntryOf } from './offer-places'
import { tellAppointment } from './tell-appointment'
import { settleWaiting } from './settle-waiting'

/**
 * Takes the place that was offered: the booking is confirmed, and told with its link. Refuses `waiting.hold-over` once the time
 * of the offer has passed or the place is gone.
 */
export const acceptOffer = command(
  'waiting.accept',
  z.object({ appointmentId: id }),
  async ({ tx, actor, now }, { appointmentId }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    await acceptHeld(tx, held, now)
    return {
      result: { id: held.id },
      subject: { type: 'appointment', id: held.id },
      facts: factsOf(held),
    }
  },
)

export async function acceptHeld(tx: Tx, held: HeldAppointment, now: Date): Promise<void> {
  const { dealershipId, id, customerId, heldUntil, status } = held
  if (status !== 'requested' || !heldUntil || heldUntil <= now) throw new Refusal('waiting.hold-over')
  await tx.appointment.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { status: appointmentFlow.next(status, 'confirm'), heldUntil: null },
    select: { id: true },
  })
  await settleWaiting(tx, held, 'taken')
  const token = await createLink(tx, { dealershipId, customerId, appointmentId: id }, now)
  await tellAppointment(tx, 'appointment-confirmed', dealershipId, id, now, token)
}

/** Takes somebody off the waiting list; a place that is held for them becomes free. Refuses `status.not-from-here`. */
export const withdrawWaiting = command(
  'waiting.withdraw',
  z.object({ waitingId: id }),
  async ({ tx, actor, now }, { waitingId }) => {
    const entry = await waitingEntryOf(tx, actor.dealershipId, waitingId)
    await withdrawEntry(tx, actor, entry, now)
    return {
      result: { id: waitingId },
      subject: { type: 'customer', id: entry.customerId },
      facts: { plate: entry.vehicle.plate },
    }
  },
)

type Entry = Awaited<ReturnType<typeof waitingEntryOf>>

export async function withdrawEntry(tx: Tx, actor: Actor, entry: Entry, now: Date): Promise<Entry> {
  const { dealershipId, id, status, appointmentId } = entry
  if (status !== 'waiting' && status !== 'offered')
    throw new Refusal('status.not-from-here', { from: status, action: 'withdraw' })
  if (status === 'offered' && appointmentId)
    await cancelHeld(tx, await holdAppointment(tx, actor, appointmentId), 'other', '', now)
  else
    await tx.waitingEntry.update({
      where: { dealershipId_id: { dealershipId, id } },
      data: { status: 'withdrawn' },
      select: { id: true },
    })
  return entry
}

/**
 * The clock ends an offer that nobody took in time: the place becomes free for the next person. An entry whose last day has passed
 * ends too. What was taken or given back meanwhile stays as it is.
 */
export const expireWaiting = command(
  'waiting.expire',
  z.object({ waitingId: id }),
  async ({ tx, actor, now }, { waitingId }) => {
    const { dealershipId } = actor
    const entry = await waitingEntryOf(tx, dealershipId, waitingId)
    const { status, appointmentId, customerId, vehicle } = entry
    const today = toDateColumn(dayOf(now, entry.dealership.timeZone))
    let expired = status === 'waiting' && entry.lastDay < today
    if (status === 'offered' && appointmentId) {
      const held = await holdAppointment(tx, actor, appointmentId)
      expired = held.status === 'requested' && !!held.heldUntil && held.heldUntil <= now
      if (expired) await endHold(tx, held, now)
    }
    if (expired)
      await tx.waitingEntry.update({
        where: { dealershipId_id: { dealershipId, id: waitingId } },
        data: { status: 'expired' },
        select: { id: true },
      })
    return {
      result: { expired },
      subject: { type: 'customer', id: customerId },
      facts: { plate: vehicle.plate, expired },
    }
  },
)

async function endHold(tx: Tx, held: HeldAppointment, now: Date): Promise<void> {
  const { dealershipId, id } = held
  await freeCapacityOf(tx, held)
  await releaseBookedParts(tx, { dealershipId, appointmentId: id })
  await tx.appointment.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { status: appointmentFlow.next(held.status, 'cancel'), reason: reasonText(OFFER_OVER) },
    select: { id: true },
  })
  await tellAppointment(tx, 'waiting-over', dealershipId, id, now)
}

/** Offers whose time is over, and entries whose last day has passed. */
export async function waitingOver(tx: Tx, dealershipId: string, now: Date): Promise<{ waitingId: string }[]> {
  const { timeZone } = await tx.dealership.findUniqueOrThrow({ where: { id: dealershipId } })
  const over = await tx.waitingEntry.findMany({
    where: {
      dealershipId,
      OR: [
        { status: 'offered', appointment: { status: 'requested', heldUntil: { lte: now } } },
        { status: 'waiting', lastDay: { lt: toDateColumn(dayOf(now, timeZone)) } },
      ],
    },
    orderBy: { createdAt: 'asc' },
    take: 200,
    select: { id: true },
  })
  return over.map(({ id: waitingId }) => ({ waitingId }))
}
