import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { normalPlate } from '@/lib/core/plate'
import { phoneFor, vinFor } from '@/lib/customers/mask'
import { query } from '@/lib/server/doors'

type Row = {
  vehicleId: string
  customerId: string
  plate: string
  brand: string
  model: string
  vin: string | null
  name: string
  formOfAddress: string
  phone: string
  tier: string
  km: number | null
  lastVisitAt: Date | null
  lastWork: string | null
  monthsSince: number | null
  nextServiceOn: Date | null
  openAppointmentId: string | null
  openAppointmentAt: Date | null
}

/**
 * Cars found by the end of the plate or VIN, the end of a telephone number, or the name of a person, with what an
 * adviser needs on the telephone: last visit and its work, months since the last service (S1-07), mileage, and a
 * booking that is open already. At most 12.
 */
export const knownCars = query(
  'customer.read',
  z.object({ q: f.text(60) }),
  async ({ tx, actor, now }, { q }) => {
    const code = normalPlate(q)
    if (code.length < 2) return []
    const digits = q.replace(/\D/g, '')
    const like = (text: string) => text.replace(/[\\%_]/g, '\\$&')
    const rows = await tx.$queryRaw<Row[]>`
    SELECT v.id AS "vehicleId", c.id AS "customerId", v.plate, v.brand, v.model, v.vin, c.name, c."formOfAddress", c.phone,
      c.tier::text AS tier, o.km, l."arrivedAt" AS "lastVisitAt", w.work AS "lastWork", v."nextServiceOn",
      (extract(year FROM age(${now}::timestamptz, l."arrivedAt")) * 12 + extract(month FROM age(${now}::timestamptz, l."arrivedAt")))::int AS "monthsSince",
      a.id AS "openAppointmentId", a."startsAt" AS "openAppointmentAt"
    FROM "Vehicle" v
    JOIN "VehicleParty" p ON p."dealershipId" = v."dealershipId" AND p."vehicleId" = v.id AND p."until" IS NULL
    JOIN "Customer" c ON c."dealershipId" = v."dealershipId" AND c.id = p."customerId" AND c."mergedIntoId" IS NULL
    LEFT JOIN LATERAL (SELECT km FROM "OdometerReading" r WHERE r."dealershipId" = v."dealershipId" AND r."vehicleId" = v.id
      ORDER BY r.at DESC LIMIT 1) o ON true
    LEFT JOIN LATERAL (SELECT id, "arrivedAt" FROM "Visit" t WHERE t."dealershipId" = v."dealershipId" AND t."vehicleId" = v.id
      AND t.status <> 'leftWithoutOrder' ORDER BY t."arrivedAt" DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT string_agg(j.title, ' · ') AS work FROM "RepairOrder" e JOIN "Job" j
      ON j."dealershipId" = e."dealershipId" AND j."orderId" = e.id AND j.status NOT IN ('declined', 'cancelled')
      WHERE e."dealershipId" = v."dealershipId" AND e."visitId" = l.id) w ON true
    LEFT JOIN LATERAL (SELECT id, "startsAt" FROM "Appointment" b WHERE b."dealershipId" = v."dealershipId" AND b."vehicleId" = v.id
      AND b.status IN ('requested', 'confirmed', 'waitingParts', 'ready') AND b."startsAt" > ${now}::timestamptz - interval '1 day'
      ORDER BY b."startsAt" LIMIT 1) a ON true
    WHERE v."dealershipId" = ${actor.dealershipId}::uuid
      AND (v.plate LIKE ${`%${like(code)}`} OR v.vin LIKE ${`%${like(code)}`}
        OR (length(${digits}) >= 4 AND c.phone LIKE ${`%${like(digits)}`})
        OR c.name LIKE ${`%${like(q)}%`} OR c.initials = lower(${q}) OR c.pinyin LIKE ${`${like(q.toLowerCase())}%`})
    ORDER BY (p.role = 'owner') DESC, l."arrivedAt" DESC NULLS LAST, v.plate LIMIT 12`
    return rows.map((row) => ({ ...row, phone: phoneFor(actor, row.phone), vin: vinFor(actor, row.vin) }))
  },
)
