import 'server-only'
import type { Tx } from '@/lib/server/db'

/**
 * What this customer answered the last time with this car, as the order was signed: proposed at the next visit, shown again before
 * each signature. Null where nothing was agreed yet.
 */
export async function lastAnswers(
  tx: Tx,
  dealershipId: string,
  { vehicleId, senderId }: { vehicleId: string; senderId: string },
) {
  const last = await tx.repairOrder.findFirst({
    where: { dealershipId, vehicleId, customerId: senderId, deliveredAt: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { wash: true, oldParts: true, paymentMethod: true },
  })
  return last ?? { wash: null, oldParts: null, paymentMethod: null }
}
