import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { may } from '@/lib/auth/permissions'
import { Prisma } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { ORDER_VIEWS, statusesOf, type OrderView } from '../list-views'
import type { RepairOrderStatus } from '../repair-order'
import type { OrderType } from '../schemas'

const ORDERS_PAGE = 50

export const OrderList = z.object({
  view: z.enum(ORDER_VIEWS).catch('all').default('all'),
  q: f.text(40).default(''),
  mine: f.flag.default(false),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

export type OrderListRow = {
  id: string
  no: string
  type: OrderType
  status: RepairOrderStatus
  visitId: string
  plate: string
  model: string
  customer: string
  adviser: string | null
  adviserEn: string | null
  promisedAt: Date | null
  promisedTo: Date | null
  readyAt: Date | null
  totalFen: number
  openRequests: number
  lines: number
  createdAt: Date
}

/** Orders of a view, newest first, with their sum and the requests that wait; the counts of all views; who sits at the desk. */
export const orderList = query('order.read', OrderList, async ({ tx, actor }, { view, q, mine, page }) => {
  const statuses = statusesOf(view)
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const found = q
    ? Prisma.sql`AND (o.no ILIKE ${like} OR v.plate ILIKE ${like} OR c.name ILIKE ${like} OR c.pinyin ILIKE ${like}
        OR c.initials ILIKE ${like} OR ${may(actor, 'customer.read')} AND c.phone LIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}`})`
    : Prisma.empty
  const own = mine ? Prisma.sql`AND o."adviserId" = ${actor.id}::uuid` : Prisma.empty
  const waits = Prisma.sql`EXISTS (SELECT 1 FROM "AdditionalWork" w WHERE w."orderId" = o.id AND w.status IN ('found', 'priced', 'sent', 'expired'))`
  const inView = statuses
    ? Prisma.sql`AND o.status::text = ANY(${[...statuses]}::text[])`
    : view === 'approval'
      ? Prisma.sql`AND ${waits}`
      : Prisma.empty
  const orders = await tx.$queryRaw<OrderListRow[]>`
    SELECT o.id, o.no, o.type, o.status, o."visitId", v.plate, v.model, c.name AS customer, s.name AS adviser,
      nullif(s."nameEn", '') AS "adviserEn", o."promisedAt", o."promisedTo", o."readyAt", o."createdAt",
      coalesce(j.labour, 0)::int + coalesce(p.parts, 0)::int AS "totalFen", coalesce(j.lines, 0)::int AS lines,
      (SELECT count(*) FROM "AdditionalWork" w WHERE w."orderId" = o.id AND w.status IN ('found', 'priced', 'sent', 'expired'))::int AS "openRequests"
    FROM "RepairOrder" o
    JOIN "Vehicle" v ON v."dealershipId" = o."dealershipId" AND v.id = o."vehicleId"
    JOIN "Customer" c ON c."dealershipId" = o."dealershipId" AND c.id = o."customerId"
    LEFT JOIN "Staff" s ON s."dealershipId" = o."dealershipId" AND s.id = o."adviserId"
    LEFT JOIN LATERAL (
      SELECT sum(j."labourFen" - j."discountFen") FILTER (WHERE NOT j."priceAfterInspection") AS labour, count(*) AS lines FROM "Job" j
      WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND j.status NOT IN ('declined', 'cancelled')
        AND (j.status <> 'proposed' OR j.chosen AND j."additionalWorkId" IS NULL)) j ON true
    LEFT JOIN LATERAL (
      SELECT sum(round(jp."quantityMilli"::numeric * jp."unitPriceFen" / 1000) - jp."discountFen") AS parts
      FROM "JobPart" jp JOIN "Job" j ON j."dealershipId" = jp."dealershipId" AND j.id = jp."jobId"
      WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id AND j.status NOT IN ('declined', 'cancelled')
        AND NOT j."priceAfterInspection" AND (j.status <> 'proposed' OR j.chosen AND j."additionalWorkId" IS NULL)) p ON true
    WHERE true ${inView} ${found} ${own}
    ORDER BY o."createdAt" DESC, o.id DESC
    LIMIT ${ORDERS_PAGE + 1} OFFSET ${(page - 1) * ORDERS_PAGE}`
  const counts = await tx.$queryRaw<{ status: RepairOrderStatus; count: number; waiting: number }[]>`
    SELECT o.status, count(*)::int AS count, count(*) FILTER (WHERE ${waits})::int AS waiting
    FROM "RepairOrder" o WHERE true ${own} GROUP BY o.status`
  const atDesk = may(actor, 'order.open')
    ? await tx.$queryRaw<
        {
          visitId: string
          plate: string
          model: string
          customer: string
          atDeskAt: Date | null
          booked: boolean
        }[]
      >`
        SELECT t.id AS "visitId", v.plate, v.model, c.name AS customer, t."atDeskAt", t."appointmentId" IS NOT NULL AS booked
        FROM "Visit" t
        JOIN "Vehicle" v ON v."dealershipId" = t."dealershipId" AND v.id = t."vehicleId"
        JOIN "Customer" c ON c."dealershipId" = t."dealershipId" AND c.id = t."senderId"
        WHERE t.status = 'atDesk' AND NOT EXISTS (
          SELECT 1 FROM "RepairOrder" o WHERE o."dealershipId" = t."dealershipId" AND o."visitId" = t.id AND o.status <> 'cancelled')
        ORDER BY t."atDeskAt" NULLS LAST`
    : []
  return {
    orders: orders.slice(0, ORDERS_PAGE),
    more: orders.length > ORDERS_PAGE,
    page,
    counts: countsByView(counts),
    atDesk,
  }
})

function countsByView(
  counts: readonly { status: RepairOrderStatus; count: number; waiting: number }[],
): Record<OrderView, number> {
  const entries = ORDER_VIEWS.map((view) => {
    const statuses = statusesOf(view)
    const rows = statuses ? counts.filter(({ status }) => statuses.includes(status)) : counts
    return [
      view,
      rows.reduce((sum, row) => sum + (view === 'approval' ? row.waiting : row.count), 0),
    ] as const
  })
  return Object.fromEntries(entries) as Record<OrderView, number>
}
