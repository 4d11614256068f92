import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { createLink } from '@/lib/server/links'
import { tell } from '@/lib/server/outbox'
import { afterAttempt, checkDue } from '../follow-up'
import { AttemptFollowUp } from '../schemas'
import { closeWhenFollowedUp } from './close-when-followed-up'
import { followUpAtHand, moveFollowUp, type FollowUpAtHand } from './follow-up-at-hand'

/**
 * A call that did not lead to an answer. After the set number of misses the follow-up is closed as unreached and the
 * customer gets a message instead (S8-24); with the last call closed so is the order. Refuses with `followUp.not-yet-due` or `status.not-from-here`.
 */
export const attemptFollowUp = command(
  'followUp.attempt',
  AttemptFollowUp,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const { followUpId, result, note, callAt, seconds } = input
    const followUp = await followUpAtHand(tx, dealershipId, followUpId)
    checkDue(followUp, now)
    const misses = followUp.followUpAttempts.filter((attempt) => attempt.result === 'notReached').length
    const limit = (await settingsOf(tx))['followup.attempts']
    const action = afterAttempt(result, misses, limit)
    const closing = action === 'attempt' ? {} : { closedAt: now, closedById: actor.id, reason: result }
    const later = result === 'callLater' && callAt && callAt > now ? laterWindow(followUp, callAt) : {}
    const status = await moveFollowUp(tx, followUp, action, { ...closing, ...later })
    await tx.followUpAttempt.create({
      data: { dealershipId, followUpId, result, note, seconds, at: now, byId: actor.id },
      select: { id: true },
    })
    if (action !== 'attempt' && followUp.orderId)
      await closeWhenFollowedUp(tx, dealershipId, followUp.orderId, now)
    if (status === 'unreached' && result === 'notReached') await writeInstead(tx, followUp, now)
    return {
      result: { followUpId, status, attempts: followUp.followUpAttempts.length + 1 },
      subject: { type: 'followUp', id: followUpId },
      visitId: followUp.order?.visitId ?? null,
      facts: { kind: followUp.kind, result, status },
    }
  },
)

const laterWindow = ({ dueTo }: FollowUpAtHand, callAt: Date) => ({
  dueFrom: callAt,
  dueTo: callAt > dueTo ? callAt : dueTo,
})

async function writeInstead(tx: Tx, { dealershipId, id, kind, customer, order }: FollowUpAtHand, now: Date) {
  if (!customer.phone) return
  const { name, nameEn, phone } = await thisDealership(tx, dealershipId)
  const link = order
    ? `/v/${await createLink(tx, { dealershipId, customerId: customer.id, visitId: order.visitId }, now)}/rating`
    : ''
  await tell(tx, {
    dealershipId,
    template: kind === 'nextService' ? 'followUp.serviceReminder' : 'followUp.notReached',
    recipient: customer.phone,
    locale: customer.locale,
    facts: {
      name: customer.name,
      dealership: customer.locale === 'en' && nameEn ? nameEn : name,
      phone,
      link,
    },
    at: now,
    customerId: customer.id,
    visitId: order?.visitId ?? null,
    dedupeKey: `unreached:${id}`,
  })
}
