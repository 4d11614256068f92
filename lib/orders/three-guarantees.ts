/**
 * Counters of a car under the three guarantees: Order 43 of the State Administration for Market Regulation, in force since
 * 2022-01-01, articles 18, 21, 24 and 40. `repairDays`: each full 24 hours and any rest is a day.
 */
export type GuaranteeCounters = {
  /** Days in repair for the warranty, all visits. */
  repairDays: number
  /** Repairs of the fault that came most often. */
  sameFault: number
  /** Replacements of the part that was replaced most often. */
  samePart: number
  /** Repairs of serious safety faults. */
  safety: number
  /** Days of the visit that is open now. */
  visitDays: number
}
export type CounterKey = keyof GuaranteeCounters
export type CounterLevel = 'calm' | 'watch' | 'reached'

/** From `at` on the owner may ask for another car or the money back, for a visit a loan car; from `watch` on the house is warned. */
export const GUARANTEE_LIMITS: Record<CounterKey, { watch: number; at: number }> = {
  repairDays: { watch: 24, at: 31 },
  sameFault: { watch: 4, at: 5 },
  samePart: { watch: 1, at: 2 },
  safety: { watch: 1, at: 2 },
  visitDays: { watch: 4, at: 6 },
}
export const COUNTER_KEYS = Object.keys(GUARANTEE_LIMITS) as CounterKey[]
/** Article 18: two years from the invoice or 50,000 km, whichever ends first. */
export const GUARANTEE_MONTHS = 24
export const GUARANTEE_KM = 50_000

/** How near a counter is to its limit. */
export function levelOf(key: CounterKey, count: number): CounterLevel {
  const { watch, at } = GUARANTEE_LIMITS[key]
  return count >= at ? 'reached' : count >= watch ? 'watch' : 'calm'
}

export type Warning = { key: CounterKey; count: number; level: Exclude<CounterLevel, 'calm'> }

/** The counters that warn, the reached ones first. */
export const warningsOf = (counters: GuaranteeCounters): Warning[] =>
  COUNTER_KEYS.flatMap((key) => {
    const level = levelOf(key, counters[key])
    return level === 'calm' ? [] : [{ key, count: counters[key], level }]
  }).sort((a, b) => Number(b.level === 'reached') - Number(a.level === 'reached'))
