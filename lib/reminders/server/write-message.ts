import 'server-only'
import * as z from 'zod'
import { id, text } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { tell } from '@/lib/server/outbox'
import { afterQuietHours } from '../cadence'
import { REMINDER_TEMPLATES, writtenAttempt, writtenChannel, type LeftOut } from '../written'
import { writingTo } from './writing-to'

const REFUSED = {
  ended: 'reminder.ended',
  saidNo: 'reminder.said-no',
  tooMany: 'reminder.too-many',
  alreadyWritten: 'reminder.already-written',
} as const satisfies Record<LeftOut, string>

/**
 * Writes to a customer from the call card. Without words it is the message of the list, once in a cycle and outside the quiet hours
 * (S1-90); with words it is what was agreed or is too complicated for the telephone (S1-99), and leaves at once. Refuses with
 * `reminder.no-number`, and for the message of the list `reminder.ended`, `reminder.said-no`, `reminder.too-many` or
 * `reminder.already-written`.
 */
export const writeMessage = command(
  'reminder.write',
  z.object({ taskId: id, words: text(300).default('') }),
  async ({ tx, actor, now }, { taskId, words }) => {
    const { dealershipId } = actor
    const { house, settings, written } = await writingTo(tx, dealershipId, [taskId], now)
    const [one] = written
    if (!one) throw new Refusal('common.not-found')
    const { task, customer, leftOut, planChannel } = one
    if (!customer.phone || customer.phoneWrongAt) throw new Refusal('reminder.no-number')
    if (!words && leftOut) throw new Refusal(REFUSED[leftOut])
    const channel = writtenChannel(planChannel) ?? writtenChannel(customer.preferredChannel) ?? 'sms'
    await tell(tx, {
      dealershipId,
      template: words ? 'reminder.agreed' : REMINDER_TEMPLATES[task.class],
      recipient: customer.phone,
      locale: customer.locale,
      customerId: customer.id,
      channel,
      facts: words ? { ...one.facts, words } : one.facts,
      at: now,
      ...(words
        ? {}
        : {
            dedupeKey: `reminder:${task.vehicleId}:${task.cycle}`,
            notBefore: afterQuietHours(now, house.timeZone, settings),
          }),
    })
    if (!words)
      await tx.contactTask.update({
        where: { dealershipId_id: { dealershipId, id: taskId } },
        data: { remindedAt: now },
        select: { id: true },
      })
    await tx.contactAttempt.create({
      data: { dealershipId, taskId, ...writtenAttempt(channel), summary: words, at: now, byId: actor.id },
      select: { id: true },
    })
    return {
      result: { taskId },
      subject: { type: 'contactTask', id: taskId },
      facts: { class: task.class, channel, ownWords: words !== '' },
    }
  },
)
