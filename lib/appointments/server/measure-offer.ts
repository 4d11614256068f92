import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { command, type Context } from '@/lib/server/doors'
import { openSlots } from './open-slots'

/** As far ahead as a first free time is looked for. */
const DAYS = 60

const keepOffer = command(
  'appointment.measureOffer',
  z.object({ appointmentId: id, offeredAt: z.date().nullable() }),
  async ({ tx, actor: { dealershipId } }, { appointmentId, offeredAt }) => {
    const booked = await tx.appointment.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id: appointmentId } },
      select: { startsAt: true, firstOfferedAt: true },
    })
    const firstOfferedAt =
      booked.firstOfferedAt ?? (offeredAt && offeredAt < booked.startsAt ? offeredAt : booked.startsAt)
    await tx.appointment.update({
      where: { dealershipId_id: { dealershipId, id: appointmentId } },
      data: { firstOfferedAt },
      select: { id: true },
    })
    return {
      result: { firstOfferedAt },
      subject: { type: 'appointment', id: appointmentId },
      facts: { firstOfferedAt: firstOfferedAt.toISOString() },
    }
  },
  { turns: false },
)

/**
 * Measures what was free first for the work of a booking, its own place counted as free (S1-65, X-KPI-04). The worker does it right
 * after the booking, so that nobody who books waits for it.
 */
export async function measureOffer(context: Context, appointmentId: string) {
  const { days } = await openSlots(context, { movingId: appointmentId, days: DAYS })
  const first = days.flatMap(({ slots }) => slots)[0]
  return keepOffer(context, { appointmentId, offeredAt: first ? new Date(first.startsAt) : null })
}
