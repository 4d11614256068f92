import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { minutesAfter, minutesBetween } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import type { Tx } from '@/lib/server/db'
import { isOpen } from '../appointment'
import { tellAppointment } from './tell-appointment'

const STAGES = ['dayBefore', 'hourBefore'] as const
type Stage = (typeof STAGES)[number]

/** Reminds the customer of a booking, once some days and once some hours before (S1-49). A booking that is over stays silent. */
export const remindAppointment = command(
  'appointment.remind',
  z.object({ appointmentId: id, stage: z.enum(STAGES) }),
  async ({ tx, actor, now }, { appointmentId, stage }) => {
    const { dealershipId } = actor
    const booking = await tx.appointment.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id: appointmentId } },
      select: { status: true, startsAt: true, no: true },
    })
    const due = isOpen(booking.status) && booking.startsAt > now
    if (due)
      await tellAppointment(
        tx,
        'appointment-reminder',
        dealershipId,
        appointmentId,
        now,
        '',
        keyOf(stage, appointmentId),
      )
    return {
      result: { told: due },
      subject: { type: 'appointment', id: appointmentId },
      facts: { no: booking.no, stage, told: due },
    }
  },
)

const keyOf = (stage: string, appointmentId: string) => `reminder:${stage}:${appointmentId}`

/**
 * Bookings whose reminder is due and not yet told: `confirm.dayBefore` days and `confirm.hourBefore` hours before, 0 for none. One booked at short notice is not
 * reminded of what was just said.
 */
export async function remindersDue(tx: Tx, now: Date): Promise<{ appointmentId: string; stage: Stage }[]> {
  const settings = await settingsOf(tx)
  const minutes = {
    dayBefore: settings['confirm.dayBefore'] * 24 * 60,
    hourBefore: settings['confirm.hourBefore'] * 60,
  }
  const until = minutesAfter(now, Math.max(minutes.dayBefore, minutes.hourBefore))
  const bookings = await tx.appointment.findMany({
    where: { status: { in: ['confirmed', 'waitingParts', 'ready'] }, startsAt: { gt: now, lte: until } },
    select: { id: true, startsAt: true, createdAt: true },
  })
  const wanted = bookings.flatMap(({ id: appointmentId, startsAt, createdAt }) => {
    const stage =
      minutesBetween(now, startsAt) <= minutes.hourBefore ? ('hourBefore' as const) : ('dayBefore' as const)
    return minutes[stage] > 0 && minutesBetween(createdAt, startsAt) > 2 * minutes[stage]
      ? [{ appointmentId, stage }]
      : []
  })
  const keys = wanted.map(({ appointmentId, stage }) => keyOf(stage, appointmentId))
  const told = await tx.outboxMessage.findMany({
    where: { dedupeKey: { in: keys } },
    select: { dedupeKey: true },
  })
  const done = new Set(told.map(({ dedupeKey }) => dedupeKey))
  return wanted.filter((_, i) => !done.has(keys[i] ?? ''))
}
