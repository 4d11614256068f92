import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { moveVisit } from './visit-row'

async function statusOf(tx: Tx, visitId: string) {
  const visit = await tx.visit.findFirst({
    where: { id: visitId },
    select: { dealershipId: true, id: true, status: true },
  })
  if (!visit) throw new Refusal('common.not-found')
  return visit
}

/** An order of the visit has been signed. A second order of the same visit changes nothing. */
export async function markOrdered(tx: Tx, visitId: string): Promise<void> {
  const visit = await statusOf(tx, visitId)
  if (visit.status !== 'ordered') await moveVisit(tx, visit, 'order')
}

/** The last order of the visit is delivered or closed: the car has left. A closed visit stays closed. */
export async function closeVisit(tx: Tx, visitId: string, now?: Date): Promise<void> {
  const visit = await statusOf(tx, visitId)
  if (visit.status !== 'closed') await moveVisit(tx, visit, 'close', now ? { leftAt: now } : {})
}
