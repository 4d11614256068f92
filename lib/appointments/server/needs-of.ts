import 'server-only'
import { dayOf } from '@/lib/core/time'
import { traitOffers } from '@/lib/customers/server/trait-offers'
import type { Tx } from '@/lib/server/db'
import { CHECK_AFTER_MONTHS, type Need } from '../proposals'
import { declinedWork } from './declined-work'

type Of = { dealershipId: string; vehicleId: string; now: Date; timeZone: string }

/**
 * What a car is likely to need besides the wish of its customer (S1-31): the service that is due, open recalls, offers its
 * customer is on the list of or that the customer's labels ask for (X-CRM-22, X-CRM-23), work declined and not done since, and a check after half a year (S1-07). Recalls come first.
 */
export async function needsOf(tx: Tx, { dealershipId, vehicleId, now, timeZone }: Of): Promise<Need[]> {
  const listed = await tx.$queryRaw<Need[]>`
    SELECT 'recall' AS kind, t.id::text AS reference, coalesce(c.name, '') AS title, '' AS "titleEn", t."packageId"::text AS "packageId",
      t."dueOn"::text AS "on", NULL::int AS "remainingKm"
    FROM "ContactTask" t LEFT JOIN "ContactPlan" c ON c."dealershipId" = t."dealershipId" AND c.id = t."planId"
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ${vehicleId}::uuid AND t.status = 'open' AND t.class = 'recall'
    UNION ALL
    SELECT 'due', 'service', coalesce(p.name, r.names, ''), coalesce(p."nameEn", r."namesEn", ''), p.id::text, d."dueOn"::text, d."remainingKm"
    FROM "VehicleDue" d
    LEFT JOIN "ServicePackage" p ON p."dealershipId" = d."dealershipId" AND p.id = d."packageId"
    LEFT JOIN LATERAL (SELECT string_agg(name, ' · ') AS names, string_agg(coalesce(nullif("nameEn", ''), name), ' · ') AS "namesEn"
      FROM (SELECT DISTINCT ON (m.code) m.name, m."nameEn" FROM "MaintenanceRule" m
        WHERE m."dealershipId" = d."dealershipId" AND m."retiredAt" IS NULL AND m.code = ANY(d."ruleCodes")
        ORDER BY m.code, m."modelPattern" DESC) items) r ON true
    WHERE d."dealershipId" = ${dealershipId}::uuid AND d."vehicleId" = ${vehicleId}::uuid AND d.class IS NOT NULL
    UNION ALL
    SELECT 'package', t.id::text, coalesce(p.name, nullif(c.offer, ''), c.name, ''), coalesce(p."nameEn", ''), p.id::text, t."dueOn"::text, NULL
    FROM "ContactTask" t
    LEFT JOIN "ContactPlan" c ON c."dealershipId" = t."dealershipId" AND c.id = t."planId"
    LEFT JOIN "ServicePackage" p ON p."dealershipId" = t."dealershipId" AND p.id = t."packageId"
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ${vehicleId}::uuid AND t.status = 'open' AND t.class = 'campaign'`
  const declined = (await declinedWork(tx, dealershipId, vehicleId)).map(
    ({ id, title, titleEn, on, safety }): Need => ({
      kind: 'declined',
      reference: id,
      title,
      titleEn,
      packageId: null,
      on: dayOf(on, timeZone),
      remainingKm: null,
      ...(safety ? { safety } : {}),
    }),
  )
  const due = listed.some(({ kind }) => kind === 'due')
  const offered = new Set(listed.map(({ packageId }) => packageId))
  const offers = (await traitOffers(tx, { dealershipId, vehicleId, now }))
    .filter(({ packageId }) => !offered.has(packageId))
    .map(({ trait, ...offer }): Need => ({
      kind: 'package',
      reference: trait,
      ...offer,
      on: null,
      remainingKm: null,
    }))
  return [
    ...listed,
    ...offers,
    ...declined,
    ...(due ? [] : await aCheck(tx, { dealershipId, vehicleId, now, timeZone })),
  ]
}

async function aCheck(tx: Tx, { dealershipId, vehicleId, now, timeZone }: Of): Promise<Need[]> {
  const [last] = await tx.$queryRaw<{ at: Date | null; long: boolean | null }[]>`
    SELECT max("arrivedAt") AS at, max("arrivedAt") + make_interval(months => ${CHECK_AFTER_MONTHS}::int) <= ${now} AS long
    FROM "Visit" WHERE "dealershipId" = ${dealershipId}::uuid AND "vehicleId" = ${vehicleId}::uuid AND status <> 'leftWithoutOrder'`
  if (!last?.at || !last.long) return []
  const on = dayOf(last.at, timeZone)
  return [
    { kind: 'other', reference: 'check', title: '', titleEn: '', packageId: null, on, remainingKm: null },
  ]
}
