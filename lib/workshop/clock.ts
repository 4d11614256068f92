import { minutesBetween } from '../core/time'
import type { Interval } from '../core/time'

export type PauseReason = 'parts' | 'approval' | 'oem' | 'breakTime' | 'other'
export const PAUSE_REASONS = [
  'breakTime',
  'parts',
  'approval',
  'oem',
  'other',
] as const satisfies PauseReason[]

/** After a break the work goes on at its place; any other pause frees the technician for other cars. */
export const keepsPlace = (reason: PauseReason): boolean => reason === 'breakTime'

type Clocked = { startsAt: Date; endsAt: Date | null }

/** Minutes clocked up to now, each clocking in whole minutes. */
export const clockedMinutes = (clockings: readonly Clocked[], now: Date): number =>
  clockings.reduce(
    (sum, { startsAt, endsAt }) => sum + Math.max(0, minutesBetween(startsAt, endsAt ?? now)),
    0,
  )

/** Minutes clocked inside an interval, such as a day. */
export const clockedInside = (clockings: readonly Clocked[], { start, end }: Interval, now: Date): number =>
  clockings.reduce((sum, clocking) => {
    const from = clocking.startsAt > start ? clocking.startsAt : start
    const last = clocking.endsAt ?? now
    const to = last < end ? last : end
    return sum + Math.max(0, minutesBetween(from, to))
  }, 0)
