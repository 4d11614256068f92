import { MINUTE, minutesAfter, minutesBetween, type Interval } from '../core/time'

export type ShopLoad = {
  /** Minutes of labour of this order. */
  jobMinutes: number
  /** Minutes of all other approved work that is not done yet. */
  queuedMinutes: number
  /** Certified technicians at work in the interval. */
  technicians: number
  /** Washing, final inspection and hand-over. */
  bufferMinutes: number
}

/** Minutes of opening time until a car taken in now is ready: the queue shared by the technicians, the work, the buffer. */
export const minutesUntilReady = ({
  jobMinutes,
  queuedMinutes,
  technicians,
  bufferMinutes,
}: ShopLoad): number => Math.ceil(queuedMinutes / Math.max(1, technicians)) + jobMinutes + bufferMinutes

/**
 * When the car can be promised (S3-06): so many minutes of opening time from `now` on, rounded up to the quarter of an hour.
 * `open` are the opening intervals from today on, in order; null when they are used up.
 */
export function promiseAfter(now: Date, minutes: number, open: readonly Interval[]): Date | null {
  let left = minutes
  for (const { start, end } of open) {
    const from = start > now ? start : now
    const usable = minutesBetween(from, end)
    if (usable <= 0) continue
    if (left <= usable) return quarterUp(minutesAfter(from, left))
    left -= usable
  }
  return null
}

const quarterUp = (at: Date): Date => new Date(Math.ceil(at.getTime() / (15 * MINUTE)) * 15 * MINUTE)

export type PromiseRisk = 'ok' | 'tight' | 'late'

/** Late when the end of the promise has passed or cannot be met with the work left; tight when less than `bufferMinutes` remain. */
export function promiseRisk(
  promise: { promisedTo: Date; minutesLeft: number; bufferMinutes: number; readyAt?: Date | null },
  now: Date,
): PromiseRisk {
  if (promise.readyAt) return promise.readyAt <= promise.promisedTo ? 'ok' : 'late'
  const slack = minutesBetween(now, promise.promisedTo) - promise.minutesLeft
  if (now > promise.promisedTo || slack < 0) return 'late'
  return slack < promise.bufferMinutes ? 'tight' : 'ok'
}
