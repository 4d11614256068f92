import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { LoadLine, Stretch } from '@/lib/appointments/board'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { labourHours, percent, time } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type Band = { fromBp: number; toBp: number }
type Props = {
  name: string
  line: LoadLine
  band: Band
  stretches?: readonly Stretch[]
  /** Half as high: one of several below what decides. */
  low?: boolean
  /** So few people that one job fills a half hour: full is no alarm. */
  few?: boolean
  locale: Locale
  timeZone: string
}

/** A resource over the day: one bar for each half hour over the strip of the band, with peaks and valleys marked. */
export function LoadRow({ name, line, band, stretches = [], low, few, locale, timeZone }: Props) {
  const t = bookingBoard[locale]
  const hours = (minutes: number) => labourHours(minutes, locale)
  return (
    <tr className="border-line border-b">
      <th
        scope="row"
        className={clsx(
          'border-line bg-surface sticky left-0 z-10 w-36 min-w-36 border-r px-2.5 text-left align-middle font-medium',
          low ? 'text-sm' : 'py-1',
        )}
      >
        {name}
        <span className={clsx('text-muted tabular text-xs font-normal', low ? 'ml-2' : 'block')}>
          {t.sumOf({ booked: hours(line.bookedMinutes), bookable: hours(line.bookableMinutes) })}
        </span>
      </th>
      {line.steps.map((step) => {
        const at = time(step.at, { locale, timeZone })
        const stretch = stretches.find(({ from, to }) => from <= step.at && step.at < to)
        const mark = stretch?.kind === 'peak' || stretch?.from === step.at ? stretch.kind : undefined
        if (step.band === null)
          return (
            <td key={step.at} className="bg-sunk border-line border-l">
              <span className="sr-only">{t.nobody({ time: at })}</span>
            </td>
          )
        const said = t.cell({ time: at, rate: percent(step.rateBp, locale), band: t.bands[step.band] })
        return (
          <td key={step.at} className="border-line border-l p-0 align-bottom" title={said}>
            <span className="sr-only">{said}</span>
            <span aria-hidden className={clsx('relative block', low ? 'h-7' : 'h-12')}>
              <span
                className="bg-pine-soft absolute inset-x-0"
                style={{ bottom: `${band.fromBp / 100}%`, height: `${(band.toBp - band.fromBp) / 100}%` }}
              />
              <span
                className={clsx(
                  'absolute inset-x-1 bottom-0 rounded-t-sm',
                  step.band === 'above' && few ? 'bg-amber' : BARS[step.band],
                )}
                style={{ height: `${Math.min(100, step.rateBp / 100)}%` }}
              />
              {mark && (
                <span className="absolute inset-x-0 top-0.5 flex justify-center">
                  {mark === 'peak' ? (
                    <ArrowUp className="text-vermilion-ink size-3.5" />
                  ) : (
                    <ArrowDown className="text-muted size-3.5" />
                  )}
                </span>
              )}
            </span>
          </td>
        )
      })}
    </tr>
  )
}

const BARS = {
  below: 'bg-line-strong',
  inside: 'bg-pine',
  above: 'bg-vermilion stripes-late',
}
