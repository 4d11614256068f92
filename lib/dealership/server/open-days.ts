import 'server-only'
import { plusDays } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { openDayOf, type HouseHours, type OpenDay } from '../open-day'
import { Settings } from '../settings'

const Rules = Settings.pick({
  'calendar.holidays': true,
  'calendar.holidayOpensAt': true,
  'calendar.holidayClosesAt': true,
  'calendar.makeUpDays': true,
})

export type ToldHours = Pick<HouseHours, 'weekdays' | 'exceptions'> & { rules: Record<string, unknown> }

/** What decides when a dealership is open, as the function `house_hours` of the database tells it. */
export function toldHours({ weekdays, exceptions, rules }: ToldHours): HouseHours {
  const parsed = Rules.safeParse(rules)
  return { weekdays, exceptions, rules: parsed.success ? parsed.data : Rules.parse({}) }
}

/** What decides when a dealership is open from one day to another: weekdays, the days decided one by one, and its rules. */
export async function houseHours(
  tx: Tx,
  { dealershipId, from, to }: { dealershipId: string; from: string; to: string },
): Promise<HouseHours> {
  const [row] = await tx.$queryRaw<[{ hours: ToldHours }]>`
    SELECT house_hours(${dealershipId}::uuid, ${from}::date, ${to}::date) AS hours`
  return toldHours(row.hours)
}

/** Opening hours of `days` calendar days from `from`: the manager's word, public holidays and make-up days, the weekday. */
export async function openDays(tx: Tx, dealershipId: string, from: string, days: number): Promise<OpenDay[]> {
  const house = await houseHours(tx, { dealershipId, from, to: plusDays(from, days - 1) })
  return Array.from({ length: days }, (_, i) => openDayOf(plusDays(from, i), house))
}
