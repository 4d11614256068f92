import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { Status } from '@/components/ui/badge'
import { bookableMinutes } from '@/lib/appointments/capacity'
import { appointments } from '@/lib/i18n/appointments'
import { calendarDay, labourHours, percent, weekday } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

export type LoadOfDay = {
  day: string
  state: 'open' | 'full' | 'closed' | 'past' | 'parts'
  availableMinutes: number
  bookableMinutes: number
  bookedMinutes: number
  rateBp: number
  band: 'below' | 'inside' | 'above'
}
type Rules = { rateBp: number; band: { fromBp: number; toBp: number } }

/** The load of one day with the formula behind it (S1-52, S1-53, S1-66). */
export function DayLoad({ load, rules, locale }: { load: LoadOfDay; rules: Rules; locale: Locale }) {
  const t = appointments[locale]
  const hours = (minutes: number) => labourHours(minutes, locale)
  const byRate = bookableMinutes(load.availableMinutes, rules.rateBp)
  const over = byRate - load.bookableMinutes
  const facts = [
    { term: t.available, value: hours(load.availableMinutes) },
    { term: t.bookable, value: hours(load.bookableMinutes) },
    { term: t.booked, value: hours(load.bookedMinutes) },
    { term: t.free, value: hours(Math.max(0, load.bookableMinutes - load.bookedMinutes)) },
  ]
  const shape = load.band === 'above' ? 'late' : load.band === 'inside' ? 'done' : 'open'
  return (
    <div className="rounded-card border-line bg-surface grid gap-3 border p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="tabular text-2xl font-semibold">{percent(load.rateBp, locale)}</p>
        <p className="text-muted">{t.rate}</p>
        <Status shape={shape}>{t.bands[load.band]}</Status>
      </div>
      <LoadBar load={load} rules={rules} />
      <p className="text-muted tabular text-sm">
        {t.band({ from: percent(rules.band.fromBp, locale), to: percent(rules.band.toBp, locale) })}
      </p>
      <dl className="grid grid-cols-2 gap-3">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-muted text-sm">{term}</dt>
            <dd className="tabular font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted tabular text-sm" title={t.formulaTitle}>
        {t.formulaTitle}:{' '}
        {t.formula({
          available: hours(load.availableMinutes),
          rate: percent(rules.rateBp, locale),
          bookable: hours(byRate),
        })}
      </p>
      {over > 0 && load.bookableMinutes > 0 && (
        <p className="text-vermilion-ink tabular text-sm">
          {t.reserve.shrunk({
            bookable: hours(byRate),
            over: hours(over),
            open: hours(load.bookableMinutes),
          })}
        </p>
      )}
    </div>
  )
}

function LoadBar({ load, rules }: { load: LoadOfDay; rules: Rules }) {
  const share = (bp: number) => `${Math.min(100, bp / 100)}%`
  return (
    <div aria-hidden className="bg-sunk relative h-3 overflow-hidden rounded-full">
      <span
        className="border-pine bg-pine-soft absolute inset-y-0 border-x"
        style={{ left: share(rules.band.fromBp), width: share(rules.band.toBp - rules.band.fromBp) }}
      />
      <span
        className={clsx(
          'absolute inset-y-0.5 left-0 rounded-full',
          load.band === 'above' ? 'bg-vermilion' : 'bg-celadon',
        )}
        style={{ width: share(load.rateBp) }}
      />
    </div>
  )
}

/** The next days, each with its load; a tap shows that day. */
export function WeekStrip({ days, current, locale }: { days: LoadOfDay[]; current: string; locale: Locale }) {
  const t = appointments[locale]
  return (
    <nav aria-label={t.week} className="-mx-4 overflow-x-auto px-4 pb-1">
      <ul className="flex min-w-max gap-2">
        {days.map((one) => (
          <li key={one.day}>
            <Link
              href={`/appointments?day=${one.day}`}
              aria-current={one.day === current ? 'date' : undefined}
              className="rounded-card border-line bg-surface hover:border-line-strong aria-[current]:border-celadon aria-[current]:bg-celadon-soft grid min-h-16 w-24 gap-0.5 border px-3 py-2"
            >
              <span className="text-muted text-xs">{weekday(one.day, locale)}</span>
              <span className="tabular font-medium">{calendarDay(one.day, locale, 'short')}</span>
              <span
                className={clsx(
                  'tabular text-xs',
                  one.band === 'above' ? 'text-vermilion-ink' : 'text-muted',
                )}
              >
                {one.state === 'closed' ? t.closed : percent(one.rateBp, locale)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
