import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { isOpen } from '../appointment'
import { ChooseWay } from '../schemas'
import { checkChangeable } from '../slot-rules'
import { wayAfter } from '../way'
import { arrangeWay, releaseWay } from './arrange-way'
import { factsOf, freedWayOf, holdAppointment } from './held-appointment'

/**
 * How the car of a booking comes from now on, at the time it has: brought, fetched and brought back, or exchanged for a loaner car
 * (S1-29, S1-50). What was reserved before is free again. Refuses what is not free (`checkWay`), `appointment.too-late-to-change` for
 * a customer after the limit, and `status.not-from-here` for a booking that is over.
 */
export const chooseWay = command('appointment.chooseWay', ChooseWay, async ({ tx, actor, now }, input) => {
  const held = await holdAppointment(tx, actor, input.appointmentId)
  const { dealershipId, id, status, startsAt } = held
  if (!isOpen(status)) throw new Refusal('status.not-from-here', { from: status, action: 'chooseWay' })
  const settings = await settingsOf(tx)
  if (actor.kind === 'customer') checkChangeable(startsAt, now, settings['booking.changeUntilMinutes'])
  const way = wayAfter(held, input)
  const of = { dealershipId, appointmentId: id }
  await releaseWay(tx, of)
  await arrangeWay(tx, of, held, way, settings)
  await tx.appointment.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: way,
    select: { id: true },
  })
  const { pickUp, loaner } = way
  return {
    result: { id, pickUp, loaner },
    subject: { type: 'appointment', id },
    facts: { ...factsOf(held), ...freedWayOf(held), pickUp, loaner },
  }
})
