import 'server-only'
import * as z from 'zod'
import { day, id, time } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn, toDateColumn } from '@/lib/core/time'
import { command, query } from '@/lib/server/doors'
import type { QuietOffer } from '../quiet-offer'
import { thisDealership } from './this-dealership'

/**
 * Offers a discount on labour for quiet times; customers see it on the free time at once. `percent` is the share taken off, with
 * at most one decimal. Refuses `quietOffer.ends-before-start`, and `quietOffer.over` when its last day has passed.
 */
export const addQuietOffer = command(
  'quietOffer.add',
  z.object({
    weekdays: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.coerce.number().int().min(1).max(7)).min(1, 'choose'),
    ),
    from: time,
    to: time,
    firstDay: day,
    lastDay: day,
    percent: z.coerce.number().min(1).max(100),
  }),
  async ({ tx, actor: { dealershipId }, now }, { weekdays, from, to, firstDay, lastDay, percent }) => {
    if (to <= from || lastDay < firstDay) throw new Refusal('quietOffer.ends-before-start')
    const { timeZone } = await thisDealership(tx, dealershipId)
    if (lastDay < dayOf(now, timeZone)) throw new Refusal('quietOffer.over')
    const discountBp = Math.round(percent * 10) * 10
    const { id } = await tx.quietOffer.create({
      data: {
        dealershipId,
        weekdays: [...new Set(weekdays)].sort(),
        from,
        to,
        firstDay: toDateColumn(firstDay),
        lastDay: toDateColumn(lastDay),
        discountBp,
        createdAt: now,
      },
      select: { id: true },
    })
    return {
      result: { id },
      subject: { type: 'dealership', id: dealershipId },
      facts: {
        weekdays: weekdays.join(),
        times: `${from}-${to}`,
        days: `${firstDay} ${lastDay}`,
        discountBp,
      },
    }
  },
)

/** Takes an offer back; who has booked with it keeps it. */
export const withdrawQuietOffer = command(
  'quietOffer.withdraw',
  z.object({ id }),
  async ({ tx, actor: { dealershipId }, now }, { id }) => {
    const found = await tx.quietOffer.findUnique({ where: { dealershipId_id: { dealershipId, id } } })
    if (!found) throw new Refusal('common.not-found')
    await tx.quietOffer.updateMany({
      where: { dealershipId, id, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
    return {
      result: { id },
      subject: { type: 'dealership', id: dealershipId },
      facts: { times: `${found.from}-${found.to}`, discountBp: found.discountBp },
    }
  },
)

/** The offers that are valid today or later, the next first. */
export const quietOffers = query(
  'setting.read',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const today = dayOf(now, timeZone)
    const rows = await tx.quietOffer.findMany({
      where: { dealershipId, withdrawnAt: null, lastDay: { gte: toDateColumn(today) } },
      orderBy: [{ firstDay: 'asc' }, { from: 'asc' }],
    })
    return { today, offers: rows.map((row) => ({ id: row.id, ...offerOf(row) })) }
  },
)

type Row = { weekdays: number[]; from: string; to: string; firstDay: Date; lastDay: Date; discountBp: number }
const offerOf = ({ weekdays, from, to, firstDay, lastDay, discountBp }: Row): QuietOffer => ({
  weekdays,
  from,
  to,
  discountBp,
  firstDay: fromDateColumn(firstDay),
  lastDay: fromDateColumn(lastDay),
})
