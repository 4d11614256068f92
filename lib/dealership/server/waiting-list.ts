import 'server-only'
import type { Tx } from '@/lib/server/db'
import { enqueue } from '@/lib/server/outbox'

/** Leaves a job that offers what has become free to who waits for it; nothing is left to do where nobody waits. */
export async function enqueueOffers(tx: Tx, dealershipId: string): Promise<void> {
  const waits = await tx.waitingEntry.findFirst({
    where: { dealershipId, status: 'waiting' },
    select: { id: true },
  })
  if (waits) await enqueue(tx, 'offer-places', { dealershipId }, { key: `offer-places:${dealershipId}` })
}
