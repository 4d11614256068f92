import 'server-only'
import { fromDateColumn, type Interval } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import type { BlockRow, JobRow, TechnicianRow } from '../board'
import { isCertified } from '../grade'

/** Technicians, bays, approved jobs of cars in the house, and the plan entries of a day. */
export async function boardRows(tx: Tx, interval: Interval, day: string) {
  const staff = await tx.staff.findMany({
    where: {
      disabledAt: null,
      roles: { hasSome: ['technician', 'technicalSupervisor'] },
      grade: { not: null },
    },
    orderBy: { employeeNo: 'asc' },
    select: { id: true, name: true, nameEn: true, grade: true, skills: true, certifiedUntil: true },
  })
  const technicians = staff.map(({ certifiedUntil, ...one }): TechnicianRow => ({
    ...one,
    certified: isCertified(certifiedUntil ? fromDateColumn(certifiedUntil) : null, day),
  }))
  const bays = await tx.bay.findMany({
    where: { disabledAt: null, kind: { not: 'reception' } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, nameEn: true, kind: true },
  })
  const blocks = await tx.planEntry.findMany({
    where: {
      OR: [
        { status: { in: ['planned', 'active'] } },
        { status: 'done', startsAt: { lt: interval.end }, endsAt: { gt: interval.start } },
      ],
    },
    select: {
      id: true,
      jobId: true,
      technicianId: true,
      bayId: true,
      startsAt: true,
      endsAt: true,
      status: true,
      priority: true,
    },
  })
  const shown = blocks.filter(({ status }) => status !== 'cancelled') as BlockRow[]
  return {
    technicians,
    bays,
    blocks: shown,
    rows: await jobRows(
      tx,
      shown.map(({ jobId }) => jobId),
    ),
  }
}

type Row = Omit<JobRow, 'partsExpectedOn'> & { partsExpectedOn: Date | null }

/** Approved jobs of orders that are not ready yet, and the jobs of these plan entries, in one statement. */
async function jobRows(tx: Tx, jobIds: string[]): Promise<JobRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT j.id AS "jobId", o.id AS "orderId", o.no AS "orderNo", o.status::text AS "orderStatus", o."visitId", v.plate,
      trim(v.brand || ' ' || v.model) AS car, c.name AS customer, j.title, j."titleEn", j.status::text AS status, j.minutes,
      coalesce(w.minutes, 0)::int AS "workedMinutes", j.skill::text AS skill, j."minGrade"::text AS "minGrade", j."bayKind"::text AS "bayKind",
      (vi.waiting = 'waits' AND vi."leftAt" IS NULL) AS waits, (c.tier = 'vip') AS vip, (o.type = 'comeback') AS comeback,
      coalesce(o."promisedTo", o."promisedAt") AS "promisedTo", o."authorisedAt", o."workStartedAt",
      a."startsAt" AS "bookedAt", a."receptionEndsAt" AS "bookedUntil", j."requestedTechnicianId",
      CASE j.status WHEN 'rework' THEN coalesce(r."technicianId", j."doneById") WHEN 'paused' THEN l."technicianId" END AS "keeperId",
      coalesce(p.missing, 0)::int AS "partsMissing", p.expected AS "partsExpectedOn",
      CASE WHEN j.status = 'paused' THEN l."pauseReason"::text END AS "pauseReason",
      CASE WHEN j.status = 'rework' THEN r.reason END AS "reworkReason", j."doneAt", j."doneById"
    FROM "Job" j
    JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
    JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
    JOIN "Customer" c ON c."dealershipId" = o."dealershipId" AND c.id = o."customerId"
    JOIN "Visit" vi ON vi."dealershipId" = o."dealershipId" AND vi.id = o."visitId"
    LEFT JOIN "Appointment" a ON a."dealershipId" = vi."dealershipId" AND a.id = vi."appointmentId"
    LEFT JOIN LATERAL (SELECT floor(sum(extract(epoch FROM k."endsAt" - k."startsAt")) / 60) AS minutes FROM "Clocking" k
      WHERE k."dealershipId" = j."dealershipId" AND k."jobId" = j.id AND k."endsAt" IS NOT NULL) w ON true
    LEFT JOIN LATERAL (SELECT k."technicianId", k."pauseReason" FROM "Clocking" k
      WHERE k."dealershipId" = j."dealershipId" AND k."jobId" = j.id ORDER BY k."startsAt" DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT q."technicianId", q.reason FROM "Rework" q
      WHERE q."dealershipId" = j."dealershipId" AND q."jobId" = j.id AND q."doneAt" IS NULL ORDER BY q."openedAt" DESC LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT count(*) AS missing, max(q."expectedOn") AS expected FROM "PartReservation" q
      WHERE q."dealershipId" = j."dealershipId" AND q."jobId" = j.id AND q.status IN ('requested', 'ordered')) p ON true
    WHERE (o.status IN ('queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing')
        AND j.status IN ('queued', 'assigned', 'inWork', 'paused', 'done', 'rework', 'qcPassed'))
      OR j.id = ANY(${jobIds}::uuid[])
    ORDER BY o.no, j.position`
  return rows.map(({ partsExpectedOn, ...row }) => ({
    ...row,
    partsExpectedOn: partsExpectedOn ? fromDateColumn(partsExpectedOn) : null,
  }))
}
