import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'

/** A live entry of the plan with its job; refuses with `common.not-found`, or `plan.in-work` while the clock runs. */
export async function restingEntry(tx: Tx, { dealershipId, locale }: Actor, id: string) {
  const entry = await tx.planEntry.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      job: { select: { id: true, title: true, status: true, order: { select: { visitId: true } } } },
      technician: { select: { name: true, nameEn: true } },
    },
  })
  if (!entry) throw new Refusal('common.not-found')
  if (entry.status !== 'planned' && entry.status !== 'active') throw new Refusal('common.changed-meanwhile')
  if (entry.job.status === 'inWork')
    throw new Refusal('plan.in-work', { technician: nameIn(entry.technician, locale) })
  return entry
}
