import 'server-only'
import { fromDateColumn } from '@/lib/core/time'
import { Prisma } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { StockList } from '../schemas'

const STOCK_PAGE = 50

export type StockRow = {
  id: string
  no: string
  name: string
  nameEn: string
  brand: string
  model: string
  unit: string
  location: string
  minMilli: number
  onHandMilli: number
  reservedMilli: number
  shortMilli: number
  expectedOn: string | null
}

/** Parts with their stock, by number, name, brand or place; `below` shows those with less free than their minimum. */
export const stockList = query('stock.read', StockList, async ({ tx }, { search, show, page }) => {
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
  const found = search.trim()
    ? Prisma.sql`AND (p.no ILIKE ${like} OR p.name ILIKE ${like} OR p."nameEn" ILIKE ${like} OR p.brand ILIKE ${like} OR p.location ILIKE ${like})`
    : Prisma.empty
  const below = Prisma.sql`coalesce(s."onHandMilli" - s."reservedMilli", 0) < p."minMilli"`
  const rows = await tx.$queryRaw<
    (Omit<StockRow, 'expectedOn'> & { expectedOn: Date | null; total: number; belowTotal: number })[]
  >`
    SELECT p.id, p.no, p.name, p."nameEn", p.brand, p.model, p.unit, p.location, p."minMilli",
      coalesce(s."onHandMilli", 0)::int AS "onHandMilli", coalesce(s."reservedMilli", 0)::int AS "reservedMilli",
      coalesce(w.short, 0)::int AS "shortMilli", w.expected AS "expectedOn", count(*) OVER ()::int AS total,
      (SELECT count(*) FROM "Part" p LEFT JOIN "StockItem" s ON s."dealershipId" = p."dealershipId" AND s."partId" = p.id
        WHERE p."disabledAt" IS NULL AND ${below})::int AS "belowTotal"
    FROM "Part" p
    LEFT JOIN "StockItem" s ON s."dealershipId" = p."dealershipId" AND s."partId" = p.id
    LEFT JOIN LATERAL (
      SELECT sum(r."quantityMilli") AS short, min(r."expectedOn") FILTER (WHERE r.status = 'ordered') AS expected
      FROM "PartReservation" r
      WHERE r."dealershipId" = p."dealershipId" AND r."partId" = p.id AND r.status IN ('requested', 'ordered')) w ON true
    WHERE p."disabledAt" IS NULL ${found} ${show === 'below' ? Prisma.sql`AND ${below}` : Prisma.empty}
    ORDER BY p.no LIMIT ${STOCK_PAGE} OFFSET ${(page - 1) * STOCK_PAGE}`
  return {
    total: rows[0]?.total ?? 0,
    belowTotal: rows[0]?.belowTotal ?? 0,
    page,
    pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / STOCK_PAGE)),
    parts: rows.map(({ total: _total, belowTotal: _below, expectedOn, ...row }): StockRow => ({
      ...row,
      expectedOn: expectedOn ? fromDateColumn(expectedOn) : null,
    })),
  }
})
