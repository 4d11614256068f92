import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { appointmentFlow, isOpen } from '../appointment'
import { ConfirmAppointment } from '../schemas'
import { acceptHeld } from './answer-offer'
import { cancelHeld } from './cancel-appointment'
import { factsOf, holdAppointment, type HeldAppointment } from './held-appointment'
import { moveHeld } from './move-held'

type Answer = z.output<typeof ConfirmAppointment>

/**
 * Notes a contact of the loop of confirmation (F06): one day before, one hour before, after a missed booking (S1-76, S1-78, S1-79),
 * with its result, reason and thanks. A booking that is not kept is cancelled or moved in the same step, so that its capacity is
 * free at once (S1-77). Refuses `status.not-from-here` for a booking that is over, and what cancelling or moving is refused for.
 */
export const confirmAppointment = command(
  'appointment.confirm',
  ConfirmAppointment,
  async ({ tx, actor, now }, input) => {
    const held = await holdAppointment(tx, actor, input.appointmentId)
    checkConfirmable(held, input)
    // By the own link a booking is only confirmed here: it is cancelled and moved until the limit, with their own commands.
    if (actor.kind === 'customer' && input.result !== 'keeps')
      throw new Refusal('status.not-from-here', { from: held.status, action: 'confirm' })
    const { stage, result, reason, note, startsAt = null } = input
    await tx.appointmentConfirmation.create({
      data: {
        dealershipId: held.dealershipId,
        appointmentId: held.id,
        stage,
        result,
        channel: actor.kind === 'customer' ? 'online' : input.channel,
        reason: [reason, note].filter(Boolean).join(': '),
        thanked: input.thanked,
        newStartsAt: result === 'reschedules' ? startsAt : null,
        byId: actor.kind === 'staff' ? actor.id : null,
        at: now,
      },
      select: { id: true },
    })
    const movedTo = await follow(tx, actor, held, input, now)
    return {
      result: { id: movedTo ?? held.id },
      subject: { type: 'appointment', id: held.id },
      facts: { ...factsOf(held), stage, result, thanked: input.thanked },
    }
  },
)

function checkConfirmable({ status }: HeldAppointment, { stage, result }: Answer): void {
  const possible = stage === 'missed' ? status === 'noShow' && result !== 'keeps' : isOpen(status)
  if (!possible) throw new Refusal('status.not-from-here', { from: status, action: 'confirm' })
}

/** What the answer of the customer does to the booking; the id of the new one when it is moved. */
async function follow(tx: Tx, actor: Actor, held: HeldAppointment, input: Answer, now: Date) {
  const { result, reason = 'other', note, startsAt, adviserId, way, pickUpAddress } = input
  if (result === 'cancels') await cancelHeld(tx, held, reason, note, now)
  else if (result === 'reschedules' && startsAt) {
    authorize(actor, 'appointment.reschedule')
    const move = { startsAt, adviserId, reason, note, way, pickUpAddress, overrideReason: '' }
    return (await moveHeld(tx, actor, held, move, now)).id
  } else if (result === 'keeps' && held.status === 'requested' && held.heldUntil)
    await acceptHeld(tx, held, now)
  else if (result === 'keeps' && held.status === 'requested')
    await tx.appointment.update({
      where: { dealershipId_id: { dealershipId: held.dealershipId, id: held.id } },
      data: { status: appointmentFlow.next(held.status, 'confirm') },
      select: { id: true },
    })
  return null
}
