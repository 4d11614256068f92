import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, toDateColumn } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { command, query } from '@/lib/server/doors'

/** The gifts of a visit that was booked: what is valid on its day and what it has got already; none for who just came. */
async function giftsOf(tx: Tx, dealershipId: string, visitId: string) {
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { appointmentId: true, arrivedAt: true, visitGifts: { select: { giftId: true } } },
  })
  if (!visit) throw new Refusal('common.not-found')
  if (!visit.appointmentId) return []
  const { timeZone } = await thisDealership(tx, dealershipId)
  const at = toDateColumn(dayOf(visit.arrivedAt, timeZone))
  const got = visit.visitGifts.map(({ giftId }) => giftId)
  const gifts = await tx.bookingGift.findMany({
    where: {
      dealershipId,
      OR: [{ id: { in: got } }, { withdrawnAt: null, firstDay: { lte: at }, lastDay: { gte: at } }],
    },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, nameEn: true, costFen: true },
  })
  return gifts.map((gift) => ({ ...gift, given: got.includes(gift.id) }))
}

/** What the customer of a booked visit gets besides (S1-86), for the adviser at reception and hand-over. Refuses `common.not-found`. */
export const visitGifts = query(
  'visit.giveGift',
  z.object({ visitId: id }),
  ({ tx, actor: { dealershipId } }, { visitId }) => giftsOf(tx, dealershipId, visitId),
)

/**
 * Keeps that a gift was handed over, once, with what it cost then. Refuses `common.not-found` for a visit that was not booked or a
 * gift that is not valid on its day, and `gift.already-given`.
 */
export const giveGift = command(
  'visit.giveGift',
  z.object({ visitId: id, giftId: id }),
  async ({ tx, actor, now }, { visitId, giftId }) => {
    const { dealershipId } = actor
    const gift = (await giftsOf(tx, dealershipId, visitId)).find((one) => one.id === giftId)
    if (!gift) throw new Refusal('common.not-found')
    if (gift.given) throw new Refusal('gift.already-given')
    await tx.visitGift.create({
      data: { dealershipId, visitId, giftId, costFen: gift.costFen, at: now, byId: actor.id },
      select: { giftId: true },
    })
    return {
      result: { visitId },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { gift: gift.name, costFen: gift.costFen },
    }
  },
)
