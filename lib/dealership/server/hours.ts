import 'server-only'
import * as z from 'zod'
import { dayOf, plusDays } from '@/lib/core/time'
import { query } from '@/lib/server/doors'
import { publicDay, publicDays, publicDaysKnownUntil } from '../holidays'
import { openDayOf, type SpecialDay } from '../open-day'
import { houseHours } from './open-days'
import { thisDealership } from './this-dealership'

/** As far ahead as the page looks for days that are not as their weekday. */
const AHEAD = 400

/** Opening hours of the seven weekdays, and the days ahead that are not as their weekday: the public calendar's and the manager's. */
export const hoursAndHolidays = query(
  'setting.read',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const today = dayOf(now, timeZone)
    const last = plusDays(today, AHEAD)
    const house = await houseHours(tx, { dealershipId, from: today, to: last })
    const days = new Set([
      ...publicDays(today, last).map(({ day }) => day),
      ...house.exceptions.map(({ day }) => day),
    ])
    return {
      today,
      knownUntil: publicDaysKnownUntil(),
      weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const row = house.weekdays.find((each) => each.weekday === weekday)
        return { weekday, opensAt: row?.opensAt ?? null, closesAt: row?.closesAt ?? null }
      }),
      days: [...days].sort().map((day): SpecialDay => ({ ...openDayOf(day, house), known: publicDay(day) })),
    }
  },
)
