import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { appointmentFlow } from '../appointment'
import { reasonText } from '../reason'
import { MarkNoShow } from '../schemas'
import { checkMissed } from '../slot-rules'
import { factsOf, freedWayOf, holdAppointment } from './held-appointment'
import { missHeld } from './miss-appointment'

/** Notes that the customer did not come, with the reason asked for, and thanks (S1-79). */
export const markNoShow = command(
  'appointment.markNoShow',
  MarkNoShow,
  async ({ tx, actor, now }, { appointmentId, reason, note }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    const settings = await settingsOf(tx)
    appointmentFlow.next(held.status, 'markNoShow')
    checkMissed(held.startsAt, now, settings['booking.noShowGraceMinutes'])
    await missHeld(tx, held, reasonText(reason, note), now)
    const { id } = held
    return {
      result: { id },
      subject: { type: 'appointment', id },
      facts: { ...factsOf(held), ...freedWayOf(held), reason },
    }
  },
)
