import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'

/**
 * A driver has fetched a car or brought it back; `undo` takes a mark back. Refuses `common.not-found`, and
 * `common.changed-meanwhile` when somebody has noted it already.
 */
export const settleTrip = command(
  'trip.settle',
  z.object({ tripId: f.id, undo: f.flag.default(false) }),
  async ({ tx, actor, now }, { tripId, undo }) => {
    const { dealershipId } = actor
    const trip = await tx.driverTrip.findUnique({
      where: { dealershipId_id: { dealershipId, id: tripId } },
      select: { appointmentId: true, leg: true, driver: true, appointment: { select: { no: true } } },
    })
    if (!trip) throw new Refusal('common.not-found')
    const { count } = await tx.driverTrip.updateMany({
      where: { dealershipId, id: tripId, doneAt: undo ? { not: null } : null },
      data: undo ? { doneAt: null, doneById: null } : { doneAt: now, doneById: actor.id },
    })
    if (!count) throw new Refusal('common.changed-meanwhile')
    const { appointmentId, leg, driver, appointment } = trip
    return {
      result: { tripId, done: !undo },
      subject: { type: 'appointment', id: appointmentId },
      facts: { no: appointment.no, leg, driver, done: !undo },
    }
  },
)

/**
 * A loaner car is back: it is free from now on. Refuses `common.not-found`, and `status.not-from-here` before its time and when it is
 * back already.
 */
export const returnLoaner = command(
  'loaner.return',
  z.object({ appointmentId: f.id }),
  async ({ tx, actor, now }, { appointmentId }) => {
    const { dealershipId } = actor
    const key = { dealershipId_appointmentId: { dealershipId, appointmentId } }
    const stay = await tx.loanerStay.findUnique({ where: key })
    if (!stay) throw new Refusal('common.not-found')
    const { plate, startsAt, endsAt, backAt } = stay
    if (backAt || startsAt >= now)
      throw new Refusal('status.not-from-here', { from: backAt ? 'back' : 'reserved', action: 'return' })
    await tx.loanerStay.update({
      where: key,
      data: { backAt: now, backById: actor.id, endsAt: endsAt > now ? now : endsAt },
      select: { plate: true },
    })
    return {
      result: { appointmentId, plate },
      subject: { type: 'appointment', id: appointmentId },
      facts: { plate },
    }
  },
)
