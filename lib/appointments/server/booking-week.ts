import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { dayInterval, dayOf, plusDays, timeOf, weekdayOf } from '@/lib/core/time'
import { Settings } from '@/lib/dealership/settings'
import { query } from '@/lib/server/doors'
import { ledgerDay, type ToldDay } from '../rooms'
import { loadOf, rulesOf } from '../slots'
import { boardCards } from './board-cards'

type Row = ToldDay & {
  attendanceMinutes: number | null
  waiting: number
  timeZone: string
  today: string
  settings: Record<string, unknown> | null
  advisers: { id: string; name: string }[] | null
}

/** The Monday of the week of a day. */
const mondayOf = (day: string) => plusDays(day, 1 - weekdayOf(day))

/**
 * The week of a day, from Monday on: hours booked of bookable with the band, skills, arrivals, who waits (F04, S1-66). Two statements,
 * however many bookings there are.
 */
export const bookingWeek = query(
  'appointment.board',
  z.object({ day: f.day }),
  async ({ tx, actor: { dealershipId, locale }, now }, { day: asked }) => {
    const monday = mondayOf(asked)
    const rows = await tx.$queryRaw<Row[]>`
      SELECT z."timeZone", to_char(${now}::timestamptz AT TIME ZONE z."timeZone", 'YYYY-MM-DD') AS today, to_char(g.day, 'YYYY-MM-DD') AS day,
        d."startsAt", d."opensAt", d."closesAt", d."attendanceMinutes",
        (SELECT string_agg(c.line, E'\n' ORDER BY c.resource) FROM "CapacityDay" c WHERE c."dealershipId" = z.id AND c.day = g.day
          AND (c.resource IN ('work', 'quick') OR starts_with(c.resource, 'skill:'))) AS rooms,
        (SELECT jsonb_object_agg(s.key, s.value) FROM "Setting" s WHERE s."dealershipId" = z.id) AS settings,
        (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', name_in(s.name, s."nameEn", ${locale})) ORDER BY s."employeeNo") FROM "Staff" s
          WHERE s."dealershipId" = z.id AND s."disabledAt" IS NULL AND s.roles && ARRAY['serviceAdviser', 'receptionAdviser']) AS advisers,
        (SELECT count(*)::int FROM "WaitingEntry" w WHERE w."dealershipId" = z.id AND w.status = 'waiting'
          AND w."firstDay" <= g.day AND w."lastDay" >= g.day) AS waiting
      FROM "Dealership" z
      CROSS JOIN LATERAL (SELECT ${monday}::date + n AS day FROM generate_series(0, 6) n) g
      LEFT JOIN "BookingDay" d ON d."dealershipId" = z.id AND d.day = g.day
      WHERE z.id = ${dealershipId}::uuid ORDER BY g.day`
    const [first] = rows
    if (!first) throw new Error('a dealership that is not there')
    const { timeZone } = first
    const week = {
      start: dayInterval(monday, timeZone).start,
      end: dayInterval(plusDays(monday, 6), timeZone).end,
    }
    const cards = await boardCards(tx, dealershipId, week, locale)
    const settings = Settings.parse(first.settings ?? {})
    const rules = rulesOf(settings)
    return {
      monday,
      today: first.today,
      timeZone,
      slotMinutes: settings['booking.slotMinutes'],
      advisers: first.advisers ?? [],
      rules: { rateBp: settings['booking.rateBp'], band: { fromBp: rules.fromBp, toBp: rules.toBp } },
      days: rows.map((row) => {
        const ledger = ledgerDay(row)
        const quick = ledger?.rooms.get('quick')
        return {
          day: row.day,
          opensAt: row.opensAt && timeOf(row.opensAt, timeZone),
          closesAt: row.closesAt && timeOf(row.closesAt, timeZone),
          ...loadOf(ledger, row.attendanceMinutes ?? 0, 'general', rules),
          quickMinutes: { bookable: quick?.bookableMinutes ?? 0, booked: quick?.bookedMinutes ?? 0 },
          waiting: row.waiting,
          cards: cards.filter(({ startsAt }) => dayOf(startsAt, timeZone) === row.day),
        }
      }),
    }
  },
)
