import 'server-only'
import type { z } from 'zod'
import { dayInterval, dayOf, plusDays } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { Prisma } from '@/lib/server/db'
import { query, type Reading } from '@/lib/server/doors'
import { COMPLAINT_GROUPS } from '@/lib/reception/complaint-words'
import { COMPLAINT_PATTERNS, WeakLineOrders, WeakLines, type WeakLine } from '../weak-lines'

const GROUPS_SHOWN = 100
const ORDERS_SHOWN = 200

type Row = { orderId: string; no: string; plate: string; at: Date | null; titles: string }

/**
 * Orders of a period, a model or one vehicle combined by their lines, the most come-backs first, so that weak work shows (S3-40,
 * C52: a report, the signed orders stay as they are). By the operation or package of a line, or, with `by: 'complaint'`, by each
 * group of complaints its title and the customer's problem speak of (routine maintenance answers none). Counted are orders, cars, orders that are come-backs, lines
 * of additional work and lines under warranty; lines that were declined or cancelled are not. One statement.
 */
export const weakLines = query('kpi.read', WeakLines, async (reading, filter) => {
  const { lines, first } = await linesOf(reading, filter)
  const groups = await reading.tx.$queryRaw<WeakLine[]>`
    WITH l AS (${lines})
    SELECT key, max(name) AS name, max("nameEn") AS "nameEn", count(DISTINCT "orderId")::int AS orders,
      count(DISTINCT "vehicleId")::int AS cars, count(DISTINCT "orderId") FILTER (WHERE comebacks)::int AS comebacks,
      count(*) FILTER (WHERE additional)::int AS additional, count(*) FILTER (WHERE warranty)::int AS warranty
    FROM l GROUP BY key ORDER BY comebacks DESC, warranty DESC, additional DESC, orders DESC, name, key LIMIT ${GROUPS_SHOWN}`
  return { ...filter, from: first, groups }
})

/** The orders behind one number of a group, the newest first, with the lines that belong to it; at most two hundred. */
export const weakLineOrders = query('kpi.read', WeakLineOrders, async (reading, { key, what, ...filter }) => {
  const { lines } = await linesOf(reading, filter)
  const counted = { orders: Prisma.empty, cars: Prisma.empty, comebacks: Prisma.sql`AND comebacks`, additional: Prisma.sql`AND additional`, warranty: Prisma.sql`AND warranty` }[what] // prettier-ignore
  return reading.tx.$queryRaw<Row[]>`
    WITH l AS (${lines})
    SELECT "orderId", no, plate, at, string_agg(title, ' · ' ORDER BY title) AS titles
    FROM l WHERE key = ${key} ${counted} GROUP BY "orderId", no, plate, at ORDER BY at DESC, no LIMIT ${ORDERS_SHOWN}`
})

async function linesOf({ tx, actor, now }: Reading, { days, by, model, plate }: z.output<typeof WeakLines>) {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const first = plusDays(dayOf(now, timeZone), 1 - days)
  const { start } = dayInterval(first, timeZone)
  const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const group =
    by === 'work'
      ? Prisma.sql`SELECT md5(coalesce('operation ' || op.code, 'package ' || pk.code, j.title)) AS key,
          coalesce(op.name, pk.name, j.title) AS name, coalesce(nullif(op."nameEn", ''), nullif(pk."nameEn", ''), j."titleEn") AS "nameEn"`
      : Prisma.sql`SELECT g.key, '' AS name, '' AS "nameEn"
          FROM unnest(${COMPLAINT_GROUPS}::text[], ${COMPLAINT_PATTERNS}::text[]) g(key, words)
          WHERE j."workClass" <> 'maintenance' AND told.words ~* g.words AND (g.key <> 'noise' OR NOT EXISTS (
            SELECT 1 FROM unnest(${COMPLAINT_GROUPS}::text[], ${COMPLAINT_PATTERNS}::text[]) h(key, words) WHERE h.key <> 'noise' AND told.words ~* h.words))`
  const lines = Prisma.sql`
    SELECT j."orderId", o."vehicleId", o.no, o."createdAt" AS at, v.plate, j.title, k.key, k.name, k."nameEn",
      o."comebackOfId" IS NOT NULL OR o.type = 'comeback' AS comebacks, j."additionalWorkId" IS NOT NULL AS additional,
      j.payer = 'warranty' OR j.warranty NOT IN ('notApplicable', 'outside', 'refused') AS warranty
    FROM "RepairOrder" o
    JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
    JOIN "Job" j ON j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND j.status NOT IN ('declined', 'cancelled')
      AND (j.status <> 'proposed' OR j.chosen AND j."additionalWorkId" IS NULL)
    LEFT JOIN "LabourOperation" op ON op."dealershipId" = j."dealershipId" AND op.id = j."operationId"
    LEFT JOIN "ServicePackage" pk ON pk."dealershipId" = j."dealershipId" AND pk.id = j."packageId"
    LEFT JOIN "OrderProblem" p ON p."dealershipId" = j."dealershipId" AND p.id = j."problemId"
    CROSS JOIN LATERAL (SELECT concat_ws(E'\n', j.title, j."titleEn", p.text) AS words) told
    CROSS JOIN LATERAL (${group}) k
    WHERE o."dealershipId" = ${dealershipId}::uuid AND o.status <> 'cancelled' AND o."createdAt" >= ${start} AND o."createdAt" <= ${now}
      ${model ? Prisma.sql`AND v.model ILIKE ${like(model)}` : Prisma.empty}
      ${plate ? Prisma.sql`AND v.plate LIKE ${like(plate)}` : Prisma.empty}`
  return { lines, first }
}
