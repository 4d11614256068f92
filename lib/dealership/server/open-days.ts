import 'server-only'
import { plusDays } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { openDayOf, type CalendarRules, type HouseHours, type OpenDay } from '../open-day'
import { Settings } from '../settings'

const Rules = Settings.pick({
  'calendar.holidays': true,
  'calendar.holidayOpensAt': true,
  'calendar.holidayClosesAt': true,
  'calendar.makeUpDays': true,
})

type Row = Pick<HouseHours, 'weekdays' | 'exceptions'> & { rules: Record<string, unknown> }

/** What decides when a dealership is open from one day to another: weekdays, the days decided one by one, and its rules. */
export async function houseHours(
  tx: Tx,
  { dealershipId, from, to }: { dealershipId: string; from: string; to: string },
): Promise<HouseHours> {
  const [row] = await tx.$queryRaw<[Row]>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('weekday', h.weekday, 'opensAt', h."opensAt", 'closesAt', h."closesAt")
          ORDER BY h.weekday), '[]')
        FROM "OpeningHours" h WHERE h."dealershipId" = ${dealershipId}::uuid) AS weekdays,
      (SELECT coalesce(json_agg(json_build_object('day', to_char(c.day, 'YYYY-MM-DD'), 'isOpen', c."isOpen", 'opensAt', c."opensAt",
          'closesAt', c."closesAt", 'reason', c.reason) ORDER BY c.day), '[]')
        FROM "CalendarDay" c WHERE c."dealershipId" = ${dealershipId}::uuid AND c.day BETWEEN ${from}::date AND ${to}::date) AS exceptions,
      (SELECT coalesce(json_object_agg(s.key, s.value), '{}')
        FROM "Setting" s WHERE s."dealershipId" = ${dealershipId}::uuid AND s.key LIKE 'calendar.%') AS rules`
  const parsed = Rules.safeParse(row.rules)
  const rules: CalendarRules = parsed.success ? parsed.data : Rules.parse({})
  return { weekdays: row.weekdays, exceptions: row.exceptions, rules }
}

/** Opening hours of `days` calendar days from `from`: the manager's word, public holidays and make-up days, the weekday. */
export async function openDays(tx: Tx, dealershipId: string, from: string, days: number): Promise<OpenDay[]> {
  const house = await houseHours(tx, { dealershipId, from, to: plusDays(from, days - 1) })
  return Array.from({ length: days }, (_, i) => openDayOf(plusDays(from, i), house))
}
