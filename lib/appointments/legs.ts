import type { Leg } from './ledger'

type Item = { minutes: number; skill: string; bayKind: string; quickLane: boolean; minGrade?: string }
type Rules = { inspectionMinutes: number; washMinutes: number }

/**
 * The way of a car through the workshop for the wanted work: each stretch of the same skill, grade and bay, then the final inspection
 * and the wash. Light work alone goes by the quick lane (S1-59); `lane: 'normal'` sends it to the general bays, as everything
 * goes that is wanted together with other work.
 */
export function legsOf(items: readonly Item[], rules: Rules, lane: 'quick' | 'normal'): Leg[] {
  const quick = lane === 'quick' && isQuick(items)
  const legs: { minutes: number; needs: readonly string[] }[] = []
  for (const { minutes, skill, bayKind, quickLane, minGrade = 'junior' } of items) {
    const bay = quickLane || bayKind === 'quick' ? 'general' : bayKind
    const grade = minGrade === 'junior' ? [] : [`grade:${minGrade}`]
    const needs = quick ? ['quick', 'bay:quick'] : ['work', `skill:${skill}`, ...grade, `bay:${bay}`]
    const last = legs.at(-1)
    if (last && String(last.needs) === String(needs)) last.minutes += minutes
    else legs.push({ minutes, needs })
  }
  if (rules.inspectionMinutes) legs.push({ minutes: rules.inspectionMinutes, needs: ['inspection'] })
  if (rules.washMinutes) legs.push({ minutes: rules.washMinutes, needs: ['bay:wash'] })
  return legs
}

/** Whether the quick lane may take it: every piece of it is light work. */
export const isQuick = (items: readonly { quickLane: boolean }[]): boolean =>
  items.length > 0 && items.every(({ quickLane }) => quickLane)
