import 'server-only'
import { dayOf } from '@/lib/core/time'
import { openInterval } from '@/lib/dealership/open-day'
import { defaultSettings } from '@/lib/dealership/settings'
import { query } from '@/lib/server/doors'
import type { Tx } from '@/lib/server/db'
import { availableMinutes, bandOf, bookableMinutes, bookingRateBp, freeMinutes, type Band } from '../capacity'
import { expectedDelivery } from '../expected-delivery'
import { OpenSlots } from '../schemas'

type Slot = {
  startsAt: string
  /** Advisers who could receive the car then. */
  advisers: number
  /** Whether the adviser asked for is one of them; true when none was asked for. */
  wanted: boolean
  /** When the car will probably be ready. */
  readyAt: string | null
}
export type SlotDay = {
  day: string
  opensAt: string | null
  closesAt: string | null
  /** `open`: has slots; `full`: the workshop or the advisers are booked; `closed`; `past`: nothing left today. */
  state: 'open' | 'full' | 'closed' | 'past'
  availableMinutes: number
  bookableMinutes: number
  bookedMinutes: number
  rateBp: number
  band: Band
  freeMinutes: number
  slots: Slot[]
}
export type OpenSlotsAnswer = {
  days: SlotDay[]
  minutes: number
  skill: string
  timeZone: string
  today: string
}

type Row = {
  day: string
  opensAt: string | null
  closesAt: string | null
  timeZone: string
  today: string
  shift: number
  skilled: number
  booked: number
  skillBooked: number
  minutes: number
  skill: string
  slotMinutes: number
  productivityBp: number
  rateBp: number
  fromBp: number
  toBp: number
  bufferMinutes: number
  slots: { at: string; free: number; wanted: boolean }[]
}

const MORE_DAYS = 14

/**
 * Days with the reception slots that are really free for the wanted work: a skilled technician's minutes of that
 * day, a bay of the kind, an adviser's time, inside opening hours. Staff see slots on full days too.
 */
export const openSlots = query(
  'slot.list',
  OpenSlots,
  async ({ tx, actor, now }, input): Promise<OpenSlotsAnswer> => {
    const outside = actor.kind !== 'staff'
    const rows = await readDays(tx, actor.dealershipId, now, input, outside)
    const [first] = rows
    const timeZone = first?.timeZone ?? 'UTC'
    const asked = Math.min(input.days, rows.length)
    const open = rows.flatMap((row) => openInterval({ ...row, reason: '' }, timeZone) ?? [])
    const days = rows.slice(0, asked).map((row) => slotDay(row, open, outside))
    return {
      days,
      minutes: first?.minutes ?? 0,
      skill: first?.skill ?? 'general',
      timeZone,
      today: first?.today ?? dayOf(now, timeZone),
    }
  },
)

function slotDay(row: Row, open: { start: Date; end: Date }[], outside: boolean): SlotDay {
  const { day, opensAt, closesAt, minutes, productivityBp } = row
  const available = availableMinutes(row.shift, productivityBp)
  const bookable = (shift: number) => bookableMinutes(availableMinutes(shift, productivityBp), row.rateBp)
  const free = freeMinutes(
    { bookable: bookable(row.skilled), booked: row.skillBooked },
    { bookable: bookable(row.shift), booked: row.booked },
  )
  const full = free < minutes || free === 0
  const slots = full && outside ? [] : row.slots
  const rate = bookingRateBp(row.booked, available)
  return {
    day,
    opensAt,
    closesAt,
    state: !opensAt
      ? 'closed'
      : full
        ? 'full'
        : row.slots.length
          ? 'open'
          : day === row.today
            ? 'past'
            : 'full',
    availableMinutes: available,
    bookableMinutes: bookable(row.shift),
    bookedMinutes: row.booked,
    rateBp: rate,
    band: bandOf(rate, row),
    freeMinutes: free,
    slots: slots.map(({ at, free: advisers, wanted }) => {
      const startsAt = new Date(at)
      const ready = expectedDelivery(startsAt, row.slotMinutes + minutes + row.bufferMinutes, open)
      return { startsAt: startsAt.toISOString(), advisers, wanted, readyAt: ready?.toISOString() ?? null }
    }),
  }
}

type Asked = { packageIds: string[]; operationIds: string[]; wishes: number; from?: string; days: number; adviserId?: string; movingId?: string } // prettier-ignore

