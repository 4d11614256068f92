import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'

/** A live entry of the plan with its job; refuses with `common.not-found`, or `plan.in-work` while the clock runs. */
export async function restingEntry(tx: Tx, dealershipId: string, id: string) {
  const entry = await tx.planEntry.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      job: { select: { id: true, title: true, status: true, order: { select: { visitId: true } } } },
      technician: { select: { name: true } },
    },
  })
  if (!entry) throw new Refusal('common.not-found')
  if (entry.status !== 'planned' && entry.status !== 'active') throw new Refusal('common.changed-meanwhile')
  if (entry.job.status === 'inWork') throw new Refusal('plan.in-work', { technician: entry.technician.name })
  return entry
}
