import type { Locale } from './locales'

export type Instant = Date | string | number

type Zoned = { locale: Locale; timeZone: string }

/** Making a formatter costs a hundred times what formatting does: each is made once. */
function kept<Options, Formatter>(make: (tag: string, options: Options) => Formatter) {
  const made = new Map<string, Formatter>()
  return (tag: string, options: Options): Formatter => {
    const key = tag + JSON.stringify(options)
    let found = made.get(key)
    if (!found) made.set(key, (found = make(tag, options)))
    return found
  }
}

const tagOf = (locale: Locale) => (locale === 'en' ? 'en-GB' : locale)
const dates = kept((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options))
const numbers = kept((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options))
const lists = kept((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options))

const formatter = (locale: Locale, options: Intl.DateTimeFormatOptions) => dates(tagOf(locale), options)

const asDate = (at: Instant): Date => (at instanceof Date ? at : new Date(at))

/** Calendar day of an instant on the wall of a zone, 'YYYY-MM-DD'. */
export function dayKey(at: Instant, timeZone: string): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return dates('en-CA', options).format(asDate(at))
}

/** Whole days from the day of `now` to the day of `at`, on the wall of the zone: 0 today, 1 tomorrow, -1 yesterday. */
export function daysFrom(now: Instant, at: Instant, timeZone: string): number {
  const utc = (key: string) => Date.UTC(+key.slice(0, 4), +key.slice(5, 7) - 1, +key.slice(8, 10))
  return Math.round((utc(dayKey(at, timeZone)) - utc(dayKey(now, timeZone))) / 86_400_000)
}

