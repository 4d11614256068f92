import 'server-only'
import * as z from 'zod'
import { day, id, requiredText, text } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn, toDateColumn } from '@/lib/core/time'
import { command, query } from '@/lib/server/doors'
import { thisDealership } from './this-dealership'

/**
 * Offers a small gift to everybody who has booked and comes within some days (S1-86); `cost` is what one costs the house, in yuan.
 * Refuses `quietOffer.ends-before-start`, and `quietOffer.over` when its last day has passed.
 */
export const addBookingGift = command(
  'bookingGift.add',
  z.object({
    name: requiredText(60),
    nameEn: text(60).default(''),
    cost: z.coerce.number().min(0).max(10_000),
    firstDay: day,
    lastDay: day,
  }),
  async ({ tx, actor: { dealershipId }, now }, { cost, firstDay, lastDay, ...named }) => {
    if (lastDay < firstDay) throw new Refusal('quietOffer.ends-before-start')
    const { timeZone } = await thisDealership(tx, dealershipId)
    if (lastDay < dayOf(now, timeZone)) throw new Refusal('quietOffer.over')
    const costFen = Math.round(cost * 100)
    const { id: giftId } = await tx.bookingGift.create({
      data: {
        dealershipId,
        ...named,
        costFen,
        firstDay: toDateColumn(firstDay),
        lastDay: toDateColumn(lastDay),
        createdAt: now,
      },
      select: { id: true },
    })
    return {
      result: { id: giftId },
      subject: { type: 'dealership', id: dealershipId },
      facts: { name: named.name, costFen, days: `${firstDay} ${lastDay}` },
    }
  },
)

/** Takes a gift back; what was handed over stays in the figures. */
export const withdrawBookingGift = command(
  'bookingGift.withdraw',
  z.object({ id }),
  async ({ tx, actor: { dealershipId }, now }, { id: giftId }) => {
    const { count } = await tx.bookingGift.updateMany({
      where: { dealershipId, id: giftId, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
    if (!count) throw new Refusal('common.not-found')
    return { result: { id: giftId }, subject: { type: 'dealership', id: dealershipId } }
  },
)

/** The gifts that are valid today or later or were handed over, with how often and what that cost. */
export const bookingGifts = query(
  'setting.read',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const today = dayOf(now, timeZone)
    const rows = await tx.bookingGift.findMany({
      where: { dealershipId },
      orderBy: [{ lastDay: 'desc' }, { createdAt: 'desc' }],
      take: 50,
      include: { visitGifts: { select: { costFen: true } } },
    })
    return rows.map(({ firstDay, lastDay, visitGifts, withdrawnAt, id: giftId, name, nameEn, costFen }) => ({
      id: giftId,
      name,
      nameEn,
      costFen,
      firstDay: fromDateColumn(firstDay),
      lastDay: fromDateColumn(lastDay),
      over: withdrawnAt !== null || fromDateColumn(lastDay) < today,
      given: visitGifts.length,
      spentFen: visitGifts.reduce((sum, one) => sum + one.costFen, 0),
    }))
  },
)
