import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'
import type { TechnicianQuality, WorkQuality } from '../queue'

/**
 * Quality of work over the last `days`: fail rate per technician (S6-04), orders that passed in the first round, and
 * come-backs among the delivered orders (S6-19). A failed line counts for whoever had done the work at that time.
 */
export const workQuality = query(
  'quality.figures',
  z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  async ({ tx, actor, now }, { days }): Promise<WorkQuality> => {
    const technicians = await tx.$queryRaw<TechnicianQuality[]>`
      WITH round AS (
        SELECT l."jobId", i."orderId", i.round, i."finishedAt", j."doneById",
          bool_or(l.result = 'fail') AS failed,
          (SELECT w."technicianId" FROM "Rework" w WHERE w."inspectionLineId" = ANY(array_agg(l.id)) LIMIT 1) AS "backTo"
        FROM "InspectionLine" l JOIN "Inspection" i ON i.id = l."inspectionId" JOIN "Job" j ON j.id = l."jobId"
        WHERE l.result IS NOT NULL AND i.status IN ('passed', 'failed')
        GROUP BY l."jobId", i."orderId", i.round, i."finishedAt", j."doneById"
      ), decided AS (
        SELECT COALESCE(r."backTo", r."doneById") AS who, r.failed FROM round r
        WHERE r."finishedAt" > ${now}::timestamptz - make_interval(days => ${days})
          AND (r.failed OR NOT EXISTS (SELECT 1 FROM round e WHERE e."jobId" = r."jobId" AND e.round = r.round - 1 AND NOT e.failed))
      ), sent_back AS (
        SELECT w."technicianId" AS who, count(*)::int AS returned FROM "Rework" w
        WHERE w."inspectionLineId" IS NULL AND w."openedAt" > ${now}::timestamptz - make_interval(days => ${days}) GROUP BY 1
      )
      SELECT t.id AS "technicianId", name_in(t.name, t."nameEn", ${actor.locale}) AS name, t.grade, count(d.failed)::int AS inspected,
        (count(*) FILTER (WHERE d.failed))::int AS failed, COALESCE(max(b.returned), 0)::int AS returned
      FROM "Staff" t LEFT JOIN decided d ON d.who = t.id LEFT JOIN sent_back b ON b.who = t.id
      WHERE 'technician' = ANY(t.roles) AND t."disabledAt" IS NULL
      GROUP BY t."dealershipId", t.id ORDER BY failed DESC, inspected DESC, t.name`
    const [shop] = await tx.$queryRaw<[Omit<WorkQuality, 'technicians'>]>`
      SELECT
        (SELECT count(*)::int FROM "Inspection" i WHERE i.round = 1 AND i."finishedAt" > ${now}::timestamptz - make_interval(days => ${days})) AS orders,
        (SELECT count(*)::int FROM "Inspection" i WHERE i.round = 1 AND i.status = 'passed'
          AND i."finishedAt" > ${now}::timestamptz - make_interval(days => ${days})) AS "firstTime",
        (SELECT count(*)::int FROM "RepairOrder" o WHERE o."comebackOfId" IS NOT NULL AND o.status <> 'cancelled'
          AND o."createdAt" > ${now}::timestamptz - make_interval(days => ${days})) AS comebacks,
        (SELECT count(*)::int FROM "RepairOrder" o WHERE o."deliveredAt" > ${now}::timestamptz - make_interval(days => ${days})) AS delivered`
    return { technicians, ...shop }
  },
)
