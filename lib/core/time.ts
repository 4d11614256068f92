import { TZDate, tz } from '@date-fns/tz'
import { format, getISODay } from 'date-fns'

/** Half-open: an interval that ends at 10:00 does not touch one that starts at 10:00. */
export type Interval = { start: Date; end: Date }

export const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE)
export const secondsAfter = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000)
export const hoursAfter = (at: Date, hours: number): Date => minutesAfter(at, hours * 60)
/** Whole minutes from `start` to `end`, rounded down; negative when `end` is earlier. */
export const minutesBetween = (start: Date, end: Date): number =>
  Math.floor((end.getTime() - start.getTime()) / MINUTE)
export const secondsBetween = (start: Date, end: Date): number =>
  Math.floor((end.getTime() - start.getTime()) / 1000)

export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end

/** The instant at which the wall clock of `timeZone` shows `time` ('HH:mm') on `day` ('YYYY-MM-DD'). */
export function instant(day: string, time: string, timeZone: string): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return new Date(new TZDate(year, month - 1, date, hours, minutes, timeZone).getTime())
}

/** The calendar day ('YYYY-MM-DD') of an instant in a zone. */
export const dayOf = (at: Date, timeZone: string): string => format(at, 'yyyy-MM-dd', { in: tz(timeZone) })
/** The wall clock ('HH:mm') of an instant in a zone. */
export const timeOf = (at: Date, timeZone: string): string => format(at, 'HH:mm', { in: tz(timeZone) })

/** From midnight to midnight of a day in a zone. */
export const dayInterval = (day: string, timeZone: string): Interval => ({
  start: instant(day, '00:00', timeZone),
  end: instant(plusDays(day, 1), '00:00', timeZone),
})

/** Calendar arithmetic on days; no zone is involved. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

export function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => getISODay(new TZDate(`${day}T12:00:00Z`, 'UTC'))
/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

const MINUTES = Array.from({ length: 24 * 60 }, (_, minute) =>
  new Date(minute * 60_000).toISOString().slice(10),
)
let latestDay = { number: NaN, text: '' }
/** A moment as ISO text; the fast way for the many that a list of times has, which are full minutes of few days. */
export function isoOf(at: number): string {
  if (at % 60_000) return new Date(at).toISOString()
  const number = Math.floor(at / DAY)
  if (number !== latestDay.number)
    latestDay = { number, text: new Date(number * DAY).toISOString().slice(0, 10) }
  return latestDay.text + MINUTES[(at - number * DAY) / 60_000]
}

/** A `date` column as Prisma wants it, and back. */
export const toDateColumn = (day: string): Date => new Date(`${day}T00:00:00Z`)
export const fromDateColumn = (value: Date): string => value.toISOString().slice(0, 10)
