import 'server-only'
import { fromDateColumn } from '@/lib/core/time'
import { Prisma, type Tx } from '@/lib/server/db'
import type { Batch } from '../stock'

export type StockOf = {
  partId: string
  onHandMilli: number
  reservedMilli: number
  freeMilli: number
  /** Ordered or asked for by lines that wait. */
  shortMilli: number
  /** The next day on which something ordered is expected. */
  expectedOn: string | null
}

/** Stock of these parts, by part id; a part never stocked counts as zero. */
export async function stockOf(tx: Tx, partIds: readonly string[]): Promise<Map<string, StockOf>> {
  const ids = [...new Set(partIds)]
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<
    (Omit<StockOf, 'expectedOn' | 'freeMilli'> & { expectedOn: Date | null })[]
  >`
    SELECT p.id AS "partId", coalesce(s."onHandMilli", 0)::int AS "onHandMilli", coalesce(s."reservedMilli", 0)::int AS "reservedMilli",
      coalesce(w.short, 0)::int AS "shortMilli", w.expected AS "expectedOn"
    FROM "Part" p
    LEFT JOIN "StockItem" s ON s."dealershipId" = p."dealershipId" AND s."partId" = p.id
    LEFT JOIN LATERAL (
      SELECT sum(r."quantityMilli") AS short, min(r."expectedOn") FILTER (WHERE r.status = 'ordered') AS expected
      FROM "PartReservation" r
      WHERE r."dealershipId" = p."dealershipId" AND r."partId" = p.id AND r.status IN ('requested', 'ordered')) w ON true
    WHERE p.id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`
  return new Map(
    rows.map(({ expectedOn, ...row }) => [
      row.partId,
      {
        ...row,
        freeMilli: row.onHandMilli - row.reservedMilli,
        expectedOn: expectedOn ? fromDateColumn(expectedOn) : null,
      },
    ]),
  )
}

/** Batches of a part with what is left of each, oldest first. */
export const batchesOf = (tx: Tx, partId: string): Promise<Batch[]> =>
  tx.$queryRaw<Batch[]>`
    SELECT "batchNo", sum("quantityMilli")::int AS "leftMilli" FROM "StockMove"
    WHERE "partId" = ${partId}::uuid GROUP BY "batchNo" HAVING sum("quantityMilli") > 0 ORDER BY min(at), "batchNo"`
