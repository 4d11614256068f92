import 'server-only'
import { DAY, type Interval } from '@/lib/core/time'
import { blocksOf, spanWithout } from '@/lib/dealership/closure'
import type { Tx } from '@/lib/server/db'
import { forecast, type Duty, type LiveEntry } from '../plan'

/** Live entries of the plan, the earliest first, with the minutes clocked on each. */
export const liveEntries = (tx: Tx): Promise<LiveEntry[]> =>
  tx.$queryRaw<LiveEntry[]>`
    SELECT e.id, e."jobId", j."orderId", v.plate, e."technicianId", e."bayId", e."startsAt", e."endsAt", e.status::text AS status,
      coalesce(w.minutes, 0)::int AS "workedMinutes"
    FROM "PlanEntry" e
    JOIN "Job" j ON j."dealershipId" = e."dealershipId" AND j.id = e."jobId"
    JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
    JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
    LEFT JOIN LATERAL (
      SELECT floor(sum(extract(epoch FROM coalesce(c."endsAt", c."startsAt") - c."startsAt")) / 60) AS minutes FROM "Clocking" c
      WHERE c."dealershipId" = e."dealershipId" AND c."jobId" = e."jobId" AND c."technicianId" = e."technicianId" AND c."startsAt" >= e."startsAt"
    ) w ON true
    WHERE e.status IN ('planned', 'active') ORDER BY e."startsAt", e.id`

/** Time on duty of each technician, without hours that are blocked, from yesterday to two weeks ahead. */
export async function dutyFrom(tx: Tx, now: Date): Promise<Map<string, Interval[]>> {
  const shifts = await tx.shift.findMany({
    where: {
      kind: { in: ['work', 'overtime'] },
      endsAt: { gt: new Date(now.getTime() - DAY) },
      startsAt: { lt: new Date(now.getTime() + 15 * DAY) },
    },
    orderBy: { startsAt: 'asc' },
    select: { staffId: true, startsAt: true, endsAt: true, staff: { select: { skills: true } } },
  })
  const blocks = await tx.blockedTime.findMany({
    where: {
      endsAt: { gt: new Date(now.getTime() - DAY) },
      startsAt: { lt: new Date(now.getTime() + 15 * DAY) },
    },
    select: { startsAt: true, endsAt: true, skill: true },
  })
  const duty = new Map<string, Interval[]>()
  for (const { staffId, staff, ...shift } of shifts) {
    const own = blocksOf(blocks, { technician: true, skills: staff.skills })
    const spans = spanWithout(shift, own).map(({ startsAt: start, endsAt: end }) => ({ start, end }))
    duty.set(staffId, [...(duty.get(staffId) ?? []), ...spans])
  }
  return duty
}

/** Minutes of open clockings up to now, added to what was clocked before. */
export async function withRunning(tx: Tx, entries: LiveEntry[], now: Date): Promise<LiveEntry[]> {
  const open = await tx.clocking.findMany({
    where: { endsAt: null },
    select: { jobId: true, technicianId: true, startsAt: true },
  })
  return entries.map((entry) => {
    const running = open.find(
      ({ jobId, technicianId }) => jobId === entry.jobId && technicianId === entry.technicianId,
    )
    const minutes = running
      ? Math.max(0, Math.floor((now.getTime() - running.startsAt.getTime()) / 60_000))
      : 0
    return { ...entry, workedMinutes: entry.workedMinutes + minutes }
  })
}

export type LivePlan = { entries: LiveEntry[]; duty: Map<string, Interval[]> }

/**
 * The plan as it stands, made honest first: what began late, overran or could not begin is written to when it can be
 * expected, and what comes after it on the same technician, bay or car moves back. Later entries are written first, so
 * the exclusion constraints hold at every step.
 */
export async function settledPlan(tx: Tx, dealershipId: string, now: Date): Promise<LivePlan> {
  const duty = await dutyFrom(tx, now)
  const entries = await withRunning(tx, await liveEntries(tx), now)
  return { entries: await writeForecast(tx, dealershipId, entries, duty, now), duty }
}

/** Writes the forecast of these entries; the one called `unwritten` takes part in it and is left to the caller. */
export async function writeForecast(
  tx: Tx,
  dealershipId: string,
  entries: LiveEntry[],
  duty: Duty,
  now: Date,
  unwritten?: string,
): Promise<LiveEntry[]> {
  const expected = forecast(entries, duty, now)
  const settled = entries.map((entry) => {
    const interval = expected.get(entry.id)
    return interval ? { ...entry, startsAt: interval.start, endsAt: interval.end } : entry
  })
  const before = new Map(entries.map((entry) => [entry.id, entry]))
  const changed = settled.filter((entry) => {
    const was = before.get(entry.id)
    return (
      was && entry.id !== unwritten && (+was.startsAt !== +entry.startsAt || +was.endsAt !== +entry.endsAt)
    )
  })
  for (const { id, startsAt, endsAt } of changed.sort((a, b) => +b.startsAt - +a.startsAt))
    await tx.planEntry.update({
      where: { dealershipId_id: { dealershipId, id } },
      data: { startsAt, endsAt },
      select: { id: true },
    })
  return settled
}
