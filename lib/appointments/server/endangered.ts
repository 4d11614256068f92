import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { Overloaded } from '../board'
import type { Endangered } from '../booking-board'

type Of = { dealershipId: string; exceptId: string; timeZone: string }

/**
 * Bookings that use the same people or places in the overloaded half hours, and orders in the workshop with work planned then, whose
 * promised time has not passed by the end of the overload (S1-61). At most a dozen of each, the earliest promise first.
 */
export async function endangeredBy(
  tx: Tx,
  overloaded: readonly Overloaded[],
  { dealershipId, exceptId, timeZone }: Of,
): Promise<Endangered[]> {
  if (overloaded.length === 0) return []
  return tx.$queryRaw<Endangered[]>`
    WITH half AS (
      SELECT o.day, o.resource, o.step,
        (o.day::timestamp AT TIME ZONE ${timeZone}) + o.step * interval '30 minutes' AS "startsAt"
      FROM jsonb_to_recordset(${JSON.stringify(overloaded)}::jsonb) AS o(day date, resource text, step int)),
    booked AS (
      SELECT DISTINCT a.id, a.no, v.plate, a."promisedAt"
      FROM half h
      JOIN "CapacityUse" u ON u."dealershipId" = ${dealershipId}::uuid AND u.day = h.day AND u.resource = h.resource AND u.minutes[h.step + 1] > 0
      JOIN "Appointment" a ON a."dealershipId" = u."dealershipId" AND a.id = u."appointmentId"
      JOIN "Vehicle" v ON v."dealershipId" = a."dealershipId" AND v.id = a."vehicleId"
      WHERE a.id <> ${exceptId}::uuid AND a.status IN ('confirmed', 'waitingParts', 'ready', 'arrived') AND a."promisedAt" > h."startsAt"
      ORDER BY a."promisedAt", a.no LIMIT 12),
    inside AS (
      SELECT DISTINCT o.id, o.no, v.plate, coalesce(o."promisedTo", o."promisedAt") AS "promisedAt"
      FROM half h
      JOIN "PlanEntry" e ON e."dealershipId" = ${dealershipId}::uuid AND e.status IN ('planned', 'active')
        AND e."startsAt" < h."startsAt" + interval '30 minutes' AND e."endsAt" > h."startsAt"
      JOIN "Job" j ON j."dealershipId" = e."dealershipId" AND j.id = e."jobId"
      JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
      JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
      WHERE coalesce(o."promisedTo", o."promisedAt") > h."startsAt"
      ORDER BY 4, o.no LIMIT 12)
    SELECT 'appointment' AS kind, id::text, no, plate, "promisedAt" FROM booked
    UNION ALL SELECT 'order', id::text, no, plate, "promisedAt" FROM inside
    ORDER BY "promisedAt", no`
}
