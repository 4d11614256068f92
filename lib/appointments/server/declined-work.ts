import 'server-only'
import type { Tx } from '@/lib/server/db'

/** Work the customer declined at the last visits and that nobody has done since, at most ten. */
export const declinedWork = (tx: Tx, dealershipId: string, vehicleId: string) =>
  tx.$queryRaw<{ id: string; title: string; titleEn: string; on: Date }[]>`
    SELECT DISTINCT ON (j.title) j.id, j.title, j."titleEn", o."createdAt" AS on
    FROM "RepairOrder" o JOIN "Job" j ON j."dealershipId" = o."dealershipId" AND j."orderId" = o.id
    WHERE o."dealershipId" = ${dealershipId}::uuid AND o."vehicleId" = ${vehicleId}::uuid AND j.status = 'declined'
      AND NOT EXISTS (SELECT 1 FROM "RepairOrder" p JOIN "Job" k ON k."dealershipId" = p."dealershipId" AND k."orderId" = p.id
        WHERE p."dealershipId" = o."dealershipId" AND p."vehicleId" = o."vehicleId" AND k.title = j.title
          AND k.status NOT IN ('declined', 'cancelled', 'proposed') AND p."createdAt" >= o."createdAt")
    ORDER BY j.title, o."createdAt" DESC LIMIT 10`
