import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { SENDER } from '@/lib/quality/server/tell-sender'
import type { Tx } from '@/lib/server/db'

/** A visit whose car is in the house. Refuses with `common.not-found` or `lounge.visit-over`. */
export async function visitHere(tx: Tx, dealershipId: string, visitId: string) {
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: {
      id: true,
      status: true,
      waiting: true,
      vehicle: { select: { plate: true } },
      sender: SENDER,
      loungeStay: { select: { id: true, leftAt: true } },
    },
  })
  if (!visit) throw new Refusal('common.not-found')
  if (visit.status === 'closed' || visit.status === 'leftWithoutOrder') throw new Refusal('lounge.visit-over')
  return visit
}
