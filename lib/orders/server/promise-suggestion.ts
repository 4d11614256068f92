import 'server-only'
import { dayInterval, dayOf, toDateColumn, type Interval } from '@/lib/core/time'
import { openInterval } from '@/lib/dealership/open-day'
import { openDays } from '@/lib/dealership/server/open-days'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { minutesUntilReady, promiseAfter } from '../promise'

const DAYS_AHEAD = 21

export type PromiseSuggestion = {
  at: Date | null
  /** What it was made of, so that the adviser can explain it. */
  jobMinutes: number
  queuedMinutes: number
  technicians: number
  bufferMinutes: number
}

/**
 * When an order of `jobMinutes` can be promised: the open minutes of all other approved work, shared by the certified
 * technicians still at work, then the work itself and the buffer for inspection and wash, within opening hours (S3-06).
 */
export async function promiseSuggestion(
  tx: Tx,
  {
    dealershipId,
    orderId,
    jobMinutes,
    timeZone,
  }: { dealershipId: string; orderId: string; jobMinutes: number; timeZone: string },
  now: Date,
): Promise<PromiseSuggestion> {
  const today = dayOf(now, timeZone)
  const [{ queued } = { queued: 0 }] = await tx.$queryRaw<{ queued: number }[]>`
    SELECT coalesce(sum(j.minutes), 0)::int AS queued FROM "Job" j
    WHERE j.status IN ('queued', 'assigned', 'inWork', 'paused', 'rework') AND j."orderId" <> ${orderId}::uuid`
  const technicians = await techniciansOn(tx, dayInterval(today, timeZone), now, today)
  const bufferMinutes = (await settingsOf(tx))['promise.bufferMinutes']
  const load = { jobMinutes, queuedMinutes: queued, technicians, bufferMinutes }
  const open = await openIntervals(tx, dealershipId, today, timeZone)
  return { at: promiseAfter(now, minutesUntilReady(load), open), ...load }
}

/** Technicians with a valid certificate who are at work later today; when the day is over, those of the next day with shifts. */
async function techniciansOn(tx: Tx, { end }: Interval, now: Date, today: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ left: number; next: number }[]>`
    WITH at_work AS (
      SELECT s."staffId", s.day, s."startsAt", s."endsAt" FROM "Shift" s
      JOIN "Staff" p ON p."dealershipId" = s."dealershipId" AND p.id = s."staffId"
      WHERE s.kind IN ('work', 'overtime') AND s."endsAt" > ${now} AND 'technician' = ANY(p.roles) AND p."disabledAt" IS NULL
        AND p."certifiedUntil" >= ${toDateColumn(today)}::date)
    SELECT (SELECT count(DISTINCT "staffId") FROM at_work WHERE "startsAt" < ${end})::int AS left,
      (SELECT count(DISTINCT "staffId") FROM at_work WHERE day = (SELECT min(day) FROM at_work WHERE "startsAt" >= ${end}))::int AS next`
  return row?.left || row?.next || 0
}

async function openIntervals(
  tx: Tx,
  dealershipId: string,
  today: string,
  timeZone: string,
): Promise<Interval[]> {
  const days = await openDays(tx, dealershipId, today, DAYS_AHEAD)
  return days.flatMap((day) => openInterval(day, timeZone) ?? [])
}