/** Wall-clock time: 14:30, 9:00. */
export function time(at: Instant, { locale, timeZone }: Zoned): string {
  const text = formatter(locale, { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(
    asDate(at),
  )
  return text.replace(/^0(\d)/, '$1')
}

/** 14:30–15:00; the second day is named when the range crosses midnight. */
export function timeRange(from: Instant, to: Instant, zoned: Zoned & { now: Instant }): string {
  if (asDate(from).getTime() === asDate(to).getTime()) return time(from, zoned)
  const sameDay = dayKey(from, zoned.timeZone) === dayKey(to, zoned.timeZone)
  return `${time(from, zoned)}–${sameDay ? time(to, zoned) : dateTime(to, zoned)}`
}

const NEAR_DAYS: Record<Locale, Record<string, string>> = {
  'zh-CN': { '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}

/** A day as people say it: today, tomorrow, else 3 Dec (Thu), with the year when it is not this one. */
export function day(at: Instant, { locale, timeZone, now }: Zoned & { now: Instant }): string {
  const near = NEAR_DAYS[locale][String(daysFrom(now, at, timeZone))]
  if (near) return near
  const year = dayKey(at, timeZone).slice(0, 4) === dayKey(now, timeZone).slice(0, 4) ? undefined : 'numeric'
  const date = formatter(locale, { timeZone, year, month: 'short', day: 'numeric' }).format(asDate(at))
  const weekday = formatter(locale, { timeZone, weekday: 'short' }).format(asDate(at))
  return locale === 'en' ? `${weekday} ${date}` : `${date} ${weekday}`
}

/** today 14:30, 明天 9:00, Thu 3 Dec 9:00. */
export function dateTime(at: Instant, zoned: Zoned & { now: Instant }): string {
  return `${day(at, zoned)} ${time(at, zoned)}`
}

/** Date and time in full, for titles, prints and signatures. */
export function fullDateTime(at: Instant, { locale, timeZone }: Zoned): string {
  const date = formatter(locale, {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  })
  return `${date.format(asDate(at))} ${time(at, { locale, timeZone })}`
}

/** A calendar day 'YYYY-MM-DD' in words, with the weekday; belongs to no zone. */
export function calendarDay(dayText: string, locale: Locale, style: 'short' | 'long' = 'long'): string {
  const at = new Date(`${dayText}T12:00:00Z`)
  const zone = { timeZone: 'UTC' as const }
  if (style === 'short') return formatter(locale, { ...zone, month: 'numeric', day: 'numeric' }).format(at)
  return formatter(locale, {
    ...zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  }).format(at)
}

/** The weekday of a calendar day, short: Mon, 周一. */
export function weekday(dayText: string, locale: Locale): string {
  return formatter(locale, { timeZone: 'UTC', weekday: 'short' }).format(new Date(`${dayText}T12:00:00Z`))
}

/** 45 min, 2 h, 1 h 30 min; 3 d 4 h from two days on. */
export function duration(minutes: number, locale: Locale): string {
  const sign = minutes < 0 ? '−' : ''
  const whole = Math.round(Math.abs(minutes))
  const unit = locale === 'en' ? { d: ' d', h: ' h', m: ' min' } : { d: ' 天', h: ' 小时', m: ' 分钟' }
  const parts: [number, string][] =
    whole >= 2 * 1440
      ? [
          [Math.floor(whole / 1440), unit.d],
          [Math.floor((whole % 1440) / 60), unit.h],
        ]
      : [
          [Math.floor(whole / 60), unit.h],
          [whole % 60, unit.m],
        ]
  const shown = parts.filter(([count]) => count > 0).map(([count, word]) => `${count}${word}`)
  return sign + (shown.length ? shown.join(' ') : `0${unit.m}`)
}

/** Minutes in the least room, for segments and table cells: 45′, 1:30, 3d. */
export function shortDuration(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole}′`
  if (whole < 2 * 1440) return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
  return `${Math.floor(whole / 1440)}d`
}

/** Seconds as on a stop watch: 2:05. */
export const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** Integer fen as renminbi: ¥1,280.00. `cents: false` drops .00 of whole yuan. */
export function money(fen: number, locale: Locale, { cents = true }: { cents?: boolean } = {}): string {
  const sign = fen < 0 ? '−' : ''
  const abs = Math.abs(fen)
  const yuan = numbers(locale, {}).format(Math.floor(abs / 100))
  const rest = abs % 100
  return `${sign}¥${yuan}${cents || rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}

export function number(value: number, locale: Locale): string {
  return numbers(locale, { maximumFractionDigits: 2 }).format(value)
}

/** Thousandths as a number without needless zeros: 1500 → 1.5. */
export function quantity(milli: number, locale: Locale): string {
  return numbers(locale, { maximumFractionDigits: 3 }).format(milli / 1000)
}

/** Basis points as a percentage: 8550 → 85.5%. */
export function percent(bp: number, locale: Locale): string {
  return numbers(locale, { style: 'percent', maximumFractionDigits: 1 }).format(bp / 10_000)
}

export function km(value: number, locale: Locale): string {
  return `${numbers(locale, {}).format(value)} km`
}

/** Minutes of labour as hours: 90 → 1.5 h. */
export function labourHours(minutes: number, locale: Locale): string {
  const hours = numbers(locale, { maximumFractionDigits: 2 }).format(minutes / 60)
  return locale === 'en' ? `${hours} h` : `${hours} 工时`
}

/** 138 0013 8000. */
export function phone(digits: string): string {
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`
  const landline = /^(0(?:10|2\d|[3-9]\d\d))(\d{3,4})(\d{4})$/.exec(digits)
  return landline ? landline.slice(1).join(' ') : digits
}

/** 138 **** 8000: enough to recognise, not enough to call. */
export function phoneMasked(digits: string): string {
  if (digits.length < 7) return digits.replace(/./g, '*')
  return `${digits.slice(0, 3)} **** ${digits.slice(-4)}`
}

/** Names joined as the language joins them: A, B and C; A、B和C. */
export function list(words: string[], locale: Locale): string {
  return lists(tagOf(locale), { type: 'conjunction' }).format(words)
}
