import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'

/**
 * Changes the stock of one part by these amounts. False when that would leave less on hand than is reserved: the row is
 * then as it was. The database holds the same rule (`stock_never_negative`).
 */
export async function changeStock(
  tx: Tx,
  dealershipId: string,
  partId: string,
  change: { onHandMilli?: number; reservedMilli?: number },
): Promise<boolean> {
  const { onHandMilli = 0, reservedMilli = 0 } = change
  await tx.$executeRaw`
    INSERT INTO "StockItem" ("dealershipId", id, "partId")
    SELECT ${dealershipId}::uuid, gen_random_uuid(), ${partId}::uuid
    WHERE NOT EXISTS (SELECT 1 FROM "StockItem" WHERE "partId" = ${partId}::uuid)
    ON CONFLICT DO NOTHING`
  const changed = await tx.$executeRaw`
    UPDATE "StockItem" SET "onHandMilli" = "onHandMilli" + ${onHandMilli}::int, "reservedMilli" = "reservedMilli" + ${reservedMilli}::int
    WHERE "dealershipId" = ${dealershipId}::uuid AND "partId" = ${partId}::uuid
      AND "reservedMilli" + ${reservedMilli}::int >= 0
      AND "onHandMilli" + ${onHandMilli}::int >= "reservedMilli" + ${reservedMilli}::int`
  return changed === 1
}

/** As `changeStock`, for a change that was found possible just before in the same transaction. */
export async function changeStockOrRefuse(...args: Parameters<typeof changeStock>): Promise<void> {
  if (!(await changeStock(...args))) throw new Refusal('common.changed-meanwhile')
}
