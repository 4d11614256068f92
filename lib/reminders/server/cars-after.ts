import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { Tier } from '@/lib/customers/tier'
import type { Reading } from '../due'

export type CarRow = {
  vehicleId: string
  plate: string
  brand: string
  model: string
  startedOn: string
  startedKm: number | null
  servicedOn: string | null
  servicedKm: number | null
  advisedOn: string | null
  advisedKm: number | null
  readings: Reading[]
  customerId: string | null
  customerName: string | null
  formOfAddress: string | null
  phone: string | null
  locale: string | null
  tier: Tier | null
  preferredChannel: string | null
  optedOut: boolean
  adviserId: string | null
}

type From = { dealershipId: string; timeZone: string; after: string | null; size: number; now: Date }

/**
 * The next cars of a dealership by their id, with all that decides about their reminder: last delivered maintenance and
 * its mileage, the last two dozen readings, the person to call, consent, and the adviser of the last visit (S1-22).
 */
export const carsAfter = (tx: Tx, { dealershipId, timeZone, after, size, now }: From) => tx.$queryRaw<
  CarRow[]
>`
  SELECT v.id AS "vehicleId", v.plate, v.brand, v.model,
    coalesce(v."firstRegisteredOn", v."purchasedOn", (v."createdAt" AT TIME ZONE ${timeZone})::date)::text AS "startedOn",
    CASE WHEN v."firstRegisteredOn" IS NOT NULL THEN 0 END AS "startedKm",
    (s."deliveredAt" AT TIME ZONE ${timeZone})::date::text AS "servicedOn", s.km AS "servicedKm",
    v."nextServiceOn"::text AS "advisedOn", v."nextServiceKm" AS "advisedKm",
    coalesce(r.readings, '[]'::json) AS readings,
    c.id AS "customerId", c.name AS "customerName", c."formOfAddress",
    CASE WHEN c."phoneWrongAt" IS NULL THEN c.phone ELSE '' END AS phone, c.locale, c.tier::text AS tier,
    c."preferredChannel"::text AS "preferredChannel", coalesce(NOT n.given, false) AS "optedOut",
    coalesce(a.id, c."preferredAdviserId") AS "adviserId"
  FROM (SELECT * FROM "Vehicle" WHERE "dealershipId" = ${dealershipId}::uuid
      AND id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000'::uuid) ORDER BY id LIMIT ${size}) v
  LEFT JOIN LATERAL (
    SELECT p."customerId" FROM "VehicleParty" p
    JOIN "Customer" k ON k."dealershipId" = p."dealershipId" AND k.id = p."customerId" AND k."mergedIntoId" IS NULL
    WHERE p."dealershipId" = v."dealershipId" AND p."vehicleId" = v.id AND p."until" IS NULL
    ORDER BY p.role, p.since DESC LIMIT 1) p ON true
  LEFT JOIN "Customer" c ON c."dealershipId" = v."dealershipId" AND c.id = p."customerId"
  LEFT JOIN LATERAL (
    SELECT given FROM "Consent" n WHERE n."dealershipId" = v."dealershipId" AND n."customerId" = c.id
      AND n.kind = 'marketing' ORDER BY n.at DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT o."deliveredAt", (SELECT max(d.km) FROM "OdometerReading" d WHERE d."dealershipId" = o."dealershipId"
        AND d."vehicleId" = v.id AND d."visitId" = o."visitId") AS km
    FROM "RepairOrder" o
    WHERE o."dealershipId" = v."dealershipId" AND o."vehicleId" = v.id AND o."deliveredAt" IS NOT NULL
      AND (o.type = 'maintenance' OR EXISTS (SELECT 1 FROM "Job" j WHERE j."dealershipId" = o."dealershipId"
        AND j."orderId" = o.id AND j."packageId" IS NOT NULL AND j."workClass" = 'maintenance'
        AND j.status NOT IN ('proposed', 'declined', 'cancelled')))
    ORDER BY o."deliveredAt" DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('day', (l.at AT TIME ZONE ${timeZone})::date, 'km', l.km) ORDER BY l.at) AS readings
    FROM (SELECT at, km FROM "OdometerReading" d WHERE d."dealershipId" = v."dealershipId" AND d."vehicleId" = v.id
      AND d.at <= ${now} ORDER BY d.at DESC LIMIT 24) l) r ON true
  LEFT JOIN LATERAL (
    SELECT w."adviserId" FROM "Visit" w WHERE w."dealershipId" = v."dealershipId" AND w."vehicleId" = v.id
      AND w."adviserId" IS NOT NULL ORDER BY w."arrivedAt" DESC LIMIT 1) w ON true
  LEFT JOIN "Staff" a ON a."dealershipId" = v."dealershipId" AND a.id = w."adviserId" AND a."disabledAt" IS NULL
  ORDER BY v.id`
