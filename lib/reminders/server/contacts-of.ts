import 'server-only'
import type { Tx } from '@/lib/server/db'
import { CADENCE_DAYS, MARKETING_TEMPLATES } from '../cadence'

/**
 * Care and marketing of the last thirty days by customer: messages and letters written, and calls that reached somebody; recalls do not
 * count.
 */
export async function contactsOf(tx: Tx, dealershipId: string, customerIds: string[], now: Date) {
  const patterns = MARKETING_TEMPLATES.map((start) => `${start}%`)
  const since = new Date(now.getTime() - CADENCE_DAYS * 86_400_000)
  const rows = await tx.$queryRaw<{ customerId: string; count: number }[]>`
    SELECT "customerId", count(*)::int AS count FROM (
      SELECT m."customerId" FROM "OutboxMessage" m WHERE m."dealershipId" = ${dealershipId}::uuid
        AND m."customerId" = ANY(${customerIds}::uuid[]) AND m."createdAt" > ${since} AND m.template LIKE ANY(${patterns})
      UNION ALL
      SELECT t."customerId" FROM "ContactTask" t JOIN "ContactAttempt" a ON a."dealershipId" = t."dealershipId" AND a."taskId" = t.id
        WHERE t."dealershipId" = ${dealershipId}::uuid AND t."customerId" = ANY(${customerIds}::uuid[]) AND a.at > ${since}
          AND t.class <> 'recall' AND (a.reached OR (a.written AND a.channel = 'letter'))
    ) contacts GROUP BY 1`
  return new Map(rows.map(({ customerId, count }) => [customerId, count]))
}
