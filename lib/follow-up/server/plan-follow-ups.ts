import 'server-only'
import type { Tx } from '@/lib/server/db'
import { OPEN_FOLLOW_UPS } from '../follow-up'
import type { PlannedFollowUp } from '../plan'

type Owner = { dealershipId: string; orderId: string; vehicleId: string; customerId: string }

/** Keeps the follow-ups of a delivery; an older reminder of the same car's next service gives way to the new one. */
export async function planFollowUps(
  tx: Tx,
  owner: Owner,
  planned: readonly PlannedFollowUp[],
  now: Date,
): Promise<void> {
  const { dealershipId, vehicleId } = owner
  await tx.followUp.updateMany({
    where: { dealershipId, vehicleId, kind: 'nextService', status: { in: [...OPEN_FOLLOW_UPS] } },
    data: { status: 'skipped', reason: 'newerVisit', closedAt: now },
  })
  for (const one of planned)
    await tx.followUp.create({ data: { ...owner, ...one, createdAt: now }, select: { id: true } })
}
