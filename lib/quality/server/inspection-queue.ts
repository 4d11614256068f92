import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'
import type { QueuedCar, QueuedRoadTest } from '../queue'

/** Cars between the end of work and the joint acceptance, the most urgent promise first; one SQL statement. */
export const inspectionQueue = query(
  'inspection.queue',
  z.object({}),
  async ({ tx, actor }) =>
    tx.$queryRaw<QueuedCar[]>`
    WITH car AS (
      SELECT o.* FROM "RepairOrder" o WHERE o.status IN ('workDone', 'qc', 'rework', 'qcPassed', 'washing')
    ), hand AS (
      SELECT j."orderId", h.who FROM "Job" j JOIN car ON car.id = j."orderId"
        CROSS JOIN LATERAL (SELECT j."doneById" AS who UNION SELECT c."technicianId" FROM "Clocking" c WHERE c."jobId" = j.id) h
      WHERE h.who IS NOT NULL
    )
    SELECT o.id AS "orderId", o.no, o.status, v.plate, v.model, name_in(a.name, a."nameEn", ${actor.locale}) AS adviser, o."promisedAt", o."promisedTo",
      CASE o.status WHEN 'workDone' THEN COALESCE(o."workDoneAt", o."createdAt") WHEN 'qc' THEN i."startedAt" WHEN 'rework' THEN i."finishedAt"
        WHEN 'washing' THEN COALESCE(o."washedAt", o."washStartedAt") ELSE o."qcPassedAt" END AS since,
      (SELECT count(*)::int FROM "Job" j WHERE j."orderId" = o.id AND j.status IN
        ('queued', 'assigned', 'inWork', 'paused', 'done', 'rework', 'qcPassed', 'billed')) AS jobs,
      COALESCE(i.round, 0) AS round, i.id AS "inspectionId", i."inspectorId", name_in(q.name, q."nameEn", ${actor.locale}) AS inspector,
      ARRAY(SELECT DISTINCT name_in(t.name, t."nameEn", ${actor.locale}) FROM hand JOIN "Staff" t ON t.id = hand.who WHERE hand."orderId" = o.id ORDER BY 1) AS technicians,
      EXISTS (SELECT 1 FROM hand WHERE hand."orderId" = o.id AND hand.who = ${actor.id}::uuid) AS "ownWork",
      (SELECT count(*)::int FROM "AdditionalWork" w WHERE w."orderId" = o.id AND w.status IN ('found', 'priced', 'sent', 'expired')) AS "openRequests",
      o."comebackOfId" IS NOT NULL AS comeback, o.wash, o."washStartedAt", o."washedAt",
      ARRAY(SELECT x.side::text FROM "Acceptance" x WHERE x."inspectionId" = i.id ORDER BY 1) AS "acceptedSides"
    FROM car o JOIN "Vehicle" v ON v.id = o."vehicleId" LEFT JOIN "Staff" a ON a.id = o."adviserId"
      LEFT JOIN LATERAL (SELECT * FROM "Inspection" n WHERE n."orderId" = o.id ORDER BY n.round DESC LIMIT 1) i ON true
      LEFT JOIN "Staff" q ON q.id = i."inspectorId"
    ORDER BY o."promisedAt" NULLS LAST, o."workDoneAt"`,
)

/** Road tests: those open in queue order, then those ended within the last day. */
export const roadTestQueue = query(
  'inspection.queue',
  z.object({}),
  async ({ tx, actor, now }) =>
    tx.$queryRaw<QueuedRoadTest[]>`
    SELECT r.id, r."orderId", o.no, v.plate, r.status, r.purpose, r."createdAt", r."startedAt", r."endedAt", r."driverId",
      name_in(d.name, d."nameEn", ${actor.locale}) AS driver, name_in(p.name, p."nameEn", ${actor.locale}) AS "permittedBy", r."distanceKm", r.finding
    FROM "RoadTest" r JOIN "RepairOrder" o ON o.id = r."orderId" JOIN "Vehicle" v ON v.id = o."vehicleId"
      LEFT JOIN "Staff" d ON d.id = r."driverId" LEFT JOIN "Staff" p ON p.id = r."permittedById"
    WHERE r.status <> 'done' OR r."endedAt" > ${now}::timestamptz - interval '1 day'
    ORDER BY r.status = 'done', r."createdAt"`,
)
