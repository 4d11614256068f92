import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { isPoor, likelyType } from '../follow-up'
import { CompleteFollowUp } from '../schemas'
import { closeWhenFollowedUp } from './close-when-followed-up'
import { followUpAtHand, moveFollowUp } from './follow-up-at-hand'
import { raiseComplaint } from './raise-complaint'

/**
 * The answers of a call. A poor one opens a complaint at once and starts its clocks (S8-19). The reminder of the next
 * service asks for no opinion. Refuses with `followUp.answer-missing` or `status.not-from-here`.
 */
export const completeFollowUp = command(
  'followUp.complete',
  CompleteFollowUp,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const followUp = await followUpAtHand(tx, dealershipId, input.followUpId)
    const { satisfaction, problemSolved, vehicleState, questions, suggestion, bookingPromoted, booked } =
      input
    const asksOpinion = followUp.kind !== 'nextService'
    if (asksOpinion && (!satisfaction || problemSolved === undefined))
      throw new Refusal('followUp.answer-missing')
    const poor = satisfaction !== undefined && isPoor({ satisfaction, problemSolved })

    const status = await moveFollowUp(tx, followUp, poor ? 'complain' : 'complete', {
      answers: { vehicleState, questions, suggestion, booked },
      satisfaction: satisfaction ?? null,
      problemSolved: problemSolved ?? null,
      bookingPromoted: bookingPromoted || booked,
      ownerId: followUp.ownerId ?? actor.id,
      closedAt: now,
      closedById: actor.id,
    })
    await tx.followUpAttempt.create({
      data: {
        dealershipId,
        followUpId: followUp.id,
        result: booked ? 'booked' : 'reached',
        at: now,
        byId: actor.id,
      },
      select: { id: true },
    })
    const complaint = poor
      ? await raiseComplaint(
          tx,
          {
            dealershipId,
            customerId: followUp.customerId,
            vehicleId: followUp.vehicleId,
            orderId: followUp.orderId,
            visitId: followUp.order?.visitId,
            followUpId: followUp.id,
            type: likelyType({ satisfaction: satisfaction!, problemSolved }),
            channel: 'phone',
            problem: [vehicleState, questions, suggestion].filter(Boolean).join('\n'),
          },
          now,
        )
      : null
    if (followUp.orderId) await closeWhenFollowedUp(tx, dealershipId, followUp.orderId, now)
    return {
      result: {
        followUpId: followUp.id,
        status,
        complaintId: complaint?.id ?? null,
        complaintNo: complaint?.no ?? null,
      },
      subject: { type: 'followUp', id: followUp.id },
      visitId: followUp.order?.visitId ?? null,
      facts: {
        kind: followUp.kind,
        satisfaction: satisfaction ?? null,
        problemSolved: problemSolved ?? null,
        complaint: complaint?.no ?? null,
      },
    }
  },
)
