import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { isOpen } from '../appointment'
import { SettlePickUp } from '../schemas'
import { checkRadius } from '../way'
import { factsOf, holdAppointment } from './held-appointment'

/**
 * The adviser has looked the distance of a typed address up: within the limit it is kept (S1-50), else the car is not fetched
 * and its drivers are free again. Refuses `pickUp.too-far`, and `status.not-from-here` for a booking without pick-up or over.
 */
export const settlePickUp = command(
  'appointment.settlePickUp',
  SettlePickUp,
  async ({ tx, actor }, { appointmentId, km = 0, drop }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    const { dealershipId, status } = held
    if (!held.pickUp || !isOpen(status))
      throw new Refusal('status.not-from-here', { from: status, action: 'settlePickUp' })
    const settings = await settingsOf(tx)
    const pickUpMetres = drop ? null : checkRadius(Math.round(km * 1000), settings['pickup.radiusKm'])
    if (drop) await tx.driverTrip.deleteMany({ where: { dealershipId, appointmentId } })
    await tx.appointment.update({
      where: { dealershipId_id: { dealershipId, id: appointmentId } },
      data: { pickUp: !drop, pickUpMetres },
      select: { id: true },
    })
    return {
      result: { id: appointmentId, pickUp: !drop },
      subject: { type: 'appointment', id: appointmentId },
      facts: { ...factsOf(held), pickUp: !drop },
    }
  },
)
