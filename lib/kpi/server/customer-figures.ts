import 'server-only'
import * as z from 'zod'
import { dayInterval, dayOf, plusMonths } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'

export const CUSTOMER_FIGURES = ['retention', 'repurchase', 'referral', 'firstService', 'lost'] as const
/** `good` of `all`; a share in basis points, for `repurchase` visits a car in hundredths; null while there is nothing to count. */
export type CustomerFigure = {
  key: (typeof CUSTOMER_FIGURES)[number]
  good: number
  all: number
  value: number | null
}
type Row = Record<`${CustomerFigure['key']}${'Good' | 'All'}`, number>

/**
 * Whether customers stay (X-KPI-22 to X-KPI-24, X-CRM-28), of the last twelve months, by car; a visit is one that was delivered and
 * was no internal work. Retention: cars here in the twelve months before that came again. Repurchase: visits of a car that came.
 * Referral: new customers whom a customer recommended, of those who said how they heard of the house. First maintenance: cars
 * bought new whose first maintenance was due (purchase and the interval of the house) and who had one here. Lost: served cars on
 * the list of the lost, more cycles behind than `churn.cycles`. One statement.
 */
export const customerFigures = query('kpi.read', z.object({}), async ({ tx, actor, now }) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const today = dayOf(now, timeZone)
  const from = plusMonths(today, -12)
  const year = dayInterval(from, timeZone).start
  const before = dayInterval(plusMonths(today, -24), timeZone).start
  const { 'service.intervalMonths': months, 'churn.cycles': cycles } = await settingsOf(tx)
  const [row] = await tx.$queryRaw<[Row]>`
    WITH visits AS (
      SELECT o."vehicleId", o."visitId", max(o."deliveredAt") AS at, bool_or(EXISTS (SELECT 1 FROM "Job" j
        WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND j."workClass" = 'maintenance'
          AND j.status IN ('done', 'qcPassed', 'billed'))) AS maintained
      FROM "RepairOrder" o WHERE o."dealershipId" = ${dealershipId}::uuid AND o."deliveredAt" <= ${now} AND o.type <> 'internal' GROUP BY 1, 2),
    cars AS (
      SELECT "vehicleId", count(*) FILTER (WHERE at >= ${year}) AS visits, bool_or(at >= ${before} AND at < ${year}) AS before
      FROM visits GROUP BY 1),
    bought AS (
      SELECT EXISTS (SELECT 1 FROM visits i WHERE i."vehicleId" = v.id AND i.maintained
        AND (i.at AT TIME ZONE ${timeZone})::date >= v."purchasedOn") AS came
      FROM "Vehicle" v WHERE v."dealershipId" = ${dealershipId}::uuid
        AND v."purchasedOn" + make_interval(months => ${months}::int) BETWEEN ${from}::date AND ${today}::date
        AND (v."firstRegisteredOn" IS NULL OR v."purchasedOn" - v."firstRegisteredOn" < 180)),
    heard AS (
      SELECT "heardBy" FROM "Customer" WHERE "dealershipId" = ${dealershipId}::uuid AND "mergedIntoId" IS NULL
        AND "heardBy" <> '' AND "createdAt" >= ${year} AND "createdAt" <= ${now}),
    due AS (
      SELECT d.class FROM "VehicleDue" d WHERE d."dealershipId" = ${dealershipId}::uuid AND d."vehicleId" IN (SELECT "vehicleId" FROM cars))
    SELECT (SELECT count(*)::int FROM cars WHERE before) AS "retentionAll", (SELECT count(*)::int FROM cars WHERE before AND visits > 0) AS "retentionGood",
      (SELECT count(*)::int FROM cars WHERE visits > 0) AS "repurchaseAll", (SELECT coalesce(sum(visits), 0)::int FROM cars) AS "repurchaseGood",
      (SELECT count(*)::int FROM heard) AS "referralAll", (SELECT count(*)::int FROM heard WHERE "heardBy" = 'friend') AS "referralGood",
      (SELECT count(*)::int FROM bought) AS "firstServiceAll", (SELECT count(*)::int FROM bought WHERE came) AS "firstServiceGood",
      (SELECT count(*)::int FROM due) AS "lostAll", (SELECT count(*)::int FROM due WHERE class = 'lost') AS "lostGood"`
  const figures = CUSTOMER_FIGURES.map((key): CustomerFigure => {
    const [good, all] = [row[`${key}Good`], row[`${key}All`]]
    const unit = key === 'repurchase' ? 100 : 10_000
    return { key, good, all, value: all === 0 ? null : Math.round((good * unit) / all) }
  })
  return { from, cycles, months, figures }
})
