import 'server-only'
import type { Tx } from '@/lib/server/db'

export type DeclinedBefore = {
  jobId: string
  orderNo: string
  title: string
  titleEn: string
  reason: string
  answeredAt: Date
  /** The day it was put off to; null when it was declined. */
  deferredTo: string | null
  packageId: string | null
  operationId: string | null
  /** Red: the request or an urgent finding said so. */
  safety: boolean
  /** A safety item whose notice nobody has signed. */
  unsigned: boolean
}

/**
 * Work this car needed and the customer declined at earlier visits, with the reason (S3-01, S3-49): advised again until the
 * same package or operation has been done. Safety items come first.
 */
export const declinedBefore = (
  tx: Tx,
  vehicleId: string,
  exceptOrderId: string | null,
): Promise<DeclinedBefore[]> =>
  tx.$queryRaw<DeclinedBefore[]>`
    SELECT j.id AS "jobId", o.no AS "orderNo", j.title, j."titleEn", coalesce(j."declineReason", '') AS reason,
      coalesce(w."answeredAt", j."setAsideAt", o."createdAt") AS "answeredAt", to_char(j."deferredTo", 'YYYY-MM-DD') AS "deferredTo", j."packageId", j."operationId",
      coalesce(w.safety OR f.urgent, false) AS safety,
      coalesce(w.safety, false) AND NOT EXISTS (SELECT 1 FROM "Approval" a WHERE a."dealershipId" = w."dealershipId"
        AND a."orderId" = w."orderId" AND a."documentHash" = w."contentHash" AND a."signatureId" IS NOT NULL) AS unsigned
    FROM "Job" j
    JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
    LEFT JOIN "AdditionalWork" w ON w."dealershipId" = j."dealershipId" AND w.id = j."additionalWorkId"
    LEFT JOIN "Finding" f ON f."dealershipId" = w."dealershipId" AND f.id = w."findingId"
    WHERE o."vehicleId" = ${vehicleId}::uuid AND j.status = 'declined' AND o.id IS DISTINCT FROM ${exceptOrderId}::uuid
      AND NOT EXISTS (
        SELECT 1 FROM "Job" d JOIN "RepairOrder" r ON r."dealershipId" = d."dealershipId" AND r.id = d."orderId"
        WHERE r."vehicleId" = o."vehicleId" AND r."createdAt" >= o."createdAt" AND d.id <> j.id
          AND d.status NOT IN ('declined', 'cancelled', 'proposed')
          AND (d."packageId" = j."packageId" OR d."operationId" = j."operationId"))
    ORDER BY safety DESC, j."deferredTo" IS NULL, j."deferredTo", "answeredAt" DESC LIMIT 20`
