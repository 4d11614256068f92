import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { contactFlow } from '../contact'
import { LinkBooking, OptOut, PostponeContact } from '../schemas'
import { contactAtHand, moveContact } from './contact-at-hand'
import { takeOffLists } from './stop-reminders'

/** Puts a contact off until another time. Refuses with `reminder.later-when` or `status.not-from-here`. */
export const postponeContact = command(
  'reminder.postpone',
  PostponeContact,
  async ({ tx, actor: { dealershipId }, now }, { taskId, until }) => {
    const task = await contactAtHand(tx, dealershipId, taskId)
    if (until <= now) throw new Refusal('reminder.later-when')
    await moveContact(tx, task, 'attempt', { nextAt: until })
    return {
      result: { taskId },
      subject: { type: 'contactTask', id: taskId },
      facts: { class: task.class, until: until.toISOString() },
    }
  },
)

/** The customer wants no more reminders and offers: all contacts about them end, but a recall (X-CRM-19). */
export const optOut = command('reminder.optOut', OptOut, async ({ tx, actor, now }, { taskId }) => {
  const { dealershipId } = actor
  const { customerId, class: of } = await contactAtHand(tx, dealershipId, taskId)
  const count = await takeOffLists(tx, { dealershipId, customerId, channel: 'phone', now })
  return {
    result: { taskId },
    subject: { type: 'contactTask', id: taskId },
    facts: { class: of, ended: count },
  }
})

/**
 * The booking that came of a call: the contact is booked, and the call that led there was reached and booked (S1-01, S1-13).
 * A contact that has ended meanwhile stays as it is.
 */
export const linkBooking = command('reminder.linkBooking', LinkBooking, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { taskId, appointmentId } = input
  const task = await contactAtHand(tx, dealershipId, taskId)
  const booking = await tx.appointment.findFirst({
    where: { dealershipId, id: appointmentId, vehicleId: task.vehicleId },
    select: { no: true },
  })
  if (!booking) throw new Refusal('common.not-found')
  const linked = contactFlow.may(task.status, 'book')
  if (linked) {
    await moveContact(tx, task, 'book', { appointmentId, closedAt: now, reason: 'booked' })
    await tx.contactAttempt.create({
      data: { dealershipId, taskId, result: 'booked', reached: true, booked: true, at: now, byId: actor.id },
      select: { id: true },
    })
  }
  return {
    result: { taskId, linked },
    subject: { type: 'contactTask', id: taskId },
    facts: { class: task.class, no: booking.no, linked },
  }
})
