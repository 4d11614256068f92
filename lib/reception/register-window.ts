import { dayOf, plusMonths } from '../core/time'

/**
 * C44: whether an appointment counts for a car that arrives now. Its day must lie within `months` of today, before or
 * after: a car that comes a week late or two days early is still a booked car.
 */
export function isInRegisterWindow(startsAt: Date, now: Date, months: number, timeZone: string): boolean {
  const booked = dayOf(startsAt, timeZone)
  const today = dayOf(now, timeZone)
  return booked >= plusMonths(today, -months) && booked <= plusMonths(today, months)
}
