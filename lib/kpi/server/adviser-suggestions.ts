import 'server-only'
import * as z from 'zod'
import { dayInterval, dayOf, plusDays } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { DAYS } from './first-measures'

export type AdviserSuggestions = {
  adviserId: string
  name: string
  nameEn: string
  offered: number
  accepted: number
  declined: number
  deferred: number
  acceptedFen: number
}

/**
 * What each adviser has suggested on orders of the last days, today included: lines recommended with a reason and lines of
 * additional work, how many of them customers accepted, declined and put off, and what the accepted ones were worth (S3-21). Lines
 * that wait for an answer are offered and nothing else; what was taken back is not counted.
 */
export const adviserSuggestions = query(
  'kpi.read',
  z.object({ days: DAYS.default(30) }),
  async ({ tx, actor, now }, { days }): Promise<AdviserSuggestions[]> => {
    const { dealershipId } = actor
    const { timeZone } = await thisDealership(tx, dealershipId)
    const from = dayInterval(plusDays(dayOf(now, timeZone), 1 - days), timeZone).start
    return tx.$queryRaw<AdviserSuggestions[]>`
      SELECT s.id AS "adviserId", s.name, s."nameEn", count(*)::int AS offered,
        count(*) FILTER (WHERE accepted)::int AS accepted,
        count(*) FILTER (WHERE j.status = 'declined' AND j."deferredTo" IS NULL)::int AS declined,
        count(*) FILTER (WHERE j."deferredTo" IS NOT NULL)::int AS deferred,
        coalesce(sum(j."labourFen" - j."discountFen" + p.fen) FILTER (WHERE accepted AND NOT j."priceAfterInspection"), 0)::int AS "acceptedFen"
      FROM "Job" j
      JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
      JOIN "Staff" s ON s."dealershipId" = o."dealershipId" AND s.id = o."adviserId"
      CROSS JOIN LATERAL (SELECT j.status NOT IN ('proposed', 'declined', 'cancelled') AS accepted) a
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(round(jp."quantityMilli"::numeric * jp."unitPriceFen" / 1000) - jp."discountFen"), 0) AS fen
        FROM "JobPart" jp WHERE jp."dealershipId" = j."dealershipId" AND jp."jobId" = j.id) p
      WHERE o."dealershipId" = ${dealershipId}::uuid AND o."createdAt" >= ${from} AND o.status <> 'cancelled'
        AND (j.suggested OR j."additionalWorkId" IS NOT NULL) AND j.status <> 'cancelled' AND j.chosen
      GROUP BY s.id, s.name, s."nameEn" ORDER BY offered DESC, s.name`
  },
)
