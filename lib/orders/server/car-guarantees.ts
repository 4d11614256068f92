import 'server-only'
import { plusMonths } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { guaranteeOf, isUnderGuarantee, type RepairClass } from '../guarantee'
import { GUARANTEE_KM, GUARANTEE_MONTHS, type GuaranteeCounters } from '../three-guarantees'

type At = { dealershipId: string; now: Date; day: string; timeZone: string }

export type Running = { orderId: string; no: string; repairClass: RepairClass; lastDay: string; lastKm: number | null; titles: string[] } // prettier-ignore

/** Repairs of a car whose statutory quality guarantee still runs, as far as its readings are known; newest first. */
export async function runningGuarantees(
  tx: Tx,
  { dealershipId, day, timeZone }: At,
  vehicleId: string,
  exceptOrderId: string | null,
): Promise<Running[]> {
  const rows = await tx.$queryRaw<
    {
      orderId: string
      no: string
      repairClass: RepairClass
      deliveredOn: string
      km: number | null
      nowKm: number | null
      titles: string[]
    }[]
  >`
    SELECT o.id AS "orderId", o.no, o."repairClass", (o."deliveredAt" AT TIME ZONE ${timeZone})::date::text AS "deliveredOn", c."odometerKm" AS km,
      (SELECT r.km FROM "OdometerReading" r WHERE r."dealershipId" = o."dealershipId" AND r."vehicleId" = o."vehicleId" ORDER BY r.at DESC LIMIT 1) AS "nowKm",
      (SELECT coalesce(array_agg(j.title ORDER BY j.position), '{}') FROM "Job" j
        WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND j.status NOT IN ('proposed', 'declined', 'cancelled')) AS titles
    FROM "RepairOrder" o
    LEFT JOIN "ReceptionRecord" c ON c."dealershipId" = o."dealershipId" AND c."visitId" = o."visitId"
    WHERE o."dealershipId" = ${dealershipId}::uuid AND o."vehicleId" = ${vehicleId}::uuid AND o.id IS DISTINCT FROM ${exceptOrderId}::uuid
      AND o."deliveredAt" >= (${day}::date - 101)::timestamp
    ORDER BY o."deliveredAt" DESC`
  return rows.flatMap(({ deliveredOn, km, nowKm, ...row }) => {
    const guarantee = guaranteeOf(row.repairClass, { deliveredOn, km })
    return isUnderGuarantee(guarantee, { day, km: nowKm }) ? [{ ...row, ...guarantee }] : []
  })
}

export type CarCounters = GuaranteeCounters & {
  vehicleId: string
  plate: string
  brand: string
  model: string
  /** The open order of the car, if there is one. */
  orderId: string | null
}

/**
 * The counters of the three guarantees, of one car or of all that had a repair for the warranty while in their term (two years from
 * the purchase or 50,000 km). One statement.
 */
export const guaranteeCounters = (tx: Tx, { dealershipId, now, day }: At, vehicleId: string | null) =>
  tx.$queryRaw<CarCounters[]>`
    WITH line AS (
      SELECT o."vehicleId", o."visitId", o.id AS "orderId", j.id AS "jobId", coalesce(j."operationId"::text, j."packageId"::text, j.title) AS fault,
        coalesce(w.safety, false) AS safety
      FROM "Job" j
      JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
      JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
      LEFT JOIN "AdditionalWork" w ON w."dealershipId" = j."dealershipId" AND w.id = j."additionalWorkId"
      WHERE j."dealershipId" = ${dealershipId}::uuid AND (${vehicleId}::uuid IS NULL OR o."vehicleId" = ${vehicleId}::uuid)
        AND (j.payer = 'warranty' OR j.warranty IN ('inside', 'approved')) AND j.status NOT IN ('proposed', 'declined', 'cancelled')
        AND v."purchasedOn" >= ${plusMonths(day, -GUARANTEE_MONTHS)}::date
        AND coalesce((SELECT max(r.km) FROM "OdometerReading" r WHERE r."dealershipId" = v."dealershipId" AND r."vehicleId" = v.id), 0) <= ${GUARANTEE_KM}::int
    ), stay AS (
      SELECT DISTINCT l."vehicleId", s.id, ceil(extract(epoch FROM coalesce(s."leftAt", ${now}::timestamptz) - s."arrivedAt") / 86400)::int AS days, s."leftAt" IS NULL AS open
      FROM line l JOIN "Visit" s ON s."dealershipId" = ${dealershipId}::uuid AND s.id = l."visitId"
    ), days AS (
      SELECT "vehicleId", sum(days)::int AS all, coalesce(max(days) FILTER (WHERE open), 0)::int AS now FROM stay GROUP BY 1
    ), fault AS (
      SELECT "vehicleId", max(n)::int AS n FROM (SELECT "vehicleId", fault, count(DISTINCT "orderId") AS n FROM line GROUP BY 1, 2) x GROUP BY 1
    ), part AS (
      SELECT "vehicleId", max(n)::int AS n FROM (SELECT l."vehicleId", p."partId", count(DISTINCT l."orderId") AS n FROM line l
        JOIN "JobPart" p ON p."dealershipId" = ${dealershipId}::uuid AND p."jobId" = l."jobId" AND p."partId" IS NOT NULL GROUP BY 1, 2) x GROUP BY 1
    ), grave AS (
      SELECT "vehicleId", count(DISTINCT "orderId") FILTER (WHERE safety)::int AS n FROM line GROUP BY 1
    )
    SELECT v.id AS "vehicleId", v.plate, v.brand, v.model, d.all AS "repairDays", d.now AS "visitDays", f.n AS "sameFault",
      coalesce(p.n, 0) AS "samePart", g.n AS safety,
      (SELECT o.id FROM "RepairOrder" o WHERE o."dealershipId" = v."dealershipId" AND o."vehicleId" = v.id
        AND o.status NOT IN ('delivered', 'closed', 'cancelled') ORDER BY o."createdAt" DESC LIMIT 1) AS "orderId"
    FROM days d
    JOIN "Vehicle" v ON v."dealershipId" = ${dealershipId}::uuid AND v.id = d."vehicleId"
    JOIN fault f ON f."vehicleId" = d."vehicleId"
    JOIN grave g ON g."vehicleId" = d."vehicleId"
    LEFT JOIN part p ON p."vehicleId" = d."vehicleId"
    ORDER BY d.all DESC LIMIT 200`
