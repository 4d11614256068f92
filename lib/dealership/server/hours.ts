import 'server-only'
import * as z from 'zod'
import { dayOf, fromDateColumn, toDateColumn } from '@/lib/core/time'
import { query } from '@/lib/server/doors'
import { thisDealership } from './this-dealership'

/** Opening hours of the seven weekdays and the exceptions from today on. */
export const hoursAndHolidays = query(
  'setting.read',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const rows = await tx.openingHours.findMany({ where: { dealershipId } })
    const today = dayOf(now, timeZone)
    const days = await tx.calendarDay.findMany({
      where: { dealershipId, day: { gte: toDateColumn(today) } },
      orderBy: { day: 'asc' },
      take: 120,
    })
    return {
      today,
      weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const row = rows.find((each) => each.weekday === weekday)
        return { weekday, opensAt: row?.opensAt ?? null, closesAt: row?.closesAt ?? null }
      }),
      days: days.map(({ day, isOpen, opensAt, closesAt, reason }) => ({
        day: fromDateColumn(day),
        isOpen,
        opensAt,
        closesAt,
        reason,
      })),
    }
  },
)
