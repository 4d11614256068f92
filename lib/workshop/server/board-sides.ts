import 'server-only'
import type { Locale } from '@/lib/core/locale'
import { clockedInside } from '../clock'
import type { Interval } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'

export type AuthorityRow = {
  id: string
  orderId: string
  orderNo: string
  visitId: string
  plate: string
  what: string
  status: string
  since: Date
  adviser: string
}
export type SideRow = {
  orderId: string
  orderNo: string
  visitId: string
  plate: string
  status: string
  waits: boolean
  promisedTo: Date | null
}

/** Requests that wait for the customer (S5-04), and the order in which cars are washed and driven (S5-06). */
export async function sideQueues(tx: Tx, locale: Locale) {
  const authority = await tx.$queryRaw<AuthorityRow[]>`
    SELECT x.* FROM (
      SELECT w.id, o.id AS "orderId", o.no AS "orderNo", o."visitId", v.plate, w.what, w.status::text AS status,
        coalesce(w."sentAt", w."pricedAt", w."foundAt") AS since, coalesce(name_in(s.name, s."nameEn", ${locale}), '') AS adviser
      FROM "AdditionalWork" w
      JOIN "RepairOrder" o ON o."dealershipId" = w."dealershipId" AND o.id = w."orderId"
      JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
      LEFT JOIN "Staff" s ON s."dealershipId" = o."dealershipId" AND s.id = o."adviserId"
      WHERE w.status IN ('found', 'priced', 'sent', 'expired') AND o.status NOT IN ('delivered', 'closed', 'cancelled', 'stopped')
      UNION ALL
      SELECT o.id, o.id, o.no, o."visitId", v.plate, '', o.status::text, o."createdAt", coalesce(name_in(s.name, s."nameEn", ${locale}), '')
      FROM "RepairOrder" o
      JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
      LEFT JOIN "Staff" s ON s."dealershipId" = o."dealershipId" AND s.id = o."adviserId"
      WHERE o.status = 'awaitingSignature') x
    ORDER BY x.since`
  const wash = await tx.$queryRaw<SideRow[]>`
    SELECT o.id AS "orderId", o.no AS "orderNo", o."visitId", v.plate, o.status::text AS status,
      (vi.waiting = 'waits' AND vi."leftAt" IS NULL) AS waits, coalesce(o."promisedTo", o."promisedAt") AS "promisedTo"
    FROM "RepairOrder" o
    JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
    JOIN "Visit" vi ON vi."dealershipId" = o."dealershipId" AND vi.id = o."visitId"
    WHERE (o.status = 'qcPassed' AND o.wash AND o."washedAt" IS NULL) OR (o.status = 'washing' AND o."washedAt" IS NULL)
    ORDER BY (o.status = 'washing') DESC, waits DESC, "promisedTo" NULLS LAST, o."qcPassedAt"`
  const roadTests = await tx.$queryRaw<SideRow[]>`
    SELECT o.id AS "orderId", o.no AS "orderNo", o."visitId", v.plate, r.status::text AS status,
      (vi.waiting = 'waits' AND vi."leftAt" IS NULL) AS waits, coalesce(o."promisedTo", o."promisedAt") AS "promisedTo"
    FROM "RoadTest" r
    JOIN "RepairOrder" o ON o."dealershipId" = r."dealershipId" AND o.id = r."orderId"
    JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
    JOIN "Visit" vi ON vi."dealershipId" = o."dealershipId" AND vi.id = o."visitId"
    WHERE r.status IN ('queued', 'onRoad')
    ORDER BY (r.status = 'onRoad') DESC, waits DESC, "promisedTo" NULLS LAST, r."createdAt"`
  return { authority, wash, roadTests }
}

export type BookedRow = {
  id: string
  no: string
  plate: string
  startsAt: Date
  /** Planned in and out: when its work is to begin, and between when it is promised. */
  workStartsAt: Date | null
  promisedFrom: Date | null
  promisedAt: Date | null
  /** A part is on order: the date is not certain. */
  provisional: boolean
  labourMinutes: number
  skill: string
  waits: boolean
  arrived: boolean
  concern: string
}

/** Booked cars of a day whose work is not in the house yet (S5-07), planned in and planned out (S1-37). */
export const expectedCars = (tx: Tx, { start, end }: Interval) =>
  tx.$queryRaw<BookedRow[]>`
    SELECT a.id, a.no, v.plate, a."startsAt", a."workStartsAt", a."promisedFrom", a."promisedAt", a.status = 'waitingParts' AS provisional, a."labourMinutes", a.skill::text AS skill, (a.waiting = 'waits') AS waits,
      (a.status = 'arrived') AS arrived, a.concern
    FROM "Appointment" a JOIN "Vehicle" v ON v."dealershipId" = a."dealershipId" AND v.id = a."vehicleId"
    WHERE a.status IN ('confirmed', 'waitingParts', 'ready', 'arrived') AND a."startsAt" >= ${start} AND a."startsAt" < ${end}
    ORDER BY a."startsAt"`

/** Minutes clocked by everybody inside the interval. */
export async function clockedOn(tx: Tx, interval: Interval, now: Date): Promise<number> {
  const clockings = await tx.clocking.findMany({
    where: { startsAt: { lt: interval.end }, OR: [{ endsAt: null }, { endsAt: { gt: interval.start } }] },
    select: { startsAt: true, endsAt: true },
  })
  return clockedInside(clockings, interval, now)
}

/** Orders whose work began inside the interval. */
export const startedOn = (tx: Tx, { start, end }: Interval) =>
  tx.repairOrder.findMany({
    where: { workStartedAt: { gte: start, lt: end } },
    select: { authorisedAt: true, workStartedAt: true },
  })
