import type { Actor } from '../auth/actor'
import { basisPoints } from '../core/money'
import { Refusal } from '../core/refusal'
import { jobAmounts, type PricedJob } from './totals'

/** Share of the list price that is given away, in basis points, rounded up: never smaller than it is. */
export function discountBp(job: PricedJob): number {
  const { labourFen, partsFen, discountFen } = jobAmounts(job)
  return labourFen + partsFen === 0 ? 0 : Math.ceil((discountFen * 10_000) / (labourFen + partsFen))
}

/** The labour discount in fen for a rate off, such as 1000 bp = 10 % off. */
export const labourDiscountFen = (labourFen: number, offBp: number): number => basisPoints(labourFen, offBp)

/** The one discount that a booking brings: the better of the early booking's and the quiet time's, never their sum. */
export const bookingDiscountBp = (earlyBp: number, quietBp: number): number => Math.max(earlyBp, quietBp)

/** What somebody may take off the labour alone: the director everything, the service manager and the adviser up to their settings. */
export function discountLimitBp(actor: Actor, limits: { adviserBp: number; managerBp: number }): number {
  const roles = actor.kind === 'staff' ? actor.roles : []
  if (roles.includes('serviceDirector')) return 10_000
  return roles.includes('serviceManager') ? Math.max(limits.managerBp, limits.adviserBp) : limits.adviserBp
}

/**
 * May this discount in fen be given on labour of `labourFen` by somebody whose limit is `limitBp`?
 * Refuses with `order.discount-above-price` or `order.discount-above-limit`.
 */
export function checkDiscount(
  { labourFen, discountFen }: { labourFen: number; discountFen: number },
  { limitBp }: { limitBp: number },
): void {
  if (discountFen > labourFen) throw new Refusal('order.discount-above-price')
  if (discountFen > basisPoints(labourFen, limitBp)) {
    const percent = Math.ceil((discountFen * 1000) / labourFen) / 10
    throw new Refusal('order.discount-above-limit', { percent, limitPercent: limitBp / 100 })
  }
}
