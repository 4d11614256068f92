import 'server-only'
import { command } from '@/lib/server/doors'
import { RescheduleAppointment } from '../schemas'
import { factsOf, holdAppointment } from './held-appointment'
import { moveHeld } from './move-held'

/** Moves a booking to another time with its reason; either all of it happens or nothing. See `moveHeld`. */
export const rescheduleAppointment = command(
  'appointment.reschedule',
  RescheduleAppointment,
  async ({ tx, actor, now }, input) => {
    const held = await holdAppointment(tx, actor, input.appointmentId)
    const placed = await moveHeld(tx, actor, held, input, now)
    return {
      result: {
        id: placed.id,
        no: placed.no,
        startsAt: input.startsAt.toISOString(),
        adviserName: placed.adviser.name,
      },
      subject: { type: 'appointment', id: placed.id },
      facts: {
        ...factsOf(held),
        startsAt: input.startsAt.toISOString(),
        before: held.startsAt.toISOString(),
        reason: input.reason,
      },
    }
  },
)
