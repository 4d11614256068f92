import { dayOf, timeOf } from '@/lib/core/time'

/** An instant as a field of date and time wants it, on the clock of the dealership: 'YYYY-MM-DDTHH:mm'. */
export const wallClock = (at: Date | null, timeZone: string) =>
  at && `${dayOf(at, timeZone)}T${timeOf(at, timeZone)}`
