import { minutesAfter, minutesBetween, type Interval } from '../core/time'

const QUARTER = 15 * 60_000

/**
 * When a car that comes at `startsAt` can be handed over: `minutes` of reception, work and reserve counted in
 * opening hours only, rounded up to a quarter of an hour. `open` are the opening intervals in order; null when
 * they end too soon.
 */
export function expectedDelivery(startsAt: Date, minutes: number, open: readonly Interval[]): Date | null {
  let left = minutes
  for (const { start, end } of open) {
    const from = startsAt > start ? startsAt : start
    if (from >= end) continue
    const room = minutesBetween(from, end)
    if (left <= room) return upToQuarter(minutesAfter(from, left), end)
    left -= room
  }
  return null
}

function upToQuarter(at: Date, latest: Date): Date {
  const rounded = new Date(Math.ceil(at.getTime() / QUARTER) * QUARTER)
  return rounded > latest ? latest : rounded
}
