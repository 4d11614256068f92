import { instant, weekdayOf, type Interval } from '../core/time'
import { publicDay, type PublicDay } from './holidays'
import type { Settings } from './settings'

/** One calendar day of a dealership; both times null when closed. */
export type OpenDay = {
  day: string
  opensAt: string | null
  closesAt: string | null
  /** Why it is not as its weekday: the holiday in both languages, or what the manager wrote. */
  reason: string
  reasonEn: string
  by: 'weekday' | 'holiday' | 'makeUp' | 'manager'
}

/** A day that is not as its weekday, with what the public calendar says of it. */
export type SpecialDay = OpenDay & { known: PublicDay | null }

type Hours = { opensAt: string | null; closesAt: string | null }
export type CalendarRules = Pick<
  Settings,
  'calendar.holidays' | 'calendar.holidayOpensAt' | 'calendar.holidayClosesAt' | 'calendar.makeUpDays'
>
export type HouseHours = {
  weekdays: readonly (Hours & { weekday: number })[]
  /** Days that the manager decided one by one. */
  exceptions: readonly (Hours & { day: string; isOpen: boolean; reason: string })[]
  rules: CalendarRules
}

const CLOSED: Hours = { opensAt: null, closesAt: null }

/**
 * When a dealership is open on a day: what the manager decided for it, else what the house does on public holidays and on the
 * make-up days worked for them (调休), else the hours of the weekday.
 */
export function openDayOf(day: string, { weekdays, exceptions, rules }: HouseHours): OpenDay {
  const of = (weekday: number): Hours => weekdays.find((one) => one.weekday === weekday) ?? CLOSED
  const known = publicDay(day)
  const makeUp = known?.kind === 'makeUp' && rules['calendar.makeUpDays'] === 'worked'
  const usual = of(makeUp ? known.weekday : weekdayOf(day))
  const exception = exceptions.find((one) => one.day === day)
  if (exception) {
    const { isOpen, opensAt, closesAt, reason } = exception
    const hours = { opensAt: opensAt ?? usual.opensAt, closesAt: closesAt ?? usual.closesAt }
    return { day, ...(isOpen ? hours : CLOSED), reason, reasonEn: reason, by: 'manager' }
  }
  const names = { reason: known?.name ?? '', reasonEn: known?.nameEn ?? '' }
  const hours = ({ opensAt, closesAt }: Hours) => ({ opensAt, closesAt })
  if (makeUp) return { day, ...hours(usual), ...names, by: 'makeUp' }
  const holidays = rules['calendar.holidays']
  if (known?.kind !== 'holiday' || holidays === 'usual')
    return { day, ...hours(usual), reason: '', reasonEn: '', by: 'weekday' }
  const own = { opensAt: rules['calendar.holidayOpensAt'], closesAt: rules['calendar.holidayClosesAt'] }
  return { day, ...(holidays === 'own' ? own : CLOSED), ...names, by: 'holiday' }
}

/** From opening to closing as instants; null when closed. */
export const openInterval = (
  { day, opensAt, closesAt }: Pick<OpenDay, 'day' | 'opensAt' | 'closesAt'>,
  timeZone: string,
): Interval | null =>
  opensAt && closesAt
    ? { start: instant(day, opensAt, timeZone), end: instant(day, closesAt, timeZone) }
    : null
