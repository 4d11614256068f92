import 'server-only'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import { ribbon, type RibbonFacts, type RibbonStep } from '../ribbon'

type Row = { id: string; facts: Record<string, unknown> }

/** Ribbons by id for up to 200 visits, or for appointments whose car has not come yet; one SQL statement. */
export const visitRibbons = query(
  'timeline.read',
  z.object({
    visitIds: z.array(z.uuid()).max(200).default([]),
    appointmentIds: z.array(z.uuid()).max(200).default([]),
  }),
  async ({ tx, actor, now }, { visitIds, appointmentIds }): Promise<Record<string, RibbonStep[]>> => {
    if (actor.kind === 'customer') {
      const foreign =
        visitIds.some((id) => id !== actor.visitId) || appointmentIds.some((id) => id !== actor.appointmentId)
      if (foreign) throw new Refusal('common.not-found')
    }
    if (!visitIds.length && !appointmentIds.length) return {}
    const settings = await settingsOf(tx)
    const rows = await tx.$queryRaw<Row[]>`
      WITH subject AS (
        SELECT v.id, v.id AS "visitId", v."appointmentId" FROM "Visit" v WHERE v.id = ANY(${visitIds}::uuid[])
        UNION ALL
        SELECT a.id, NULL, a.id FROM "Appointment" a WHERE a.id = ANY(${appointmentIds}::uuid[])
      )
      SELECT s.id, jsonb_build_object(
        'appointment', (SELECT jsonb_build_object('status', a.status, 'startsAt', a."startsAt", 'createdAt', a."createdAt",
            'confirmed', a.status <> 'requested')
          FROM "Appointment" a WHERE a.id = s."appointmentId"),
        'visit', (SELECT jsonb_build_object('status', v.status, 'arrivedAt', v."arrivedAt", 'greetedAt', v."greetedAt",
            'inspectionStartedAt', v."inspectionStartedAt", 'recordSignedAt', v."recordSignedAt", 'atDeskAt', v."atDeskAt",
            'leftAt', v."leftAt", 'waits', v.waiting = 'waits', 'adviser', name_in(st.name, st."nameEn", ${actor.locale}),
            'kitFitted', EXISTS (SELECT 1 FROM "ReceptionRecord" r WHERE r."visitId" = v.id AND r."kitFittedAt" IS NOT NULL),
            'careContacts', (SELECT count(*) FROM "CareContact" c WHERE c."visitId" = v.id))
          FROM "Visit" v LEFT JOIN "Staff" st ON st.id = v."adviserId" WHERE v.id = s."visitId"),
        'order', (SELECT jsonb_build_object('status', o.status, 'authorisedAt', o."authorisedAt", 'workStartedAt', o."workStartedAt",
            'workDoneAt', o."workDoneAt", 'qcPassedAt', o."qcPassedAt", 'readyAt', o."readyAt", 'paidAt', o."paidAt",
            'deliveredAt', o."deliveredAt", 'promisedAt', o."promisedAt", 'wash', o.wash, 'washedAt', o."washedAt",
            'unplannedJobs', (SELECT count(*) FROM "Job" j WHERE j."orderId" = o.id AND j.status = 'queued'),
            'openApprovals', (SELECT count(*) FROM "AdditionalWork" w WHERE w."orderId" = o.id AND w.status IN ('sent', 'expired')),
            'technician', (SELECT string_agg(DISTINCT name_in(t.name, t."nameEn", ${actor.locale}), ', ') FROM "PlanEntry" p JOIN "Job" j ON j.id = p."jobId"
                JOIN "Staff" t ON t.id = p."technicianId" WHERE j."orderId" = o.id AND p.status <> 'cancelled'),
            'inspector', (SELECT name_in(t.name, t."nameEn", ${actor.locale}) FROM "Inspection" i JOIN "Staff" t ON t.id = i."inspectorId"
                WHERE i."orderId" = o.id ORDER BY i.round DESC LIMIT 1))
          FROM "RepairOrder" o WHERE o."visitId" = s."visitId" AND o.status <> 'cancelled'
          ORDER BY o."deliveredAt" IS NOT NULL, o."readyAt" IS NOT NULL, o."authorisedAt" IS NOT NULL, o."createdAt" LIMIT 1),
        'followUps', (SELECT jsonb_build_object(
            'open', count(*) FILTER (WHERE f.status IN ('planned', 'due', 'attempted', 'overdue') AND f.kind <> 'nextService'),
            'overdue', count(*) FILTER (WHERE f.status IN ('planned', 'due', 'attempted', 'overdue') AND f.kind <> 'nextService' AND f."dueTo" < ${now}),
            'owner', min(name_in(t.name, t."nameEn", ${actor.locale})))
          FROM "FollowUp" f JOIN "RepairOrder" o ON o.id = f."orderId" LEFT JOIN "Staff" t ON t.id = f."ownerId"
          WHERE o."visitId" = s."visitId")
      ) AS facts
      FROM subject s`
    return Object.fromEntries(
      rows.map(({ id, facts }) => [id, ribbon(revive(facts), now, settings['reception.greetSeconds'])]),
    )
  },
)

const INSTANT = /^\d{4}-\d{2}-\d{2}T/

/** Turns the instants of a JSON answer into dates. */
function revive(value: Record<string, unknown>): RibbonFacts {
  return JSON.parse(JSON.stringify(value), (_key, entry: unknown) =>
    typeof entry === 'string' && INSTANT.test(entry) ? new Date(entry) : entry,
  ) as RibbonFacts
}
