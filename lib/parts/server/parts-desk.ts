import 'server-only'
import * as z from 'zod'
import { fromDateColumn } from '@/lib/core/time'
import { query } from '@/lib/server/doors'
import type { ReservationStatus } from '../reservation'

export type ReservationRow = {
  id: string
  partId: string
  no: string
  name: string
  nameEn: string
  unit: string
  location: string
  quantityMilli: number
  status: ReservationStatus
  expectedOn: string | null
  plate: string
  /** Number of the order, or of the booking as long as there is none. */
  document: string
  neededAt: Date | null
}

/** Reservations that somebody in the parts department has to do something about: order, or lay ready. */
export const reservationsToServe = query('stock.read', z.object({}), async ({ tx }) => {
  const rows = await tx.$queryRaw<(Omit<ReservationRow, 'expectedOn'> & { expectedOn: Date | null })[]>`
    SELECT r.id, r."partId", p.no, p.name, p."nameEn", p.unit, p.location, r."quantityMilli", r.status::text AS status, r."expectedOn",
      coalesce(vo.plate, va.plate, '') AS plate, coalesce(o.no, a.no, '') AS document, coalesce(e."startsAt", a."startsAt") AS "neededAt"
    FROM "PartReservation" r
    JOIN "Part" p ON p."dealershipId" = r."dealershipId" AND p.id = r."partId"
    LEFT JOIN "Job" j ON j."dealershipId" = r."dealershipId" AND j.id = r."jobId"
    LEFT JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
    LEFT JOIN "Vehicle" vo ON vo."dealershipId" = o."dealershipId" AND vo.id = o."vehicleId"
    LEFT JOIN "Appointment" a ON a."dealershipId" = r."dealershipId" AND a.id = r."appointmentId"
    LEFT JOIN "Vehicle" va ON va."dealershipId" = a."dealershipId" AND va.id = a."vehicleId"
    LEFT JOIN "PlanEntry" e ON e."dealershipId" = j."dealershipId" AND e."jobId" = j.id AND e.status IN ('planned', 'active')
    WHERE r.status IN ('requested', 'ordered', 'arrived', 'reserved', 'picked')
    ORDER BY coalesce(e."startsAt", a."startsAt") NULLS LAST, r."createdAt" LIMIT 300`
  return rows.map(({ expectedOn, ...row }): ReservationRow => ({
    ...row,
    expectedOn: expectedOn ? fromDateColumn(expectedOn) : null,
  }))
})

type IssueLine = {
  id: string
  no: string
  name: string
  nameEn: string
  unit: string
  location: string
  quantityMilli: number
  issuedMilli: number
  heldMilli: number
  freeMilli: number
  batchNo: string
}
export type IssueJob = {
  jobId: string
  title: string
  titleEn: string
  status: string
  orderNo: string
  plate: string
  startsAt: Date | null
  technicianId: string | null
  technician: string | null
  technicianEn: string | null
  lines: IssueLine[]
}

type IssueRow = IssueLine & Omit<IssueJob, 'lines'>

/** Approved jobs with parts that are still to be handed out or could come back, the one that starts first on top; of stopped orders what is out. */
export const jobsToIssue = query('stock.read', z.object({}), async ({ tx }) => {
  const rows = await tx.$queryRaw<IssueRow[]>`
    SELECT l.id, p.no, l.name, l."nameEn", p.unit, p.location, l."quantityMilli", l."issuedMilli", l."batchNo",
      coalesce(h.held, 0)::int AS "heldMilli", coalesce(s."onHandMilli" - s."reservedMilli", 0)::int AS "freeMilli",
      j.id AS "jobId", j.title, j."titleEn", j.status::text AS status, o.no AS "orderNo", v.plate,
      e."startsAt", t.id AS "technicianId", t.name AS technician, nullif(t."nameEn", '') AS "technicianEn"
    FROM "Job" j
    JOIN "JobPart" l ON l."dealershipId" = j."dealershipId" AND l."jobId" = j.id
    JOIN "Part" p ON p."dealershipId" = l."dealershipId" AND p.id = l."partId"
    JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
    JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
    LEFT JOIN "StockItem" s ON s."dealershipId" = p."dealershipId" AND s."partId" = p.id
    LEFT JOIN "PlanEntry" e ON e."dealershipId" = j."dealershipId" AND e."jobId" = j.id AND e.status IN ('planned', 'active')
    LEFT JOIN "Staff" t ON t."dealershipId" = e."dealershipId" AND t.id = e."technicianId"
    LEFT JOIN LATERAL (
      SELECT sum(r."quantityMilli") AS held FROM "PartReservation" r
      WHERE r."dealershipId" = j."dealershipId" AND r."jobId" = j.id AND r."partId" = p.id AND r.status IN ('reserved', 'arrived', 'picked')) h ON true
    WHERE (j.status IN ('queued', 'assigned', 'inWork', 'paused', 'rework')
        AND o.status IN ('queued', 'inRepair', 'workDone', 'qc', 'rework'))
      OR (l."issuedMilli" > 0 AND (o.status = 'stopped' OR j.status = 'cancelled'))
    ORDER BY e."startsAt" NULLS LAST, o.no, j.position, l.id LIMIT 500`
  const jobs = new Map<string, IssueJob>()
  for (const {
    jobId,
    title,
    titleEn,
    status,
    orderNo,
    plate,
    startsAt,
    technicianId,
    technician,
    technicianEn,
    ...line
  } of rows) {
    const job = jobs.get(jobId) ?? {
      jobId,
      title,
      titleEn,
      status,
      orderNo,
      plate,
      startsAt,
      technicianId,
      technician,
      technicianEn,
      lines: [],
    }
    job.lines.push(line)
    jobs.set(jobId, job)
  }
  return [...jobs.values()]
})

/** Last goods in, newest first. */
export const lastGoodsIn = query('stock.read', z.object({}), ({ tx }) =>
  tx.stockMove.findMany({
    where: { kind: 'goodsIn' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 20,
    select: {
      id: true, quantityMilli: true, batchNo: true, supplier: true, brand: true, model: true, at: true,
      part: { select: { no: true, name: true, nameEn: true, unit: true } },
    }, // prettier-ignore
  }),
)

/** Parts to choose from when goods come in. */
export const partChoices = query('stock.read', z.object({}), ({ tx }) =>
  tx.part.findMany({
    where: { disabledAt: null },
    orderBy: { no: 'asc' },
    take: 5000,
    select: { id: true, no: true, name: true, nameEn: true, brand: true, model: true, unit: true },
  }),
)

/** People to whom parts are handed out. */
export const partTakers = query('stock.read', z.object({}), ({ tx }) =>
  tx.staff.findMany({
    where: { disabledAt: null, roles: { hasSome: ['technician', 'technicalSupervisor'] } },
    orderBy: { employeeNo: 'asc' },
    select: { id: true, name: true, nameEn: true },
  }),
)
