import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { isPoor, likelyType, OPEN_FOLLOW_UPS } from '../follow-up'
import { GiveRating } from '../schemas'
import { raiseComplaint } from './raise-complaint'

/**
 * The customer rates a delivered order by the own link, once. A poor rating opens a complaint.
 * Refuses with `common.not-found`, `rating.not-delivered` or `rating.given-already`.
 */
export const giveRating = command('rating.give', GiveRating, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: input.orderId } },
    select: {
      id: true,
      no: true,
      visitId: true,
      vehicleId: true,
      customerId: true,
      deliveredAt: true,
      rating: { select: { id: true } },
    },
  })
  if (!order || actor.kind !== 'customer' || actor.visitId !== order.visitId)
    throw new Refusal('common.not-found')
  if (!order.deliveredAt) throw new Refusal('rating.not-delivered')
  if (order.rating) throw new Refusal('rating.given-already')
  const { satisfaction, adviserStars = null, technicianStars = null, text } = input
  const { customerId, vehicleId, visitId, id: orderId } = order
  const technicianId = await mainTechnician(tx, dealershipId, orderId)
  const rating = await tx.rating.create({
    data: {
      dealershipId,
      orderId,
      customerId,
      satisfaction,
      adviserStars,
      technicianStars,
      technicianId,
      text,
      channel: 'online',
      at: now,
    },
    select: { id: true },
  })
  await tx.followUp.updateMany({
    where: { dealershipId, orderId, kind: 'ratingInvitation', status: { in: [...OPEN_FOLLOW_UPS] } },
    data: { status: 'done', satisfaction, closedAt: now },
  })
  const opinion = { satisfaction, adviserStars, technicianStars }
  const complaint = isPoor(opinion)
    ? await raiseComplaint(
        tx,
        {
          dealershipId,
          customerId,
          vehicleId,
          orderId,
          visitId,
          type: likelyType(opinion),
          channel: 'online',
          problem: text,
        },
        now,
      )
    : null
  return {
    result: { ratingId: rating.id, complaintNo: complaint?.no ?? null },
    subject: { type: 'order', id: orderId },
    visitId,
    facts: { no: order.no, satisfaction, adviserStars, technicianStars, complaint: complaint?.no ?? null },
  }
})

/** Who did most of the work, so that the rating can name the technician (S8-17). */
async function mainTechnician(tx: Tx, dealershipId: string, orderId: string): Promise<string | null> {
  const done = await tx.job.groupBy({
    by: ['doneById'],
    where: { dealershipId, orderId, doneById: { not: null } },
    _sum: { minutes: true },
    orderBy: { _sum: { minutes: 'desc' } },
    take: 1,
  })
  return done[0]?.doneById ?? null
}
