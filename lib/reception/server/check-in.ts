import 'server-only'
import { appointmentFlow, isOpen, OPEN_APPOINTMENTS } from '@/lib/appointments/appointment'
import { arrangeWayOfToday } from '@/lib/appointments/server/arrange-way'
import { releaseUses, takeToday } from '@/lib/appointments/server/day-capacity'
import { settleWaiting } from '@/lib/appointments/server/settle-waiting'
import type { Way } from '@/lib/appointments/way'
import { dayOf } from '@/lib/core/time'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'

type Place = { dealershipId: string; timeZone: string; settings: Settings; now: Date }

/**
 * The booked car has come. A request nobody has answered yet is confirmed by the car standing at the door. The minutes of a
 * car that comes on another day, or after it was given up, are taken out of today: the work is there, whatever is free. Its driver
 * and loaner car are reserved for today; answers what of them is missing.
 */
export async function checkIn(tx: Tx, place: Place, appointmentId: string): Promise<Way> {
  const { dealershipId, timeZone, settings, now } = place
  const where = { dealershipId_id: { dealershipId, id: appointmentId } }
  const booking = await tx.appointment.findUniqueOrThrow({
    where,
    include: { appointmentItems: { orderBy: { position: 'asc' } } },
  })
  const { status, startsAt, appointmentItems: items, waiting } = booking
  const from = status === 'requested' ? appointmentFlow.next(status, 'confirm') : status
  const next = appointmentFlow.next(from, 'checkIn')

  const [booked, today] = [dayOf(startsAt, timeZone), dayOf(now, timeZone)]
  const holds = isOpen(status)
  let missing: Way = { pickUp: false, loaner: false }
  if (!holds || booked !== today) {
    if (holds) await releaseUses(tx, { dealershipId, appointmentId })
    const promisedAt = await takeToday(tx, {
      dealershipId,
      appointmentId,
      items,
      waits: waiting === 'waits',
      settings,
      timeZone,
      now,
    })
    const times = { startsAt: now, promisedAt }
    missing = await arrangeWayOfToday(tx, { dealershipId, appointmentId }, times, booking, settings)
  }
  const adviserId = holds || !(await isTaken(tx, booking)) ? booking.adviserId : null
  await tx.appointment.update({
    where,
    data: { status: next, adviserId, heldUntil: null },
    select: { id: true },
  })
  await settleWaiting(tx, booking, 'taken')
  return missing
}

type Slot = { dealershipId: string; adviserId: string | null; startsAt: Date; receptionEndsAt: Date }

/** Whether the reception time of a booking that was given up belongs to another one by now. */
async function isTaken(tx: Tx, { dealershipId, adviserId, startsAt, receptionEndsAt }: Slot) {
  if (!adviserId) return false
  const other = await tx.appointment.findFirst({
    where: {
      dealershipId,
      adviserId,
      status: { in: [...OPEN_APPOINTMENTS, 'arrived', 'converted'] },
      startsAt: { lt: receptionEndsAt },
      receptionEndsAt: { gt: startsAt },
    },
    select: { id: true },
  })
  return other !== null
}
