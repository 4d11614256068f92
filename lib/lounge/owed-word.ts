import { minutesAfter } from '../core/time'
import type { PromiseRisk } from './promise-risk'

/** Why a waiting customer is owed a word. */
export type OwedWord = 'promise' | 'stage' | 'care' | 'firstCare'

export type WaitingFacts = {
  /** Since when the customer waits. */
  since: Date
  lastCareAt: Date | null
  /** Last time anybody told about the car: progress or delay. */
  lastToldAt: Date | null
  /** Last change on the board that nobody was told of by itself: work begun, done, inspected, washed. */
  stageAt: Date | null
  risk: PromiseRisk | null
  careContacts: number
}

const latest = (...instants: (Date | null)[]): Date | null =>
  instants.reduce((late, at) => (at && (!late || at > late) ? at : late), null)

/**
 * What has to be said to a waiting customer now, most pressing first: the promise is in danger and nobody has said so, the
 * car has moved on since the last word, or nobody has cared for longer than `careEveryMinutes`.
 */
export function owedWords(
  facts: WaitingFacts,
  now: Date,
  { careEveryMinutes, minCare }: { careEveryMinutes: number; minCare: number },
): OwedWord[] {
  const { since, lastCareAt, lastToldAt, stageAt, risk, careContacts } = facts
  const owed: OwedWord[] = []
  const toldLately = lastToldAt !== null && minutesAfter(lastToldAt, careEveryMinutes) > now
  if ((risk === 'late' || risk === 'tight') && !toldLately) owed.push('promise')
  if (stageAt && (!lastToldAt || stageAt > lastToldAt)) owed.push('stage')
  const lastWord = latest(since, lastCareAt, lastToldAt) ?? since
  const quiet = minutesAfter(lastWord, careEveryMinutes) <= now
  if (quiet && careContacts < minCare) owed.push('firstCare')
  else if (quiet) owed.push('care')
  return owed
}
