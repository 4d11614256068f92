import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { appointmentFlow, isOpen } from '../appointment'
import { ConfirmAppointment } from '../schemas'
import { acceptHeld } from './answer-offer'
import { cancelHeld } from './cancel-appointment'
import { factsOf, holdAppointment } from './held-appointment'

/**
 * Notes the contact one day or one hour before: whether the booking is kept (S1-76, S1-78). A booking that is not
 * kept is cancelled at once; one that is to be moved is moved with `rescheduleAppointment`.
 */
export const confirmAppointment = command(
  'appointment.confirm',
  ConfirmAppointment,
  async ({ tx, actor, now }, { appointmentId, stage, result, channel, reason, note }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    if (!isOpen(held.status))
      throw new Refusal('status.not-from-here', { from: held.status, action: 'confirm' })
    await tx.appointmentConfirmation.create({
      data: {
        dealershipId: held.dealershipId,
        appointmentId,
        stage,
        result,
        channel: actor.kind === 'customer' ? 'online' : channel,
        reason: [reason, note].filter(Boolean).join(': '),
        byId: actor.kind === 'staff' ? actor.id : null,
        at: now,
      },
      select: { id: true },
    })
    if (result === 'cancels') await cancelHeld(tx, held, reason ?? 'other', note, now)
    else if (result === 'keeps' && held.status === 'requested' && held.heldUntil)
      await acceptHeld(tx, held, now)
    else if (result === 'keeps' && held.status === 'requested')
      await tx.appointment.update({
        where: { dealershipId_id: { dealershipId: held.dealershipId, id: held.id } },
        data: { status: appointmentFlow.next(held.status, 'confirm') },
        select: { id: true },
      })
    return {
      result: { id: held.id },
      subject: { type: 'appointment', id: held.id },
      facts: { ...factsOf(held), stage, result },
    }
  },
)
