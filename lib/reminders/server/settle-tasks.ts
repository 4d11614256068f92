import 'server-only'
import type { Tx } from '@/lib/server/db'

type Over = { dealershipId: string; vehicleIds: readonly string[]; now: Date }

/**
 * Brings the contacts of these cars in line with what happened since: a booking that fell through opens its contact again,
 * a booking made closes it as booked, a car that came closes it, and what is no longer due, or not wanted, is taken off.
 */
export async function settleTasks(tx: Tx, { dealershipId, vehicleIds, now }: Over) {
  const ids = [...vehicleIds]
  const reopened = await tx.$executeRaw`
    UPDATE "ContactTask" t SET status = 'open', "appointmentId" = NULL, "closedAt" = NULL, "nextAt" = ${now}, reason = 'bookingLost'
    FROM "Appointment" a
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ANY(${ids}::uuid[]) AND t.status = 'booked'
      AND a."dealershipId" = t."dealershipId" AND a.id = t."appointmentId" AND a.status IN ('cancelled', 'noShow', 'rescheduled')`
  const booked = await tx.$executeRaw`
    UPDATE "ContactTask" t SET status = 'booked', "appointmentId" = b.id, "closedAt" = ${now}, reason = ''
    FROM (SELECT DISTINCT ON (a."vehicleId") a.id, a."vehicleId", a."createdAt" FROM "Appointment" a
      WHERE a."dealershipId" = ${dealershipId}::uuid AND a."vehicleId" = ANY(${ids}::uuid[])
        AND a.status IN ('requested', 'confirmed', 'waitingParts', 'ready') ORDER BY a."vehicleId", a."createdAt" DESC) b
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = b."vehicleId" AND t.status = 'open'
      AND b."createdAt" >= t."createdAt"`
  // The visit is looked up for each contact: joined, the planner reads the visits of all years for every batch.
  const came = await tx.$executeRaw`
    UPDATE "ContactTask" t SET status = 'came', "closedAt" = ${now}, reason = '', "appointmentId" = coalesce(t."appointmentId", c."appointmentId")
    FROM (SELECT o.id, w."appointmentId" FROM "ContactTask" o CROSS JOIN LATERAL (
        SELECT v."appointmentId" FROM "Visit" v WHERE v."dealershipId" = o."dealershipId" AND v."vehicleId" = o."vehicleId"
          AND v.status <> 'leftWithoutOrder' AND v."arrivedAt" >= o."createdAt"
          AND (o.class <> 'recall' OR v."appointmentId" = o."appointmentId") ORDER BY v."arrivedAt" DESC LIMIT 1) w
      WHERE o."dealershipId" = ${dealershipId}::uuid AND o."vehicleId" = ANY(${ids}::uuid[])
        AND o.status IN ('open', 'booked', 'unreached')) c
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t.id = c.id`
  const optedOut = await tx.$executeRaw`
    UPDATE "ContactTask" t SET status = 'optedOut', "closedAt" = ${now}, reason = 'optedOut'
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ANY(${ids}::uuid[]) AND t.status = 'open' AND t.class <> 'recall'
      AND (SELECT n.given FROM "Consent" n WHERE n."dealershipId" = t."dealershipId" AND n."customerId" = t."customerId"
        AND n.kind = 'marketing' ORDER BY n.at DESC LIMIT 1) = false`
  const notDue = await tx.$executeRaw`
    UPDATE "ContactTask" t SET status = 'closed', "closedAt" = ${now}, reason = 'notDue'
    FROM "VehicleDue" d
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ANY(${ids}::uuid[]) AND t.status = 'open'
      AND t.class IN ('due', 'overdue', 'lost', 'winBack') AND d."dealershipId" = t."dealershipId"
      AND d."vehicleId" = t."vehicleId" AND (d.class IS NULL OR d."baseOn"::text <> t.cycle)`
  const moved = await tx.$executeRaw`
    UPDATE "ContactTask" t SET class = d.class, "dueOn" = d."dueOn"
    FROM "VehicleDue" d
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ANY(${ids}::uuid[]) AND t.status = 'open'
      AND t.class IN ('due', 'overdue', 'lost') AND d."dealershipId" = t."dealershipId" AND d."vehicleId" = t."vehicleId"
      AND d.class IS NOT NULL AND (d.class <> t.class OR d."dueOn" <> t."dueOn")`
  return { reopened, booked, came, optedOut, notDue, moved }
}
