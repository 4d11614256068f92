import 'server-only'
import type { Locale } from '@/lib/core/locale'
import type { Interval } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import type { BoardCard } from '../booking-board'

/** The booked cars of some days in the order of their times; moved and called-off ones are left out. One statement. */
export const boardCards = (tx: Tx, dealershipId: string, { start, end }: Interval, locale: Locale) =>
  tx.$queryRaw<BoardCard[]>`
    SELECT a.id::text, a.no, a.status::text, a."startsAt", a."promisedFrom", a."promisedAt", a."labourMinutes", a."quickLane", a.difficult,
      jsonb_build_object('pickUp', a."pickUp", 'loaner', a.loaner, 'waits', a.waiting = 'waits', 'addressKnown', a."pickUpAddress" <> '') AS way,
      a."overrideReason" IS NOT NULL AS "pastCapacity", a.urgent, a."adviserId"::text,
      coalesce(name_in(s.name, s."nameEn", ${locale}), '') AS adviser, v.plate, c.name || c."formOfAddress" AS customer,
      coalesce((SELECT array_agg(name_in(coalesce(k.name, l.name, i.description), coalesce(k."nameEn", l."nameEn"), ${locale}) ORDER BY i.position)
        FROM "AppointmentItem" i
        LEFT JOIN "ServicePackage" k ON k."dealershipId" = i."dealershipId" AND k.id = i."packageId"
        LEFT JOIN "LabourOperation" l ON l."dealershipId" = i."dealershipId" AND l.id = i."operationId"
        WHERE i."dealershipId" = a."dealershipId" AND i."appointmentId" = a.id), '{}') AS work,
      (SELECT w.id::text FROM "Visit" w WHERE w."dealershipId" = a."dealershipId" AND w."appointmentId" = a.id) AS "visitId",
      (SELECT jsonb_build_object('done', count(p."doneAt"), 'failed', count(p."failedAt"), 'all', count(*))
        FROM "PreparationTask" p WHERE p."dealershipId" = a."dealershipId" AND p."appointmentId" = a.id AND p.kind <> 'reception') AS tasks,
      (SELECT coalesce(to_char(max(r."expectedOn"), 'YYYY-MM-DD'), '') FROM "PartReservation" r
        WHERE r."dealershipId" = a."dealershipId" AND r."appointmentId" = a.id AND r."jobId" IS NULL AND r.status = 'ordered'
        HAVING count(*) > 0) AS "partsDay",
      (SELECT jsonb_build_object('stage', f.stage, 'result', f.result) FROM "AppointmentConfirmation" f
        WHERE f."dealershipId" = a."dealershipId" AND f."appointmentId" = a.id ORDER BY f.at DESC, f.id DESC LIMIT 1) AS confirmation
    FROM "Appointment" a
    JOIN "Vehicle" v ON v."dealershipId" = a."dealershipId" AND v.id = a."vehicleId"
    JOIN "Customer" c ON c."dealershipId" = a."dealershipId" AND c.id = a."customerId"
    LEFT JOIN "Staff" s ON s."dealershipId" = a."dealershipId" AND s.id = a."adviserId"
    WHERE a."dealershipId" = ${dealershipId}::uuid AND a."startsAt" >= ${start} AND a."startsAt" < ${end}
      AND a.status NOT IN ('rescheduled', 'cancelled')
    ORDER BY a."startsAt", a.no LIMIT 1000`
