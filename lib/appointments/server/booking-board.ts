import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { dayInterval } from '@/lib/core/time'
import { Settings } from '@/lib/dealership/settings'
import { query } from '@/lib/server/doors'
import type { BoardClosure, Commitment } from '../booking-board'
import { loadLine, stepsOf, stretchesOf } from '../board'
import { ledgerDay, type ToldDay } from '../rooms'
import { loadOf, rulesOf } from '../slots'
import { boardCards } from './board-cards'

type House = ToldDay & {
  timeZone: string
  today: string
  attendanceMinutes: number | null
  settings: Record<string, unknown> | null
  advisers: { id: string; name: string }[] | null
  technicians: Commitment[] | null
  waiting: number
  closures: BoardClosure[] | null
}

/**
 * The booking board of a day (form F04): load of the workshop, each skill and the quick lane by the half hour with its band, peaks
 * and valleys (S1-62, S1-66), arrivals per adviser (S1-63), what technicians have taken on (S1-36), who waits for a place. Read from
 * the ledger in two statements, however many bookings the day has.
 */
export const bookingBoard = query(
  'appointment.board',
  z.object({ day: f.optional(f.day) }),
  async ({ tx, actor: { dealershipId, locale }, now }, { day: asked }) => {
    const [house] = await tx.$queryRaw<House[]>`
      SELECT z."timeZone", to_char(${now}::timestamptz AT TIME ZONE z."timeZone", 'YYYY-MM-DD') AS today, to_char(g.day, 'YYYY-MM-DD') AS day,
        d."startsAt", d."opensAt", d."closesAt", d."attendanceMinutes",
        (SELECT string_agg(c.line, E'\n' ORDER BY c.resource) FROM "CapacityDay" c WHERE c."dealershipId" = z.id AND c.day = g.day) AS rooms,
        (SELECT jsonb_object_agg(s.key, s.value) FROM "Setting" s WHERE s."dealershipId" = z.id) AS settings,
        (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', name_in(s.name, s."nameEn", ${locale})) ORDER BY s."employeeNo") FROM "Staff" s
          WHERE s."dealershipId" = z.id AND s."disabledAt" IS NULL AND s.roles && ARRAY['serviceAdviser', 'receptionAdviser']) AS advisers,
        (SELECT count(*)::int FROM "WaitingEntry" w WHERE w."dealershipId" = z.id AND w.status = 'waiting'
          AND w."firstDay" <= g.day AND w."lastDay" >= g.day) AS waiting,
        (SELECT jsonb_agg(x ORDER BY x."startsAt") FROM (
            SELECT t.id, name_in(b.name, b."nameEn", ${locale}) AS bay, NULL AS kind, NULL AS skill, t.reason AS note, t."startsAt", t."endsAt"
            FROM "BayDowntime" t JOIN "Bay" b ON b."dealershipId" = t."dealershipId" AND b.id = t."bayId" WHERE t."dealershipId" = z.id
            UNION ALL
            SELECT t.id, NULL, t.kind::text, t.skill::text, t.note, t."startsAt", t."endsAt" FROM "BlockedTime" t WHERE t."dealershipId" = z.id) x
          WHERE x."startsAt" < (g.day + 1)::timestamp AT TIME ZONE z."timeZone" AND x."endsAt" > g.day::timestamp AT TIME ZONE z."timeZone") AS closures,
        (SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', name_in(t.name, t."nameEn", ${locale}), 'grade', t.grade, 'skills', t.skills,
            'shifts', h.shifts, 'jobs', coalesce(p.jobs, '[]')) ORDER BY t."employeeNo")
          FROM "Staff" t
          JOIN (SELECT h."staffId", jsonb_agg(jsonb_build_object('kind', h.kind, 'startsAt', h."startsAt", 'endsAt', h."endsAt") ORDER BY h."startsAt") AS shifts
            FROM "Shift" h WHERE h."dealershipId" = z.id AND h.day = g.day GROUP BY h."staffId") h ON h."staffId" = t.id
          LEFT JOIN (SELECT e."technicianId", jsonb_agg(jsonb_build_object('startsAt', e."startsAt", 'endsAt', e."endsAt", 'status', e.status,
              'plate', v.plate, 'title', name_in(j.title, j."titleEn", ${locale})) ORDER BY e."startsAt") AS jobs
            FROM "PlanEntry" e
            JOIN "Job" j ON j."dealershipId" = e."dealershipId" AND j.id = e."jobId"
            JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
            JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
            WHERE e."dealershipId" = z.id AND e.status <> 'cancelled'
              AND e."startsAt" < (g.day + 1)::timestamp AT TIME ZONE z."timeZone" AND e."endsAt" > g.day::timestamp AT TIME ZONE z."timeZone"
            GROUP BY e."technicianId") p ON p."technicianId" = t.id
          WHERE t."dealershipId" = z.id AND t."disabledAt" IS NULL AND t.roles @> ARRAY['technician']) AS technicians
      FROM "Dealership" z
      CROSS JOIN LATERAL (SELECT coalesce(${asked ?? null}::date, (${now}::timestamptz AT TIME ZONE z."timeZone")::date) AS day) g
      LEFT JOIN "BookingDay" d ON d."dealershipId" = z.id AND d.day = g.day
      WHERE z.id = ${dealershipId}::uuid`
    if (!house) throw new Error('a dealership that is not there')
    const { day, timeZone, today } = house
    const cards = await boardCards(tx, dealershipId, dayInterval(day, timeZone), locale)
    const settings = Settings.parse(house.settings ?? {})
    const rules = rulesOf(settings)
    const ledger = ledgerDay(house)
    const lineOf = (resource: string) => (ledger ? loadLine(ledger, resource, rules) : null)
    const skills = [...(ledger?.rooms.keys() ?? [])]
      .filter((resource) => resource.startsWith('skill:'))
      .sort()
    const work = lineOf('work')
    const present = house.advisers ?? []
    return {
      day,
      today,
      timeZone,
      slotMinutes: settings['booking.slotMinutes'],
      closures: house.closures ?? [],
      open: ledger && { from: new Date(ledger.opensAt), to: new Date(ledger.closesAt) },
      /** Beginnings of the half hours of the day. */
      times: ledger ? stepsOf(ledger).map((step) => new Date(ledger.first + step * 30 * 60_000)) : [],
      load: loadOf(ledger, house.attendanceMinutes ?? 0, 'general', rules),
      rules: { rateBp: settings['booking.rateBp'], band: { fromBp: rules.fromBp, toBp: rules.toBp } },
      lines: [work, ...skills.map(lineOf)].flatMap((line) =>
        line && line.steps.some(({ band }) => band !== null) ? [line] : [],
      ),
      stretches: work ? stretchesOf(work.steps, rules) : [],
      quickLane: lineOf('quick'),
      advisers: present.map(({ id, name }) => {
        const room = ledger?.rooms.get(`adviser:${id}`)
        return {
          id,
          name,
          /** For each half hour: whether the adviser is there, and has a car already. */
          cells: ledger
            ? stepsOf(ledger).map((step) => ({
                there: (room?.capacity[step] ?? 0) > 0,
                taken: (room?.booked[step] ?? 0) > 0,
              }))
            : [],
        }
      }),
      technicians: house.technicians ?? [],
      waiting: house.waiting,
      cards,
    }
  },
)
