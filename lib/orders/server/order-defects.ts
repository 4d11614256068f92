import 'server-only'
import * as z from 'zod'
import { dayInterval, dayOf, plusDays } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import type { Defect } from '../obligatory'

type Row = { adviserId: string | null; name: string; nameEn: string; orders: number; defective: number }
type Weak = { point: Defect; orders: number }
type Listed = { orderId: string; no: string; plate: string; name: string; nameEn: string; points: Defect[]; at: Date } // prettier-ignore

/**
 * Omissions of the last days (S3-33): each adviser with the orders opened and those with an omission, the points ranked so that
 * weak ones can be trained, and the newest hundred orders. Three statements, however many orders.
 */
export const orderDefects = query(
  'order.defects',
  z.object({ days: z.coerce.number().int().min(1).max(366).catch(30).default(30) }),
  async ({ tx, actor, now }, { days }) => {
    const { dealershipId } = actor
    const { timeZone } = await thisDealership(tx, dealershipId)
    const first = plusDays(dayOf(now, timeZone), 1 - days)
    const { start } = dayInterval(first, timeZone)
    const each = (await settingsOf(tx))['order.omissionPoints']
    const advisers = await tx.$queryRaw<Row[]>`
      SELECT o."adviserId", coalesce(s.name, '') AS name, coalesce(s."nameEn", '') AS "nameEn", count(*)::int AS orders,
        count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "OrderDefect" d WHERE d."dealershipId" = o."dealershipId" AND d."orderId" = o.id))::int AS defective
      FROM "RepairOrder" o LEFT JOIN "Staff" s ON s."dealershipId" = o."dealershipId" AND s.id = o."adviserId"
      WHERE o."dealershipId" = ${dealershipId}::uuid AND (o."createdAt" >= ${start}
        OR EXISTS (SELECT 1 FROM "OrderDefect" d WHERE d."dealershipId" = o."dealershipId" AND d."orderId" = o.id AND d.at >= ${start}))
      GROUP BY 1, 2, 3 ORDER BY defective DESC, orders DESC`
    const weak = await tx.$queryRaw<Weak[]>`
      SELECT point, count(*)::int AS orders FROM "OrderDefect"
      WHERE "dealershipId" = ${dealershipId}::uuid AND at >= ${start} GROUP BY point ORDER BY orders DESC, point`
    const listed = await tx.$queryRaw<Listed[]>`
      SELECT d."orderId", o.no, v.plate, coalesce(s.name, '') AS name, coalesce(s."nameEn", '') AS "nameEn", array_agg(d.point ORDER BY d.at, d.point) AS points, max(d.at) AS at
      FROM "OrderDefect" d
      JOIN "RepairOrder" o ON o."dealershipId" = d."dealershipId" AND o.id = d."orderId"
      JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
      LEFT JOIN "Staff" s ON s."dealershipId" = d."dealershipId" AND s.id = d."adviserId"
      WHERE d."dealershipId" = ${dealershipId}::uuid AND d.at >= ${start}
      GROUP BY 1, 2, 3, 4, 5 ORDER BY at DESC LIMIT 100`
    return {
      days,
      from: first,
      each,
      advisers: advisers.map((row) => ({ ...row, points: row.defective * each })),
      weak,
      listed,
    }
  },
)
