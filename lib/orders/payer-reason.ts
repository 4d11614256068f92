import type { Actor } from '../auth/actor'
import { Refusal } from '../core/refusal'
import type { OrderType } from './schemas'
import type { Payer } from './totals'

/** Who bears a line out of the house's own pocket: it gives the price away. */
export const OWN_POCKET: readonly Payer[] = ['goodwill', 'internal']

/** A payer of a part of a line, in basis points of the line, with the reason given. */
export type Bearing = { payer?: Payer; payerReason?: string; borneBp: number }

/**
 * How much of a line somebody may let the house bear, in basis points: all of it who leads the service, and everybody on an order that
 * is the house's own (internal, come-back); others as far as the setting.
 */
export function houseLimitBp(actor: Actor, orderType: OrderType, settingBp: number): number {
  const roles = actor.kind === 'staff' ? actor.roles : []
  const leads = roles.includes('serviceManager') || roles.includes('serviceDirector')
  return leads || orderType === 'internal' || orderType === 'comeback' ? 10_000 : settingBp
}

/**
 * Refuses with `order.payer-reason-missing` where the house comes to bear a line without saying why, or with
 * `order.goodwill-above-limit` where it would bear more of it than this person may give.
 */
export function checkHouseBears(borne: readonly Bearing[], limitBp: number): void {
  const ours = borne.filter(({ payer }) => payer && OWN_POCKET.includes(payer))
  if (ours.some(({ payerReason }) => !payerReason)) throw new Refusal('order.payer-reason-missing')
  const borneBp = ours.reduce((sum, one) => sum + one.borneBp, 0)
  if (borneBp > limitBp) throw new Refusal('order.goodwill-above-limit', { limitPercent: limitBp / 100 })
}
