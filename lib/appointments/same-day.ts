import { dayOf } from '../core/time'

type Times = { startsAt: Date; promisedAt: Date | null }

/**
 * Whether a booking is promised for the day it comes: all of its work is marked for it, and the computed end of the way through the
 * workshop lies on that day (S1-68). Work in own words promises nothing.
 */
export const isSameDay = (
  work: readonly ({ sameDay: boolean } | null)[],
  { startsAt, promisedAt }: Times,
  timeZone: string,
): boolean =>
  work.length > 0 &&
  work.every((one) => one?.sameDay === true) &&
  promisedAt !== null &&
  dayOf(startsAt, timeZone) === dayOf(promisedAt, timeZone)
