import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Actor } from '@/lib/auth/actor'
import { nameIn } from '@/lib/core/name-in'
import type { Tx } from '@/lib/server/db'

/** The inspection this inspector is at. Refuses with `common.not-found`, `inspection.not-yours` or `status.not-from-here`. */
export async function ownInspection(
  tx: Tx,
  { dealershipId, id: inspectorId, locale }: Actor,
  inspectionId: string,
) {
  const inspection = await tx.inspection.findUnique({
    where: { dealershipId_id: { dealershipId, id: inspectionId } },
    include: { inspectionLines: true, inspector: { select: { name: true, nameEn: true } } },
  })
  if (!inspection) throw new Refusal('common.not-found')
  if (inspection.inspectorId !== inspectorId)
    throw new Refusal('inspection.not-yours', {
      who: inspection.inspector ? nameIn(inspection.inspector, locale) : '',
    })
  if (inspection.status !== 'inCheck') throw new Refusal('status.not-from-here', { from: inspection.status })
  return inspection
}
