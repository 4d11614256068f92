import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'

export type Declined = {
  id: string
  vehicleId: string
  title: string
  titleEn: string
  reason: string
  on: Date
  orderNo: string
  /** Red: the request or an urgent finding said so. */
  safety: boolean
  /** A safety item whose notice nobody has signed. */
  unsigned: boolean
}

/** Work the customer declined at the last visits and that nobody has done since, safety first, at most ten. */
export const declinedWork = (tx: Tx, dealershipId: string, vehicleId: string) =>
  declinedOf(tx, dealershipId, [vehicleId], 10)

const declinedOf = (tx: Tx, dealershipId: string, vehicleIds: string[], most: number) =>
  tx.$queryRaw<Declined[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (o."vehicleId", j.title) j.id, o."vehicleId", j.title, j."titleEn", coalesce(j."declineReason", '') AS reason, o."createdAt" AS on, o.no AS "orderNo",
        coalesce(w.safety OR f.urgent, false) AS safety,
        coalesce(w.safety, false) AND NOT EXISTS (SELECT 1 FROM "Approval" a WHERE a."dealershipId" = w."dealershipId"
          AND a."orderId" = w."orderId" AND a."documentHash" = w."contentHash" AND a."signatureId" IS NOT NULL) AS unsigned
      FROM "RepairOrder" o JOIN "Job" j ON j."dealershipId" = o."dealershipId" AND j."orderId" = o.id
      LEFT JOIN "AdditionalWork" w ON w."dealershipId" = j."dealershipId" AND w.id = j."additionalWorkId"
      LEFT JOIN "Finding" f ON f."dealershipId" = w."dealershipId" AND f.id = w."findingId"
      WHERE o."dealershipId" = ${dealershipId}::uuid AND o."vehicleId" = ANY(${vehicleIds}::uuid[]) AND j.status = 'declined'
        AND NOT EXISTS (SELECT 1 FROM "RepairOrder" p JOIN "Job" k ON k."dealershipId" = p."dealershipId" AND k."orderId" = p.id
          WHERE p."dealershipId" = o."dealershipId" AND p."vehicleId" = o."vehicleId" AND k.title = j.title
            AND k.status NOT IN ('declined', 'cancelled', 'proposed') AND p."createdAt" >= o."createdAt")
      ORDER BY o."vehicleId", j.title, o."createdAt" DESC) d
    ORDER BY safety DESC, title LIMIT ${most}::int`

/** Safety items of these cars that were declined and that nobody has done since: said again at every contact. */
export const declinedSafety = query(
  'vehicle.read',
  z.object({ vehicleIds: z.array(id).max(100) }),
  async ({ tx, actor }, { vehicleIds }) =>
    vehicleIds.length
      ? (await declinedOf(tx, actor.dealershipId, vehicleIds, 200)).filter(({ safety }) => safety)
      : [],
)
