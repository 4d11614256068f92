import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { minutesAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { appointmentFlow, type AppointmentStatus } from '../appointment'
import { releaseBookedParts } from './booked-parts'
import {
  factsOf,
  freeCapacityOf,
  freedWayOf,
  holdAppointment,
  type HeldAppointment,
} from './held-appointment'
import { tellAppointment } from './tell-appointment'

/** What the clock gives up: a car that only waits for its parts was told that its date is provisional. */
const EXPECTED = ['confirmed', 'ready'] as const satisfies AppointmentStatus[]
const TELL_WITHIN_MINUTES = 24 * 60

/**
 * The clock notes a no-show once the grace time is over (register 6.1); the reason is asked for when the booking desk calls.
 * A booking that was received, moved or called off meanwhile stays as it is.
 */
export const missAppointment = command(
  'appointment.miss',
  z.object({ appointmentId: id }),
  async ({ tx, actor, now }, { appointmentId }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    const { 'booking.noShowGraceMinutes': grace } = await settingsOf(tx)
    const missed = isExpected(held.status) && minutesAfter(held.startsAt, grace) <= now
    if (missed) await missHeld(tx, held, null, now)
    return {
      result: { missed },
      subject: { type: 'appointment', id: appointmentId },
      facts: { ...factsOf(held), ...(missed ? freedWayOf(held) : {}), missed },
    }
  },
)

const isExpected = (status: AppointmentStatus) => (EXPECTED as readonly string[]).includes(status)

/** Gives capacity and parts back, keeps the reason, and thanks a customer who was expected within the last day. */
export async function missHeld(
  tx: Tx,
  held: HeldAppointment,
  reason: string | null,
  now: Date,
): Promise<void> {
  const { dealershipId, id: appointmentId } = held
  const status = appointmentFlow.next(held.status, 'markNoShow')
  await freeCapacityOf(tx, held)
  await releaseBookedParts(tx, { dealershipId, appointmentId })
  await tx.appointment.update({
    where: { dealershipId_id: { dealershipId, id: appointmentId } },
    data: { status, reason },
    select: { id: true },
  })
  if (minutesAfter(held.startsAt, TELL_WITHIN_MINUTES) > now)
    await tellAppointment(tx, 'appointment-missed', dealershipId, appointmentId, now)
}

/** Bookings whose car has not come within the grace time. */
export async function missedBookings(tx: Tx, now: Date): Promise<{ appointmentId: string }[]> {
  const { 'booking.noShowGraceMinutes': grace } = await settingsOf(tx)
  const missed = await tx.appointment.findMany({
    where: { status: { in: [...EXPECTED] }, startsAt: { lte: minutesAfter(now, -grace) } },
    orderBy: { startsAt: 'asc' },
    take: 200,
    select: { id: true },
  })
  return missed.map(({ id: appointmentId }) => ({ appointmentId }))
}
