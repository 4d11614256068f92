import 'server-only'
import * as z from 'zod'
import { dayInterval, dayOf, plusDays } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query, type Reading } from '@/lib/server/doors'
import {
  BENEFIT_KEYS,
  BENEFITS,
  RESULT_KEYS,
  resultOf,
  shareOf,
  type Benefit,
  type BookingShare,
  type ContactEffect,
  type Result,
} from '../booking-results'
import { bookingFacts, contactFacts, orderFacts, type Period } from './booking-facts'
import { DAYS } from './first-measures'

type Told = Record<`${Benefit}Of` | Benefit, number | null> & { booked: boolean; orders: number }
type Bookings = {
  all: number
  noShow: number
  expected: number
  rescheduled: number
  cancelled: number
  reasons: { reason: string; count: number }[] | null
}
type Contacted = { contacted: boolean; cars: number; visits: number; turnover: number }

async function periodOf({ tx, actor, now }: Reading, days: number): Promise<Period & { first: string }> {
  const { timeZone } = await thisDealership(tx, actor.dealershipId)
  const first = plusDays(dayOf(now, timeZone), 1 - days)
  return { dealershipId: actor.dealershipId, timeZone, now, first, from: dayInterval(first, timeZone).start }
}

/**
 * What bookings have brought in the last days: booking rate, no-shows, moves, cancellations with their reasons, the seven benefits
 * of S1-93 booked against walk-in, and visits and turnover a car in a year of who was contacted and who was not (S1-95). Three
 * statements, however many cars. A result without rows is null.
 */
export const bookingResults = query(
  'kpi.read',
  z.object({ days: DAYS.default(30) }),
  async (reading, { days }) => {
    const { tx } = reading
    const period = await periodOf(reading, days)
    const orders = await tx.$queryRaw<Told[]>`
    WITH o AS (${orderFacts(period)})
    SELECT booked, count(*)::int AS orders, avg(people)::float8 AS people, count(people)::int AS "peopleOf",
      avg(reception)::float8 AS reception, count(reception)::int AS "receptionOf",
      avg(revenue)::float8 AS revenue, count(revenue)::int AS "revenueOf",
      count(*) FILTER (WHERE materials)::int AS materials, count(materials)::int AS "materialsOf",
      count(*) FILTER (WHERE difficult)::int AS difficult, count(difficult)::int AS "difficultOf",
      count(*) FILTER (WHERE satisfaction)::int AS satisfaction, count(satisfaction)::int AS "satisfactionOf",
      (SELECT max(n)::int FROM (SELECT count(*) AS n FROM o h WHERE h.booked = o.booked GROUP BY h.hour) x) AS levelled, count(*)::int AS "levelledOf"
    FROM o GROUP BY booked`
    const [bookings] = await tx.$queryRaw<Bookings[]>`
    WITH a AS MATERIALIZED (${bookingFacts(period)})
    SELECT count(*)::int AS all, count(*) FILTER (WHERE "noShow")::int AS "noShow",
      count(*) FILTER (WHERE "noShow" OR NOT cancelled AND NOT rescheduled)::int AS expected,
      count(*) FILTER (WHERE rescheduled)::int AS rescheduled, count(*) FILTER (WHERE cancelled)::int AS cancelled,
      (SELECT jsonb_agg(r ORDER BY r.count DESC, r.reason) FROM (SELECT reason, count(*)::int AS count FROM a
        WHERE reason IS NOT NULL AND reason <> '' GROUP BY reason) r) AS reasons
    FROM a`
    const contacts = await tx.$queryRaw<Contacted[]>`
    SELECT contacted, count(*)::int AS cars, sum(visits)::int AS visits, sum(turnover)::float8 AS turnover
    FROM (${contactFacts(period)}) c GROUP BY contacted`
    const of = (booked: boolean) => orders.find((row) => row.booked === booked)
    const came = orders.reduce((sum, row) => sum + row.orders, 0)
    const {
      all = 0,
      noShow = 0,
      expected = 0,
      rescheduled = 0,
      cancelled = 0,
      reasons = null,
    } = bookings ?? {}
    const shares: Record<BookingShare, Result> = {
      bookingRate: shareOf(of(true)?.orders ?? 0, came),
      noShow: shareOf(noShow, expected),
      rescheduled: shareOf(rescheduled, all),
      cancelled: shareOf(cancelled, all),
    }
    const perCar = (contacted: boolean, key: ContactEffect): Result => {
      const row = contacts.find((one) => one.contacted === contacted)
      return row ? resultOf(row[key] / row.cars, row.cars) : null
    }
    return {
      days,
      from: period.first,
      shares,
      reasons: reasons ?? [],
      benefits: BENEFIT_KEYS.map((key) => ({
        key,
        kind: BENEFITS[key],
        booked: benefit(of(true), key),
        walkIn: benefit(of(false), key),
      })),
      contacts: (['visits', 'turnover'] as const).map((key) => ({
        key,
        contacted: perCar(true, key),
        others: perCar(false, key),
      })),
    }
  },
)

