import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { appointmentFlow } from '../appointment'
import { reasonText } from '../reason'
import { MarkNoShow } from '../schemas'
import { checkMissed } from '../slot-rules'
import { releaseBookedParts } from './booked-parts'
import { factsOf, freeCapacityOf, holdAppointment } from './held-appointment'
import { tellAppointment } from './tell-appointment'

/** Notes that the customer did not come, with the reason asked for, and thanks (S1-79). */
export const markNoShow = command(
  'appointment.markNoShow',
  MarkNoShow,
  async ({ tx, actor, now }, { appointmentId, reason, note }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    const status = appointmentFlow.next(held.status, 'markNoShow')
    const settings = await settingsOf(tx)
    checkMissed(held.startsAt, now, settings['booking.noShowGraceMinutes'])
    const { dealershipId, id } = held
    await freeCapacityOf(tx, held)
    await releaseBookedParts(tx, { dealershipId, appointmentId: id })
    await tx.appointment.update({
      where: { dealershipId_id: { dealershipId, id } },
      data: { status, reason: reasonText(reason, note) },
      select: { id: true },
    })
    await tellAppointment(tx, 'appointment-missed', dealershipId, id, now)
    return { result: { id }, subject: { type: 'appointment', id }, facts: { ...factsOf(held), reason } }
  },
)
