import { Refusal } from '../core/refusal'
import type { Payer } from './totals'

/** Who bears a line out of the house's own pocket: it gives the price away. */
export const OWN_POCKET: readonly Payer[] = ['goodwill', 'internal']

/** Refuses with `order.payer-reason-missing` where the house comes to bear a line without saying why. */
export function checkPayerReason(payer: Payer | undefined, reason: string | undefined): void {
  if (payer && OWN_POCKET.includes(payer) && !reason) throw new Refusal('order.payer-reason-missing')
}
