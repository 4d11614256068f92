import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import { Prisma, type Tx } from '@/lib/server/db'
import type { Trait, TraitOffer } from '../traits'

/**
 * Whether a car `v` makes its customer one of a trait, as SQL: maintained here as often as the house calls frequent within a year
 * (X-CRM-22), or driven by a high-voltage battery (X-CRM-23).
 */
export const traitHolds = (trait: Trait, { visits, now }: { visits: number; now: Date }) =>
  trait === 'newEnergy'
    ? Prisma.sql`(v.fuel IN ('hybrid', 'electric') OR v."plateKind" = 'green')`
    : Prisma.sql`((SELECT count(DISTINCT o."visitId") FROM "RepairOrder" o WHERE o."dealershipId" = v."dealershipId" AND o."vehicleId" = v.id
        AND o."deliveredAt" > ${now}::timestamptz - interval '1 year' AND EXISTS (SELECT 1 FROM "Job" j WHERE j."dealershipId" = o."dealershipId"
          AND j."orderId" = o.id AND j."workClass" = 'maintenance' AND j.status IN ('done', 'qcPassed', 'billed'))) >= ${visits}::int)`

type Of = { dealershipId: string; vehicleId: string; now: Date }

/**
 * The packages of the house for the traits of a car's customer: of the year for frequent maintenance, a battery check for new
 * energy (X-CRM-21 to X-CRM-23). Empty where the settings name none, where it does not fit the fuel, and for a year after it was sold.
 */
export async function traitOffers(tx: Tx, { dealershipId, vehicleId, now }: Of): Promise<TraitOffer[]> {
  const settings = await settingsOf(tx)
  const codes = { frequent: settings['offer.frequentPackage'], newEnergy: settings['offer.newEnergyPackage'] }
  if (!codes.frequent && !codes.newEnergy) return []
  const visits = settings['offer.frequentVisits']
  return tx.$queryRaw<TraitOffer[]>`
    SELECT t.trait, p.id::text AS "packageId", p.name AS title, p."nameEn" AS "titleEn"
    FROM "Vehicle" v
    CROSS JOIN (VALUES ('frequent', ${codes.frequent}::text), ('newEnergy', ${codes.newEnergy}::text)) t(trait, code)
    JOIN "ServicePackage" p ON p."dealershipId" = v."dealershipId" AND p.code = t.code AND p."disabledAt" IS NULL
      AND (cardinality(p.fuels) = 0 OR v.fuel = ANY(p.fuels))
    WHERE v."dealershipId" = ${dealershipId}::uuid AND v.id = ${vehicleId}::uuid
      AND CASE t.trait WHEN 'frequent' THEN ${traitHolds('frequent', { visits, now })} ELSE ${traitHolds('newEnergy', { visits, now })} END
      AND NOT EXISTS (SELECT 1 FROM "RepairOrder" r JOIN "Job" s ON s."dealershipId" = r."dealershipId" AND s."orderId" = r.id
        WHERE r."dealershipId" = v."dealershipId" AND r."vehicleId" = v.id AND r."createdAt" > ${now}::timestamptz - interval '1 year'
          AND s."packageId" = p.id AND s.status NOT IN ('proposed', 'declined', 'cancelled'))
    ORDER BY t.trait`
}
