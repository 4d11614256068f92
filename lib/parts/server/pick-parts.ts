import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { reservationFlow } from '../reservation'
import { PickParts } from '../schemas'
import { setStatus } from './reservations'

/** Notes that reserved parts lie ready in the tray of their booking or job. */
export const pickParts = command('stock.pick', PickParts, async ({ tx, actor }, { reservationIds }) => {
  const { dealershipId } = actor
  const reservations = await tx.partReservation.findMany({ where: { id: { in: reservationIds } } })
  const [first] = reservations
  if (!first || reservations.length < new Set(reservationIds).size) throw new Refusal('common.not-found')
  for (const { id, status } of reservations)
    await setStatus(tx, dealershipId, id, reservationFlow.next(status, 'pick'))
  return {
    result: { picked: reservations.length },
    subject: { type: 'part', id: first.partId },
    facts: { picked: reservations.length },
  }
})
