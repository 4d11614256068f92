import 'server-only'
import type { Tx } from '@/lib/server/db'

/** The file that this one has become part of, else itself; null when there is none of this id. */
export async function standingCustomer(
  tx: Tx,
  dealershipId: string,
  customerId: string,
): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE way AS (
      SELECT id, "mergedIntoId" FROM "Customer" WHERE "dealershipId" = ${dealershipId}::uuid AND id = ${customerId}::uuid
      UNION SELECT c.id, c."mergedIntoId" FROM "Customer" c JOIN way w ON c.id = w."mergedIntoId"
        WHERE c."dealershipId" = ${dealershipId}::uuid)
    SELECT id::text FROM way WHERE "mergedIntoId" IS NULL`
  return found?.id ?? null
}
