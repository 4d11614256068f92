import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { HOLDING, SHORT } from '@/lib/parts/reservation'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { moveForParts } from './await-parts'
import { factsOf, holdAppointment, type HeldAppointment } from './held-appointment'

/**
 * A booking follows its parts by itself (S1-75): one part ordered makes its date provisional, the last one arrived confirms it;
 * the customer is told both times. A booking whose time has come stays as it is.
 */
export const followParts = command(
  'appointment.followParts',
  z.object({ appointmentId: id }),
  async ({ tx, actor, now }, { appointmentId }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    const arrived = held.startsAt > now ? await wayOf(tx, held) : null
    const status = arrived === null ? held.status : await moveForParts(tx, held, { arrived, note: '' }, now)
    return {
      result: { status, moved: arrived !== null },
      subject: { type: 'appointment', id: appointmentId },
      facts: { ...factsOf(held), status, moved: arrived !== null },
    }
  },
)

/** True when everything has come, false when something is on order, null when nothing changes. */
async function wayOf(tx: Tx, { dealershipId, id: appointmentId, status }: HeldAppointment) {
  const parts = await tx.partReservation.findMany({
    where: { dealershipId, appointmentId, jobId: null, status: { in: [...HOLDING, ...SHORT] } },
    select: { status: true },
  })
  const short = parts.filter((part) => (SHORT as readonly string[]).includes(part.status))
  if (status === 'waitingParts') return parts.length > 0 && short.length === 0 ? true : null
  if (status !== 'confirmed' && status !== 'ready') return null
  return short.some((part) => part.status === 'ordered') ? false : null
}
