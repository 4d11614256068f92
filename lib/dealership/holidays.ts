import chineseDays from 'chinese-days/dist/index.min.js'
import { plusDays, weekdayOf } from '../core/time'

/**
 * A day on which mainland China does not go by the weekday: a public holiday, or a day of the weekend that is worked in its stead
 * (调休). `weekday` is the one that a make-up day is worked for (1 = Monday); a holiday keeps its own.
 */
export type PublicDay = {
  day: string
  kind: 'holiday' | 'makeUp'
  name: string
  nameEn: string
  weekday: number
}

const FIRST_YEAR = 2024
/** Holidays that begin in December belong to the year after, whose notice they stand in. */
const yearOf = (day: string) => Number(plusDays(day, 31).slice(0, 4))
const kept = new Map<number, Map<string, PublicDay>>()

function daysOfYear(year: number): Map<string, PublicDay> {
  const found = kept.get(year) ?? read(year)
  kept.set(year, found)
  return found
}

function read(year: number): Map<string, PublicDay> {
  const days: PublicDay[] = []
  const insteadOf = new Map<string, string[]>()
  for (let day = `${year - 1}-12-01`; day < `${year}-12-01`; day = plusDays(day, 1)) {
    const { work, name: named } = chineseDays.getDayDetail(day)
    const [nameEn = '', name] = named.split(',')
    if (!name) continue
    days.push({ day, kind: work ? 'makeUp' : 'holiday', name, nameEn, weekday: weekdayOf(day) })
    if (chineseDays.isInLieu(day)) insteadOf.set(name, [...(insteadOf.get(name) ?? []), day])
  }
  for (const day of days)
    if (day.kind === 'makeUp') day.weekday = weekdayOf(insteadOf.get(day.name)?.shift() ?? '2024-01-01')
  return new Map(days.map((day) => [day.day, day]))
}

/** What the public calendar says of a day; null on an ordinary one, and past `publicDaysKnownUntil`. */
export const publicDay = (day: string): PublicDay | null => daysOfYear(yearOf(day)).get(day) ?? null

/** Holidays and make-up days from one day to another, in order. */
export function publicDays(from: string, to: string): PublicDay[] {
  const found: PublicDay[] = []
  for (let day = from; day <= to; day = plusDays(day, 1)) found.push(...[publicDay(day) ?? []].flat())
  return found
}

/** The last day of the last year whose holidays the State Council had announced when the package was made. */
export function publicDaysKnownUntil(): string {
  let year = FIRST_YEAR
  while (daysOfYear(year + 1).size > 0) year++
  return `${year}-12-31`
}

export const FESTIVALS = ['newYear', 'springFestival', 'dragonBoat', 'midAutumn'] as const
export type Festival = (typeof FESTIVALS)[number]

const LUNAR = { springFestival: [1, 1], dragonBoat: [5, 5], midAutumn: [8, 15] } as const

/** The library is a day late where the machine's zone lies west of UTC; what it says of a day is the same everywhere. */
function solarDay(year: number, [month, day]: readonly [number, number]): string {
  const { date } = chineseDays.getSolarDateFromLunar(`${year}-${month}-${day}`)
  const near = [date, plusDays(date, -1), plusDays(date, 1)].find((one) => {
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(one)
    return lunarMon === month && lunarDay === day && !isLeap
  })
  return near ?? date
}

/** The days of a year on which one wishes well (not Qingming), by the calendar itself: known before any notice is published. */
export const festivalsOf = (year: number): { name: Festival; day: string }[] =>
  FESTIVALS.map((name) => ({
    name,
    day: name === 'newYear' ? `${year}-01-01` : solarDay(year, LUNAR[name]),
  }))
