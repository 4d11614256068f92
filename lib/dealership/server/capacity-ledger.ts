import 'server-only'
import { dayInterval, dayOf, fromDateColumn, plusDays, toDateColumn } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { blocksOf, spanWithout } from '../closure'
import { gradeTerms, layOut, worthOf, type Attendance } from '../lay-out'
import { openInterval } from '../open-day'
import { SKILLS } from '../staff-rules'
import { openDays } from './open-days'
import { settingsOf } from './settings'
import { thisDealership } from './this-dealership'
import { enqueueOffers } from './waiting-list'

/** Days past the booking horizon that are laid out too: a job that begins on the last one has to end somewhere. */
const BEYOND = 14

type Days = { dealershipId: string; from: string; to: string }

/**
 * Writes what may be booked on each day from `from` to `to` into the ledger: out of opening hours, attendance, certificates,
 * bays and rates as they stand. What is booked stays; where there is less room now, the day shows that it is overbooked.
 */
export async function layOutDays(tx: Tx, { dealershipId, from, to }: Days): Promise<void> {
  if (to < from) return
  const { timeZone } = await thisDealership(tx, dealershipId)
  const settings = await settingsOf(tx)
  const length = Math.round((toDateColumn(to).getTime() - toDateColumn(from).getTime()) / 86_400_000) + 1
  const days = await openDays(tx, dealershipId, from, length)
  const attendance = await attendanceOf(tx, { dealershipId, from, to })
  const bays = await tx.bay.findMany({
    where: { dealershipId, disabledAt: null },
    select: { kind: true, bayDowntimes: { select: { startsAt: true, endsAt: true } } },
  })
  const laid = days.map((one) => {
    const { start, end } = dayInterval(one.day, timeZone)
    const open = openInterval(one, timeZone)
    const toLayOut = {
      start,
      end,
      open,
      attendance: attendance.get(one.day) ?? [],
      bays: bays.map(({ kind, bayDowntimes }) => ({ kind, downtimes: bayDowntimes })),
      skills: SKILLS,
      productivityBp: settings['capacity.productivityBp'],
      gradeBp: {
        junior: settings['capacity.juniorBp'],
        middle: settings['capacity.middleBp'],
        senior: settings['capacity.seniorBp'],
      },
      rateBp: settings['booking.rateBp'],
      quickTechnicians: settings['booking.quickTechnicians'],
    }
    const grades = gradeTerms(toLayOut)
    return {
      day: one.day,
      startsAt: start,
      opensAt: open?.start ?? null,
      closesAt: open?.end ?? null,
      attended: worthOf(grades),
      grades,
      rooms: layOut(toLayOut),
    }
  })
  const headers = laid.map(({ day, startsAt, opensAt, closesAt, attended, grades }) => ({
    day,
    startsAt,
    opensAt,
    closesAt,
    attended,
    grades,
  }))
  await tx.$executeRaw`
    INSERT INTO "BookingDay" ("dealershipId", day, "startsAt", "opensAt", "closesAt", "attendanceMinutes", grades)
    SELECT ${dealershipId}::uuid, r.day, r."startsAt", r."opensAt", r."closesAt", r.attended, r.grades
    FROM jsonb_to_recordset(${JSON.stringify(headers)}::jsonb)
      AS r(day date, "startsAt" timestamptz, "opensAt" timestamptz, "closesAt" timestamptz, attended int, grades jsonb)
    ORDER BY r.day
    ON CONFLICT ("dealershipId", day) DO UPDATE SET "startsAt" = EXCLUDED."startsAt", "opensAt" = EXCLUDED."opensAt",
      "closesAt" = EXCLUDED."closesAt", "attendanceMinutes" = EXCLUDED."attendanceMinutes",
      grades = EXCLUDED.grades`
  const rows = laid.flatMap(({ day, rooms }) =>
    [...rooms].map(([resource, { capacity, bookableMinutes, reserveMinutes }]) => ({
      day,
      resource,
      capacity,
      bookable: bookableMinutes,
      reserve: reserveMinutes,
    })),
  )
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(day date, resource text, capacity smallint[], bookable int, reserve int)
    ), gone AS (
      UPDATE "CapacityDay" c SET capacity = array_fill(0::smallint, ARRAY[cardinality(c.capacity)]), "bookableMinutes" = 0, "reserveMinutes" = 0
      WHERE c."dealershipId" = ${dealershipId}::uuid AND c.day BETWEEN ${from}::date AND ${to}::date
        AND NOT EXISTS (SELECT 1 FROM given g WHERE g.day = c.day AND g.resource = c.resource)
    )
    INSERT INTO "CapacityDay" ("dealershipId", day, resource, capacity, booked, "bookableMinutes", "reserveMinutes")
    SELECT ${dealershipId}::uuid, day, resource, capacity, array_fill(0::smallint, ARRAY[cardinality(capacity)]), bookable, reserve
    FROM given ORDER BY day, resource
    ON CONFLICT ("dealershipId", day, resource) DO UPDATE SET capacity = EXCLUDED.capacity, "bookableMinutes" = EXCLUDED."bookableMinutes",
      "reserveMinutes" = EXCLUDED."reserveMinutes"`
  await tx.$queryRaw`SELECT follow_other_work(${dealershipId}::uuid, app_now())::text`
}

/** Who is at work on each day: technicians only with grade and a certificate that is valid on the day. */
async function attendanceOf(tx: Tx, { dealershipId, from, to }: Days): Promise<Map<string, Attendance[]>> {
  const shifts = await tx.shift.findMany({
    where: {
      dealershipId,
      day: { gte: toDateColumn(from), lte: toDateColumn(to) },
      kind: { in: ['work', 'overtime'] },
    },
    select: {
      staffId: true, day: true, startsAt: true, endsAt: true,
      staff: { select: { roles: true, skills: true, grade: true, certifiedUntil: true, disabledAt: true } },
    }, // prettier-ignore
  })
  const blocks = await tx.blockedTime.findMany({
    where: { dealershipId, endsAt: { gt: toDateColumn(plusDays(from, -1)) }, startsAt: { lt: toDateColumn(plusDays(to, 2)) } },
    select: { startsAt: true, endsAt: true, skill: true },
  }) // prettier-ignore
  const byDay = new Map<string, Attendance[]>()
  for (const { staffId, day, startsAt, endsAt, staff } of shifts) {
    const { roles, skills, grade, certifiedUntil, disabledAt } = staff
    if (disabledAt && disabledAt <= startsAt) continue
    const technician =
      roles.includes('technician') && grade !== null && certifiedUntil !== null && certifiedUntil >= day
    const one = { staffId, startsAt, endsAt, roles, skills, technician, grade }
    const key = fromDateColumn(day)
    byDay.set(key, [...(byDay.get(key) ?? []), ...spanWithout(one, blocksOf(blocks, one))])
  }
  return byDay
}

type From = { dealershipId: string; now: Date; from?: string; to?: string }

/**
 * Lays the coming days out again: after opening hours, attendance, certificates, skills, bays or rates changed. From `from`
 * (default today) to `to` (default the last day of the ledger); past days stay as they were.
 */
export async function refreshCapacity(tx: Tx, { dealershipId, now, from, to }: From): Promise<void> {
  const { timeZone } = await thisDealership(tx, dealershipId)
  const { 'booking.horizonDays': horizon } = await settingsOf(tx)
  const today = dayOf(now, timeZone)
  const last = plusDays(today, horizon + BEYOND)
  const first = from && from > today ? from : today
  await layOutDays(tx, { dealershipId, from: first, to: to && to < last ? to : last })
  await enqueueOffers(tx, dealershipId)
}