const readDays = (tx: Tx, dealershipId: string, now: Date, input: Asked, outside: boolean) => {
  const d = defaultSettings
  const adviser = input.adviserId ?? null
  const moving = input.movingId ?? null
  return tx.$queryRaw<Row[]>`
    WITH changed AS (
      SELECT coalesce(jsonb_object_agg(key, value), '{}') AS j FROM "Setting" WHERE "dealershipId" = ${dealershipId}::uuid
    ), rules AS (
      SELECT z."timeZone" AS tz, (${now}::timestamptz AT TIME ZONE z."timeZone")::date AS today,
        coalesce((j->>'booking.slotMinutes')::int, ${d['booking.slotMinutes']}::int) AS slot,
        CASE WHEN ${outside} THEN coalesce((j->>'booking.noticeMinutes')::int, ${d['booking.noticeMinutes']}::int) ELSE 0 END AS notice,
        coalesce((j->>'booking.horizonDays')::int, ${d['booking.horizonDays']}::int) AS horizon,
        coalesce((j->>'booking.wishMinutes')::int, ${d['booking.wishMinutes']}::int) AS wish,
        coalesce((j->>'capacity.productivityBp')::int, ${d['capacity.productivityBp']}::int) AS productivity,
        coalesce((j->>'booking.rateBp')::int, ${d['booking.rateBp']}::int) AS rate,
        coalesce((j->>'booking.rateStartBp')::int, ${d['booking.rateStartBp']}::int) AS "fromBp",
        coalesce((j->>'booking.rateMaxBp')::int, ${d['booking.rateMaxBp']}::int) AS "toBp",
        coalesce((j->>'promise.bufferMinutes')::int, ${d['promise.bufferMinutes']}::int) AS buffer
      FROM changed, "Dealership" z WHERE z.id = ${dealershipId}::uuid
    ), moving AS (
      SELECT id, "labourMinutes" AS minutes, skill::text AS skill, ("startsAt" AT TIME ZONE tz)::date AS day
      FROM "Appointment", rules WHERE "dealershipId" = ${dealershipId}::uuid AND id = ${moving}::uuid
        AND status IN ('requested', 'confirmed', 'waitingParts', 'ready')
    ), items AS (
      SELECT skill::text AS skill, minutes, "bayKind"::text AS bay FROM "ServicePackage"
        JOIN unnest(${input.packageIds}::uuid[]) w(id) USING (id) WHERE "dealershipId" = ${dealershipId}::uuid
      UNION ALL SELECT skill::text, minutes, 'general' FROM "LabourOperation"
        JOIN unnest(${input.operationIds}::uuid[]) w(id) USING (id) WHERE "dealershipId" = ${dealershipId}::uuid
      UNION ALL SELECT 'general', wish, 'general' FROM rules, generate_series(1, ${input.wishes}::int)
      UNION ALL SELECT i.skill, m.minutes, 'general' FROM moving m, LATERAL (SELECT m.skill) i
    ), work AS (
      SELECT coalesce((SELECT sum(minutes) FROM items), 0)::int AS minutes,
        coalesce((SELECT skill FROM items GROUP BY skill
          ORDER BY skill = 'general', sum(minutes) DESC, skill COLLATE "C" LIMIT 1), 'general') AS skill
    ), hours AS (
      SELECT d::date AS day,
        CASE WHEN coalesce(c."isOpen", true) THEN coalesce(c."opensAt", h."opensAt") END AS "opensAt",
        CASE WHEN coalesce(c."isOpen", true) THEN coalesce(c."closesAt", h."closesAt") END AS "closesAt"
      FROM rules, generate_series(coalesce(${input.from ?? null}::date, today),
        coalesce(${input.from ?? null}::date, today) + ${input.days + MORE_DAYS - 1}::int, interval '1 day') d
      LEFT JOIN "CalendarDay" c ON c."dealershipId" = ${dealershipId}::uuid AND c.day = d::date
      LEFT JOIN "OpeningHours" h ON h."dealershipId" = ${dealershipId}::uuid AND h.weekday = extract(isodow FROM d)
    ), attendance AS (
      SELECT sh.day, sum(extract(epoch FROM sh."endsAt" - sh."startsAt") / 60)::int AS shift,
        (sum(extract(epoch FROM sh."endsAt" - sh."startsAt") / 60) FILTER (WHERE work.skill = ANY(st.skills)))::int AS skilled
      FROM work, "Shift" sh JOIN "Staff" st ON st."dealershipId" = sh."dealershipId" AND st.id = sh."staffId"
      WHERE sh."dealershipId" = ${dealershipId}::uuid AND sh.day IN (SELECT day FROM hours) AND sh.kind IN ('work', 'overtime')
        AND 'technician' = ANY(st.roles) AND st.grade IS NOT NULL AND st."certifiedUntil" >= sh.day
        AND (st."disabledAt" IS NULL OR st."disabledAt" > sh."startsAt")
      GROUP BY sh.day
    ), ledger AS (
      SELECT l.day, sum(l."bookedMinutes" - coalesce(m.minutes, 0))::int AS booked,
        coalesce(sum(l."bookedMinutes" - coalesce(m.minutes, 0)) FILTER (WHERE l.skill::text = work.skill), 0)::int AS "skillBooked"
      FROM work, "CapacityDay" l LEFT JOIN moving m ON m.day = l.day AND m.skill = l.skill::text
      WHERE l."dealershipId" = ${dealershipId}::uuid AND l.day IN (SELECT day FROM hours)
      GROUP BY l.day
    ), grid AS (
      SELECT h.day, t AS "startsAt", t + make_interval(mins => slot) AS "endsAt"
      FROM hours h, rules, generate_series((h.day + h."opensAt"::time) AT TIME ZONE tz,
        ((h.day + h."closesAt"::time) AT TIME ZONE tz) - make_interval(mins => slot), make_interval(mins => slot)) t
      WHERE t > ${now}::timestamptz AND t >= ${now}::timestamptz + make_interval(mins => notice)
        AND t <= ${now}::timestamptz + make_interval(days => horizon)
    ), duty AS (
      SELECT g.day, g."startsAt", g."endsAt", s."staffId"
      FROM grid g JOIN "Shift" s ON s."dealershipId" = ${dealershipId}::uuid AND s.day = g.day
        AND s.kind IN ('work', 'overtime') AND s."startsAt" <= g."startsAt" AND s."endsAt" >= g."endsAt"
      JOIN "Staff" a ON a."dealershipId" = s."dealershipId" AND a.id = s."staffId"
        AND a.roles && ARRAY['serviceAdviser', 'receptionAdviser'] AND a."disabledAt" IS NULL
    ), free AS (
      SELECT u.day, u."startsAt", count(*)::int AS free,
        coalesce(bool_or(u."staffId" = ${adviser}::uuid), ${adviser}::uuid IS NULL) AS wanted
      FROM duty u WHERE NOT EXISTS (
        SELECT 1 FROM "Appointment" p WHERE p."dealershipId" = ${dealershipId}::uuid AND p."adviserId" = u."staffId"
          AND p.id IS DISTINCT FROM ${moving}::uuid
          AND p.status IN ('requested', 'confirmed', 'waitingParts', 'ready', 'arrived', 'converted')
          AND p."startsAt" < u."endsAt" AND p."receptionEndsAt" > u."startsAt")
        AND NOT EXISTS (SELECT 1 FROM items WHERE NOT EXISTS (
          SELECT 1 FROM "Bay" b WHERE b."dealershipId" = ${dealershipId}::uuid AND b.kind::text = items.bay AND b."disabledAt" IS NULL
            AND NOT EXISTS (SELECT 1 FROM "BayDowntime" x WHERE x."dealershipId" = b."dealershipId" AND x."bayId" = b.id
              AND x."startsAt" <= u."startsAt" AND x."endsAt" > u."startsAt")))
      GROUP BY u.day, u."startsAt"
    )
    SELECT to_char(h.day, 'YYYY-MM-DD') AS day, h."opensAt", h."closesAt", r.tz AS "timeZone", to_char(r.today, 'YYYY-MM-DD') AS today,
      coalesce(a.shift, 0) AS shift, coalesce(a.skilled, 0) AS skilled, coalesce(l.booked, 0) AS booked,
      coalesce(l."skillBooked", 0) AS "skillBooked", w.minutes, w.skill, r.slot AS "slotMinutes",
      r.productivity AS "productivityBp", r.rate AS "rateBp", r."fromBp", r."toBp", r.buffer AS "bufferMinutes",
      coalesce((SELECT jsonb_agg(jsonb_build_object('at', f."startsAt", 'free', f.free, 'wanted', f.wanted) ORDER BY f."startsAt")
        FROM free f WHERE f.day = h.day), '[]') AS slots
    FROM hours h CROSS JOIN rules r CROSS JOIN work w
    LEFT JOIN attendance a ON a.day = h.day LEFT JOIN ledger l ON l.day = h.day
    ORDER BY h.day`
}
