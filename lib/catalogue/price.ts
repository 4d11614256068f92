import { Refusal } from '../core/refusal'

/** The price that fits a model best: the longest pattern found in the model's name; '' fits every model. */
export function priceForModel<Price extends { modelPattern: string }>(
  prices: Price[],
  model: string,
): Price | undefined {
  const name = model.toLowerCase()
  return prices
    .filter(({ modelPattern }) => name.includes(modelPattern.toLowerCase()))
    .sort((a, b) => b.modelPattern.length - a.modelPattern.length)[0]
}

/** A price valid from a day until the day before `validTo`; null = until further notice. Days are 'YYYY-MM-DD'. */
export type Validity = { id: string; validFrom: string; validTo: string | null }

/**
 * Where a new price that starts on `validFrom` goes: answers the id of the price that ends the day before, or null.
 * A price that has begun is never edited, so refuses `catalogue.price-in-the-past`, and `catalogue.price-overlaps`
 * when a price from that day or a later one stands already.
 */
export function planPrice(prices: readonly Validity[], validFrom: string, today: string): string | null {
  if (validFrom < today) throw new Refusal('catalogue.price-in-the-past')
  const later = prices.find((price) => price.validFrom >= validFrom)
  if (later) throw new Refusal('catalogue.price-overlaps', { day: later.validFrom })
  return prices.find(({ validTo }) => validTo === null || validTo > validFrom)?.id ?? null
}

/**
 * Takes back the last price of a list while no earlier day has used it: answers the id of the price before, which then
 * goes on. Refuses `catalogue.price-begun`, and `catalogue.price-overlaps` while a later one builds on it.
 */
export function withdrawPrice(prices: readonly Validity[], id: string, today: string): string | null {
  const wanted = prices.find((price) => price.id === id)
  if (!wanted) throw new Refusal('common.not-found')
  if (wanted.validFrom < today) throw new Refusal('catalogue.price-begun')
  const later = prices.find((price) => price.validFrom > wanted.validFrom)
  if (later) throw new Refusal('catalogue.price-overlaps', { day: later.validFrom })
  return prices.find(({ validTo }) => validTo === wanted.validFrom)?.id ?? null
}
