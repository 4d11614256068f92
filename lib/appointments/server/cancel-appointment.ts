import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { appointmentFlow } from '../appointment'
import { reasonText, type ChangeReason } from '../reason'
import { CancelAppointment } from '../schemas'
import { checkChangeable } from '../slot-rules'
import { releaseBookedParts } from './booked-parts'
import { factsOf, freeCapacityOf, holdAppointment, type HeldAppointment } from './held-appointment'
import { settleWaiting } from './settle-waiting'
import { tellAppointment } from './tell-appointment'

/** Cancels a booking with its reason, gives its capacity and reserved parts back, and thanks the customer. */
export const cancelAppointment = command(
  'appointment.cancel',
  CancelAppointment,
  async ({ tx, actor, now }, { appointmentId, reason, note }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    if (actor.kind === 'customer' && held.status !== 'requested') {
      const settings = await settingsOf(tx)
      checkChangeable(held.startsAt, now, settings['booking.changeUntilMinutes'])
    }
    await cancelHeld(tx, held, reason, note, now)
    return {
      result: { id: held.id },
      subject: { type: 'appointment', id: held.id },
      facts: { ...factsOf(held), reason },
    }
  },
)

export async function cancelHeld(
  tx: Tx,
  held: HeldAppointment,
  reason: ChangeReason,
  note: string,
  now: Date,
): Promise<void> {
  const status = appointmentFlow.next(held.status, 'cancel')
  const { dealershipId, id } = held
  await freeCapacityOf(tx, held)
  await settleWaiting(tx, held, 'withdrawn')
  await releaseBookedParts(tx, { dealershipId, appointmentId: id })
  await tx.appointment.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { status, reason: reasonText(reason, note) },
    select: { id: true },
  })
  await tellAppointment(tx, 'appointment-cancelled', dealershipId, id, now)
}
