import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { Need } from '../proposals'

type Work = { packageId: string | null; operationId: string | null; minutes: number | null; safety: boolean }

/**
 * What work stands behind needs: for work declined earlier its package or operation, as far as the house still offers it, with
 * the minutes of today, and whether an urgent finding had asked for it.
 */
export async function needWork(
  tx: Tx,
  dealershipId: string,
  needs: readonly Pick<Need, 'kind' | 'reference' | 'packageId'>[],
): Promise<(need: Pick<Need, 'kind' | 'reference' | 'packageId'>) => Work> {
  const jobIds = needs.filter(({ kind }) => kind === 'declined').map(({ reference }) => reference)
  const rows = jobIds.length
    ? await tx.$queryRaw<(Work & { id: string })[]>`
        SELECT j.id::text AS id, p.id::text AS "packageId", o.id::text AS "operationId", coalesce(p.minutes, o.minutes) AS minutes,
          coalesce(w.safety OR f.urgent, false) AS safety
        FROM "Job" j
        LEFT JOIN "ServicePackage" p ON p."dealershipId" = j."dealershipId" AND p.id = j."packageId" AND p."disabledAt" IS NULL
        LEFT JOIN "LabourOperation" o ON o."dealershipId" = j."dealershipId" AND o.id = j."operationId" AND o."disabledAt" IS NULL
        LEFT JOIN "AdditionalWork" w ON w."dealershipId" = j."dealershipId" AND w.id = j."additionalWorkId"
        LEFT JOIN "Finding" f ON f."dealershipId" = w."dealershipId" AND f.id = w."findingId"
        WHERE j."dealershipId" = ${dealershipId}::uuid AND j.id = ANY(${jobIds}::uuid[])`
    : []
  const known = new Map(rows.map(({ id, ...work }) => [id, work]))
  return ({ kind, reference, packageId }) =>
    (kind === 'declined' ? known.get(reference) : undefined) ?? {
      packageId,
      operationId: null,
      minutes: null,
      safety: kind === 'recall',
    }
}
