import 'server-only'
import { Prisma } from '@/lib/server/db'

export type Period = { dealershipId: string; timeZone: string; from: Date; now: Date }

/**
 * One row for each order of a car that came in the period, with what the seven benefits are measured by; null where it cannot be
 * said yet. `people`: minutes from the signature to the first technician; `reception`: from arrival to the signed walk-around.
 */
export const orderFacts = ({ dealershipId, timeZone, from, now }: Period) => Prisma.sql`
  SELECT o.id, o.no, car.plate, v."arrivedAt" AS at, v."appointmentId" IS NOT NULL AS booked,
    (extract(epoch FROM o."workStartedAt" - o."authorisedAt") / 60)::float8 AS people,
    CASE WHEN o."workDoneAt" IS NOT NULL THEN NOT EXISTS (SELECT 1 FROM "Clocking" c JOIN "Job" j ON j."dealershipId" = c."dealershipId" AND j.id = c."jobId"
      WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND c."pauseReason" = 'parts') END AS materials,
    CASE WHEN o."workDoneAt" IS NOT NULL AND h.hard THEN NOT h.rework END AS difficult,
    (extract(epoch FROM coalesce(v."recordSignedAt", v."atDeskAt") - v."arrivedAt") / 60)::float8 AS reception,
    extract(hour FROM v."arrivedAt" AT TIME ZONE ${timeZone})::int AS hour,
    s."totalFen" - s."taxFen" AS revenue,
    (SELECT a.satisfaction = 'verySatisfied' FROM (
      SELECT r.satisfaction, r.at FROM "Rating" r WHERE r."dealershipId" = o."dealershipId" AND r."orderId" = o.id
      UNION ALL
      SELECT f.satisfaction, f."closedAt" FROM "FollowUp" f WHERE f."dealershipId" = o."dealershipId" AND f."orderId" = o.id
        AND f.satisfaction IS NOT NULL AND f."closedAt" IS NOT NULL) a ORDER BY a.at DESC LIMIT 1) AS satisfaction
  FROM "Visit" v
  JOIN "RepairOrder" o ON o."dealershipId" = v."dealershipId" AND o."visitId" = v.id AND o.status <> 'cancelled'
  JOIN "Vehicle" car ON car."dealershipId" = v."dealershipId" AND car.id = v."vehicleId"
  LEFT JOIN "Settlement" s ON s."dealershipId" = o."dealershipId" AND s."orderId" = o.id AND s.status <> 'void'
  CROSS JOIN LATERAL (SELECT coalesce(bool_or(j."workClass" IN ('diagnosis', 'generalRepair')), false) AS hard, coalesce(bool_or(j."reworkCount" > 0), false) AS rework
    FROM "Job" j WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND j.status NOT IN ('proposed', 'declined', 'cancelled')) h
  WHERE v."dealershipId" = ${dealershipId}::uuid AND v."arrivedAt" >= ${from} AND v."arrivedAt" <= ${now}`

/** One row for each booking whose time lay in the period; places that the waiting list held and nobody took are none. */
export const bookingFacts = ({ dealershipId, from, now }: Period) => Prisma.sql`
  SELECT a.id, a.no, car.plate, a."startsAt" AS at, a.status = 'cancelled' AS cancelled, a.status = 'rescheduled' AS rescheduled,
    a.status = 'noShow' OR (a.status IN ('cancelled', 'rescheduled') AND m.missed) AS "noShow",
    CASE WHEN a.status IN ('cancelled', 'rescheduled', 'noShow') THEN split_part(coalesce(a.reason, ''), ':', 1) END AS reason
  FROM "Appointment" a
  JOIN "Vehicle" car ON car."dealershipId" = a."dealershipId" AND car.id = a."vehicleId"
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM "AppointmentConfirmation" c
    WHERE c."dealershipId" = a."dealershipId" AND c."appointmentId" = a.id AND c.stage = 'missed') AS missed) m
  WHERE a."dealershipId" = ${dealershipId}::uuid AND a."startsAt" >= ${from} AND a."startsAt" <= ${now}
    AND a.status <> 'requested' AND coalesce(a.reason, '') NOT LIKE 'offerOver%'`

/** One row for each car in the files: whether somebody tried to contact its customer in the last year, its visits and their worth. */
export const contactFacts = ({ dealershipId, now }: Period) => Prisma.sql`
  SELECT car.id, car.plate, k.at IS NOT NULL AS contacted, k.at, coalesce(w.visits, 0)::int AS visits, coalesce(w.fen, 0)::float8 AS turnover
  FROM "Vehicle" car
  LEFT JOIN LATERAL (SELECT max(c.at) AS at FROM "ContactTask" t JOIN "ContactAttempt" c ON c."dealershipId" = t."dealershipId" AND c."taskId" = t.id
    WHERE t."dealershipId" = car."dealershipId" AND t."vehicleId" = car.id AND c.at > ${now}::timestamptz - interval '1 year') k ON true
  LEFT JOIN LATERAL (SELECT count(DISTINCT o."visitId") AS visits, sum(s."totalFen" - s."taxFen") AS fen
    FROM "RepairOrder" o LEFT JOIN "Settlement" s ON s."dealershipId" = o."dealershipId" AND s."orderId" = o.id AND s.status <> 'void'
    WHERE o."dealershipId" = car."dealershipId" AND o."vehicleId" = car.id AND o."createdAt" > ${now}::timestamptz - interval '1 year'
      AND o."createdAt" <= ${now} AND o.status <> 'cancelled') w ON true
  WHERE car."dealershipId" = ${dealershipId}::uuid`
