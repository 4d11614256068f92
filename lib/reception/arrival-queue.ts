import { minutesBetween } from '../core/time'

export type Waiting = { bookedFor: Date | null; arrivedAt: Date }

/**
 * S2-11: the order in which waiting cars are received. A booked car holds its booked time, however early it came; every
 * other car holds the time at which it came.
 */
export function byArrivalOrder(a: Waiting, b: Waiting): number {
  const difference = turnOf(a).getTime() - turnOf(b).getTime()
  if (difference !== 0) return difference
  if (!!a.bookedFor !== !!b.bookedFor) return a.bookedFor ? -1 : 1
  return a.arrivedAt.getTime() - b.arrivedAt.getTime()
}

const turnOf = ({ bookedFor, arrivedAt }: Waiting): Date => bookedFor ?? arrivedAt

/** Whole minutes since the car came. */
export const waitingMinutes = (arrivedAt: Date, now: Date): number =>
  Math.max(0, minutesBetween(arrivedAt, now))
