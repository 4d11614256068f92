import { Link } from '@/components/ui/link'
import { bookingResults } from '@/lib/i18n/booking-results'
import { money, number, percent } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Result } from '@/lib/kpi/booking-results'

export type ValueKind = 'share' | 'minutes' | 'fen' | 'count'

/** A number as people read it. */
export function valueText(value: number, kind: ValueKind, locale: Locale): string {
  if (kind === 'share') return percent(Math.round(value), locale)
  if (kind === 'fen') return money(Math.round(value), locale, { cents: false })
  const rounded = number(Math.round(value * 10) / 10, locale)
  return kind === 'minutes' ? bookingResults[locale].minutes({ minutes: rounded }) : rounded
}

type Props = { result: Result; kind: ValueKind; href: string; label: string; locale: Locale; large?: boolean }

/** A result that leads to its rows; without rows there is no number. */
export function ResultValue({ result, kind, href, label, locale, large }: Props) {
  const t = bookingResults[locale]
  if (!result) return <span className="text-muted">{t.notYet}</span>
  return (
    <Link
      href={href}
      aria-label={label}
      className="hover:text-celadon-ink desk:min-h-9 inline-flex min-h-11 items-baseline gap-2 underline-offset-4 hover:underline"
    >
      <span className={large ? 'font-title tabular text-3xl font-semibold' : 'tabular font-medium'}>
        {valueText(result.value, kind, locale)}
      </span>
      <span className="text-muted tabular text-sm">{t.of({ count: result.of })}</span>
    </Link>
  )
}
