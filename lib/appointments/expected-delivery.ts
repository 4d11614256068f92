const MINUTE = 60_000
const QUARTER = 15 * MINUTE

type Open = { opensAt: number; closesAt: number }

/**
 * When a car that comes at `startsAt` can be handed over: `minutes` of reception, work and reserve counted in opening hours only,
 * rounded up to a quarter of an hour. `open` are the open days in order, looked at from `first` on; null when they end too soon.
 * Moments are milliseconds since 1970.
 */
export function expectedDelivery(
  startsAt: number,
  minutes: number,
  open: readonly Open[],
  first = 0,
): number | null {
  let left = minutes * MINUTE
  for (let position = first; position < open.length; position++) {
    const { opensAt, closesAt } = open[position] as Open
    const from = Math.max(startsAt, opensAt)
    if (from >= closesAt) continue
    const room = closesAt - from
    if (left <= room) return Math.min(Math.ceil((from + left) / QUARTER) * QUARTER, closesAt)
    left -= room
  }
  return null
}
