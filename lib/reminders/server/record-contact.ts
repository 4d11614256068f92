import 'server-only'
import type { z } from 'zod'
import { keepLead } from '@/lib/customers/server/leads'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { afterContact, factsOf } from '../contact'
import { RecordContact } from '../schemas'
import { bookingOf, contactAtHand, moveContact, scriptInForce, type ContactAtHand } from './contact-at-hand'

type Attempt = z.output<typeof RecordContact>

/**
 * What came of one try (S1-14), with a wrong number put right in the same form (S1-15) and the version of the script that
 * was read (S1-12). Refuses with `reminder.later-when`, `reminder.book-first`, `reminder.script-wanted`,
 * `common.changed-meanwhile` or `status.not-from-here`.
 */
export const recordContact = command('reminder.attempt', RecordContact, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { result, newPhone, callAt } = input
  const task = await contactAtHand(tx, dealershipId, input.taskId)
  if (result === 'callLater' && (!callAt || callAt <= now)) throw new Refusal('reminder.later-when')
  const scriptId = await scriptRead(tx, task, input)
  const booking =
    result === 'booked' ? await bookingOf(tx, dealershipId, task.vehicleId, task.createdAt) : null
  if (result === 'booked' && !booking) throw new Refusal('reminder.book-first')
  const action = afterContact({
    class: task.class,
    result,
    earlierMisses: task.contactAttempts.filter((one) => one.result === 'notReached').length,
    limit: (await settingsOf(tx))['followup.attempts'],
    corrected: newPhone !== undefined,
    hasBooking: booking !== null,
  })
  const status = await moveContact(tx, task, action, {
    ...(action === 'attempt' ? {} : { closedAt: now, reason: result }),
    ...(callAt && result === 'callLater' ? { nextAt: callAt } : {}),
    ...(booking ? { appointmentId: booking.id } : {}),
  })
  const { channel, seconds, readBack, checks, stages, summary, need } = input
  await tx.contactAttempt.create({
    data: {
      dealershipId,
      taskId: task.id,
      result,
      ...factsOf(result),
      channel,
      seconds,
      scriptId,
      readBack,
      callSteps: [...new Set(checks)],
      callStages: [...new Set(stages)],
      summary,
      need,
      at: now,
      byId: actor.id,
    },
    select: { id: true },
  })
  const { customerId, vehicleId } = task
  if (need) await keepLead(tx, { dealershipId, customerId, vehicleId, text: need, at: now, byId: actor.id })
  await keepNumber(tx, task, input, now)
  return {
    result: { taskId: task.id, status },
    subject: { type: 'contactTask', id: task.id },
    facts: { class: task.class, result, status, phoneCorrected: newPhone !== undefined },
  }
})

/** A recall is read out word for word (S1-12): without the version in force nothing can be recorded. */
async function scriptRead(tx: Tx, task: ContactAtHand, { scriptId, result }: Attempt) {
  const script = await scriptInForce(tx, task.dealershipId, task)
  if (scriptId && script?.id !== scriptId) throw new Refusal('common.changed-meanwhile')
  const spoken = factsOf(result).reached
  if (task.class === 'recall' && spoken && !scriptId) throw new Refusal('reminder.script-wanted')
  return spoken ? (scriptId ?? null) : null
}

/** A number that reached the customer is good from now on; a wrong one is marked until somebody types another. */
async function keepNumber(tx: Tx, { dealershipId, customerId }: ContactAtHand, input: Attempt, now: Date) {
  const { reached } = factsOf(input.result)
  const wrong = input.result === 'wrongNumber' && !input.newPhone
  if (!input.newPhone && !reached && !wrong) return
  await tx.customer.update({
    where: { dealershipId_id: { dealershipId, id: customerId } },
    data: {
      ...(input.newPhone ? { phone: input.newPhone, verifiedAt: null } : {}),
      phoneWrongAt: wrong ? now : null,
      ...(reached && input.channel === 'phone' ? { verifiedAt: now } : {}),
    },
    select: { id: true },
  })
}
