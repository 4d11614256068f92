import { minutesAfter, minutesBetween, type Interval } from '../core/time'

export const REQUEST_OUTCOMES = ['booked', 'answered', 'refused'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]

/**
 * Until when a request has to be answered: `minutes` from its receipt, counted in opening hours only (S1-26). `open` are the coming
 * opening intervals in order; where there are none, every minute counts.
 */
export function answerDue(receivedAt: Date, minutes: number, open: readonly Interval[]): Date {
  let left = minutes
  for (const { start, end } of open) {
    const from = receivedAt > start ? receivedAt : start
    if (from >= end) continue
    const room = minutesBetween(from, end)
    if (left <= room) return minutesAfter(from, left)
    left -= room
  }
  return minutesAfter(receivedAt, minutes)
}