function benefit(row: Told | undefined, key: Benefit): Result {
  if (!row) return null
  const [value, of] = [row[key], row[`${key}Of`] ?? 0]
  return BENEFITS[key] === 'share' ? shareOf(value ?? 0, of) : resultOf(value, of)
}

export type ResultRow = {
  id: string
  what: 'order' | 'appointment' | 'vehicle'
  no: string
  plate: string
  at: Date | null
  /** Booked, or contacted. */
  group: boolean | null
  value: number | null
}

const MOST = 200

/** The rows that a result was made of, the newest first, up to 200; `value` is 1 or 0 for a share, else minutes, fen or visits. */
export const bookingResultRows = query(
  'kpi.read',
  z.object({ days: DAYS.default(30), of: z.enum(RESULT_KEYS) }),
  async (reading, { days, of }): Promise<ResultRow[]> => {
    const { tx } = reading
    const period = await periodOf(reading, days)
    if (of === 'visits' || of === 'turnover')
      return tx.$queryRaw<ResultRow[]>`
        SELECT id::text, 'vehicle' AS what, '' AS no, plate, at, contacted AS group, (CASE WHEN ${of} = 'visits' THEN visits ELSE turnover END)::float8 AS value
        FROM (${contactFacts(period)}) c ORDER BY value DESC, contacted DESC, id LIMIT ${MOST}`
    if (of === 'noShow' || of === 'rescheduled' || of === 'cancelled')
      return tx.$queryRaw<ResultRow[]>`
        SELECT id::text, 'appointment' AS what, no, plate, at, NULL::boolean AS group, v::int::float8 AS value
        FROM (SELECT a.*, CASE ${of} WHEN 'noShow' THEN "noShow" WHEN 'rescheduled' THEN rescheduled ELSE cancelled END AS v FROM (${bookingFacts(period)}) a) b
        WHERE ${of} <> 'noShow' OR "noShow" OR NOT cancelled AND NOT rescheduled
        ORDER BY v DESC, at DESC, id LIMIT ${MOST}`
    return tx.$queryRaw<ResultRow[]>`
      SELECT id::text, 'order' AS what, no, plate, at, booked AS group, value FROM (SELECT o.*, (CASE ${of}
          WHEN 'bookingRate' THEN booked::int WHEN 'people' THEN people WHEN 'materials' THEN materials::int WHEN 'difficult' THEN difficult::int
          WHEN 'reception' THEN reception WHEN 'levelled' THEN hour WHEN 'revenue' THEN revenue ELSE satisfaction::int END)::float8 AS value
        FROM (${orderFacts(period)}) o) x
      WHERE value IS NOT NULL ORDER BY at DESC, id LIMIT ${MOST}`
  },
)
