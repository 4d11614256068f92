import { dayOf, timeOf, weekdayOf } from '../core/time'

/** Labour is cheaper by `discountBp` on these weekdays (1 = Monday), from `from` to before `to`, from the first to the last day. */
export type QuietOffer = {
  weekdays: readonly number[]
  from: string
  to: string
  firstDay: string
  lastDay: string
  discountBp: number
}

/** The share of the labour price taken off for a car that comes at this moment, in basis points: of several offers the best one. */
export function quietDiscountBp(offers: readonly QuietOffer[], at: Date, timeZone: string): number {
  if (offers.length === 0) return 0
  const day = dayOf(at, timeZone)
  const time = timeOf(at, timeZone)
  const weekday = weekdayOf(day)
  let best = 0
  for (const offer of offers) {
    const holds =
      offer.firstDay <= day &&
      day <= offer.lastDay &&
      offer.weekdays.includes(weekday) &&
      offer.from <= time &&
      time < offer.to
    if (holds) best = Math.max(best, offer.discountBp)
  }
  return best
}
