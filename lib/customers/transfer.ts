import { Refusal } from '@/lib/core/refusal'

type Change = { on: string; today: string; ownedSince: string | null; sameOwner: boolean }

/**
 * Whether a car may be noted as handed to a new owner on this day: refuses `vehicle.same-owner`, `vehicle.transfer-ahead` for a day
 * to come, and `vehicle.transfer-too-early` for one before the owner had it.
 */
export function checkTransfer({ on, today, ownedSince, sameOwner }: Change): void {
  if (sameOwner) throw new Refusal('vehicle.same-owner')
  if (on > today) throw new Refusal('vehicle.transfer-ahead')
  if (ownedSince && on < ownedSince) throw new Refusal('vehicle.transfer-too-early', { day: ownedSince })
}

/** Why a part in a car ended: the car was sold. */
export const SOLD = 'sold'
