import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'
import type { ToMove, ToPrepare } from '../booking-board'
import { isExpected, isMine, ownerOf, stateOf, type PreparationKind } from '../preparation'

type Task = {
  kind: PreparationKind
  doneAt: string | null
  failedAt: string | null
  failedReason: string | null
  note: string
}
type Row = Omit<ToMove, 'failed'> & { tasks: Task[] }

/**
 * What has still to be prepared for the bookings of the next two weeks, by department (S1-71, S1-72), receptions of cars expected
 * within the hour among it (S1-80), and the bookings that have to be moved because something cannot be had (S1-73). One statement.
 */
export const bookingsToPrepare = query(
  'appointment.tasks',
  z.object({}),
  async ({ tx, actor, now }): Promise<{ tasks: ToPrepare[]; toMove: ToMove[] }> => {
    const { dealershipId, locale } = actor
    const rows = await tx.$queryRaw<Row[]>`
      SELECT a.id::text, a.no, a.status::text, a."startsAt", v.plate, v.model, a."adviserId"::text,
        coalesce(name_in(s.name, s."nameEn", ${locale}), '') AS adviser, a.plan,
        coalesce((SELECT array_agg(name_in(coalesce(k.name, l.name, i.description), coalesce(k."nameEn", l."nameEn"), ${locale}) ORDER BY i.position)
          FROM "AppointmentItem" i
          LEFT JOIN "ServicePackage" k ON k."dealershipId" = i."dealershipId" AND k.id = i."packageId"
          LEFT JOIN "LabourOperation" l ON l."dealershipId" = i."dealershipId" AND l.id = i."operationId"
          WHERE i."dealershipId" = a."dealershipId" AND i."appointmentId" = a.id), '{}') AS work,
        (SELECT coalesce(to_char(max(r."expectedOn"), 'YYYY-MM-DD'), '') FROM "PartReservation" r
          WHERE r."dealershipId" = a."dealershipId" AND r."appointmentId" = a.id AND r."jobId" IS NULL AND r.status = 'ordered'
          HAVING count(*) > 0) AS "partsDay",
        coalesce((SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'doneAt', t."doneAt", 'failedAt', t."failedAt",
            'failedReason', t."failedReason", 'note', t.note) ORDER BY t.kind)
          FROM "PreparationTask" t WHERE t."dealershipId" = a."dealershipId" AND t."appointmentId" = a.id), '[]') AS tasks
      FROM "Appointment" a
      JOIN "Vehicle" v ON v."dealershipId" = a."dealershipId" AND v.id = a."vehicleId"
      LEFT JOIN "Staff" s ON s."dealershipId" = a."dealershipId" AND s.id = a."adviserId"
      WHERE a."dealershipId" = ${dealershipId}::uuid AND a.status IN ('confirmed', 'waitingParts', 'ready')
        AND a."startsAt" > ${now}::timestamptz - interval '1 hour' AND a."startsAt" < ${now}::timestamptz + interval '14 days'
      ORDER BY a."startsAt", a.no LIMIT 1000`
    const person = { id: actor.id ?? '', roles: actor.kind === 'staff' ? actor.roles : [] }
    return {
      tasks: rows.flatMap(({ tasks, ...car }) =>
        openKinds(tasks, car.startsAt, now).map((kind) => ({
          ...car,
          kind,
          owner: ownerOf(kind),
          mine: isMine({ kind, adviserId: car.adviserId }, person),
        })),
      ),
      toMove: rows.flatMap(({ tasks, ...car }) => {
        const failed = tasks.flatMap(({ kind, failedReason }) =>
          failedReason === null ? [] : [{ kind, reason: failedReason }],
        )
        return failed.length ? [{ ...car, failed }] : []
      }),
    }
  },
)

function openKinds(tasks: readonly Task[], startsAt: Date, now: Date): PreparationKind[] {
  const open = tasks.flatMap((task) => (stateOf(task) === 'open' ? [task.kind] : []))
  const received = tasks.some(({ kind }) => kind === 'reception')
  return isExpected(startsAt, now) && !received ? ['reception', ...open] : open
}
