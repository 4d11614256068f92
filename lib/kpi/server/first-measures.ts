import 'server-only'
import * as z from 'zod'
import { dayInterval, dayOf, plusDays } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'

export const PERIODS = [7, 30, 90] as const
export const DAYS = z.coerce
  .number()
  .int()
  .pipe(z.union([z.literal(7), z.literal(30), z.literal(90)]))
  .catch(30)

type Counted = { good: bigint; all: bigint }

/** A share with what it was counted from; `shareBp` is null when there is nothing to count yet. */
export type Measure = {
  key: 'onTime' | 'greeted' | 'firstTimeFix' | 'verySatisfied' | 'answered' | 'firstOffer' | 'walkInsBooked'
  good: number
  all: number
  shareBp: number | null
  /** Days from the request to the first time offered, and the days to stay below (X-KPI-04). */
  averageDays?: number | null
  targetDays?: number
}

const measure = (key: Measure['key'], row: Counted | undefined): Measure => {
  const [good, all] = [Number(row?.good ?? 0), Number(row?.all ?? 0)]
  return { key, good, all, shareBp: all === 0 ? null : Math.round((good * 10_000) / all) }
}

/**
 * The measures of the last days, today included: ready by the promise, greeted in time, fixed the first time (no rework inside, no
 * "not solved" in the call), very satisfied among all who answered, requests answered in time (X-KPI-07), days to the first time
 * offered (X-KPI-04), and walk-ins who booked later (S1-89).
 */
export const firstMeasures = query(
  'kpi.read',
  z.object({ days: DAYS.default(30) }),
  async ({ tx, actor, now }, { days }) => {
    const { dealershipId } = actor
    const { timeZone } = await thisDealership(tx, dealershipId)
    const today = dayOf(now, timeZone)
    const from = dayInterval(plusDays(today, 1 - days), timeZone).start
    const { 'reception.greetSeconds': greetSeconds, 'booking.leadTimeTargetDays': targetDays } =
      await settingsOf(tx)
    const [onTime] = await tx.$queryRaw<Counted[]>`
    SELECT count(*) FILTER (WHERE "readyAt" <= coalesce("promisedTo", "promisedAt")) AS good, count(*) AS all
    FROM "RepairOrder" WHERE "dealershipId" = ${dealershipId}::uuid AND "readyAt" >= ${from} AND "promisedAt" IS NOT NULL`
    const [greeted] = await tx.$queryRaw<Counted[]>`
    SELECT count(*) FILTER (WHERE "greetedAt" - "arrivedAt" <= make_interval(secs => ${greetSeconds})) AS good, count(*) AS all
    FROM "Visit" WHERE "dealershipId" = ${dealershipId}::uuid AND "arrivedAt" >= ${from} AND "greetedAt" IS NOT NULL`
    const [firstTimeFix] = await tx.$queryRaw<Counted[]>`
    SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM "Job" j WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND j."reworkCount" > 0)
      AND NOT EXISTS (SELECT 1 FROM "FollowUp" f WHERE f."dealershipId" = o."dealershipId" AND f."orderId" = o.id AND f."problemSolved" = false)) AS good,
      count(*) AS all
    FROM "RepairOrder" o WHERE o."dealershipId" = ${dealershipId}::uuid AND o."deliveredAt" >= ${from}`
    const [verySatisfied] = await tx.$queryRaw<Counted[]>`
    SELECT count(*) FILTER (WHERE satisfaction = 'verySatisfied') AS good, count(*) AS all FROM (
      SELECT satisfaction FROM "Rating" WHERE "dealershipId" = ${dealershipId}::uuid AND at >= ${from}
      UNION ALL
      SELECT satisfaction FROM "FollowUp" WHERE "dealershipId" = ${dealershipId}::uuid AND "closedAt" >= ${from}
        AND satisfaction IS NOT NULL AND kind IN ('call', 'extra')) answers`
    const [answered] = await tx.$queryRaw<Counted[]>`
    SELECT count(*) FILTER (WHERE "answeredAt" <= "dueAt") AS good, count(*) AS all
    FROM "ServiceRequest" WHERE "dealershipId" = ${dealershipId}::uuid AND "receivedAt" >= ${from}
      AND ("answeredAt" IS NOT NULL OR "dueAt" <= ${now})`
    const [walkIns] = await tx.$queryRaw<Counted[]>`
    SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Appointment" a WHERE a."dealershipId" = v."dealershipId"
      AND a."vehicleId" = v."vehicleId" AND a."createdAt" > v."arrivedAt")) AS good, count(*) AS all
    FROM "Visit" v WHERE v."dealershipId" = ${dealershipId}::uuid AND v."arrivedAt" >= ${from} AND v."appointmentId" IS NULL`
    const [firstOffer] = await tx.$queryRaw<(Counted & { days: number | null })[]>`
    SELECT count(*) FILTER (WHERE wait < ${targetDays}) AS good, count(*) AS all, round(avg(wait), 1)::float8 AS days FROM (
      SELECT extract(epoch FROM "firstOfferedAt" - "createdAt") / 86400 AS wait FROM "Appointment"
      WHERE "dealershipId" = ${dealershipId}::uuid AND "createdAt" >= ${from} AND "firstOfferedAt" IS NOT NULL) waits`
    return {
      days,
      from: plusDays(today, 1 - days),
      measures: [
        measure('onTime', onTime),
        measure('greeted', greeted),
        measure('firstTimeFix', firstTimeFix),
        measure('verySatisfied', verySatisfied),
        measure('answered', answered),
        { ...measure('firstOffer', firstOffer), averageDays: firstOffer?.days ?? null, targetDays },
        measure('walkInsBooked', walkIns),
      ],
    }
  },
)
