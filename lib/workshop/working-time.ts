import { minutesAfter, MINUTE, type Interval } from '../core/time'

/** The interval in which a moment lies; undefined when the person is not on duty then. */
export const dutyAt = (at: Date, duty: readonly Interval[]): Interval | undefined =>
  duty.find(({ start, end }) => start <= at && at < end)

/** The first moment from `at` on at which the person is on duty; `at` itself when nothing is known of the time after it. */
export function nextOnDuty(at: Date, duty: readonly Interval[]): Date {
  for (const { start, end } of duty) if (end > at) return start > at ? start : at
  return at
}

/**
 * When work of `minutes` that begins at `start` ends, counting only time on duty (breaks and nights pass). Work that
 * is not done when the known duty is used up runs on by the clock.
 */
export function workingEnd(start: Date, minutes: number, duty: readonly Interval[]): Date {
  let left = minutes * MINUTE
  let last = start
  for (const shift of duty) {
    if (shift.end <= start) continue
    const from = Math.max(shift.start.getTime(), start.getTime())
    const room = shift.end.getTime() - from
    if (left <= room) return new Date(from + left)
    left -= room
    last = shift.end
  }
  return minutesAfter(last, left / MINUTE)
}

/** The inverse of `workingEnd`: minutes on duty between two moments; by the clock when all of it lies off duty. */
export function workingMinutes({ start, end }: Interval, duty: readonly Interval[]): number {
  let total = 0
  for (const shift of duty) {
    const from = Math.max(shift.start.getTime(), start.getTime())
    total += Math.max(0, Math.min(shift.end.getTime(), end.getTime()) - from)
  }
  const known = duty.at(-1)?.end ?? start
  total += Math.max(0, end.getTime() - Math.max(known.getTime(), start.getTime()))
  return Math.round((total || end.getTime() - start.getTime()) / MINUTE)
}
