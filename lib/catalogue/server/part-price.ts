import 'server-only'
import { toDateColumn } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'

/** A row of a price list that is valid on a calendar day ('YYYY-MM-DD'); the last day is not included. */
export const validOn = (day: string) => ({
  validFrom: { lte: toDateColumn(day) },
  OR: [{ validTo: null }, { validTo: { gt: toDateColumn(day) } }],
})

/** Prices in fen of parts on a day, by part id; a part without a price that day is absent. */
export async function partPrices(tx: Tx, partIds: string[], day: string): Promise<Map<string, number>> {
  const rows = await tx.partPrice.findMany({
    where: { partId: { in: partIds }, ...validOn(day) },
    select: { partId: true, priceFen: true },
  })
  return new Map(rows.map(({ partId, priceFen }) => [partId, priceFen]))
}

/** Price in fen of a part on a day, or null. */
export const partPrice = async (tx: Tx, partId: string, day: string): Promise<number | null> =>
  (await partPrices(tx, [partId], day)).get(partId) ?? null
