'use client'

import clsx from 'clsx'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Card } from '@/components/ui/card'
import { estimate } from '@/lib/i18n/estimate'
import { titleIn } from '@/lib/orders/views'

type Margin = {
  netFen: number
  partsFen: number | null
  labourFen: number
  marginFen: number | null
  marginBp: number | null
}
type Props = {
  lines: (Margin & { jobId: string; title: string; titleEn: string })[]
  total: Margin
  hasRates: boolean
}

/** What each line and the order leave to the house, without tax; only for those who lead. */
export function MarginCard({ lines, total, hasRates }: Props) {
  const t = useMessages(estimate).margin
  const locale = useLocale()
  return (
    <details>
      <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center gap-3 font-medium">
        {t.title}
        <Left margin={total} />
      </summary>
      <Card className="grid gap-3">
        <p className="text-muted text-sm">
          {t.lead} {!hasRates && t.noRates}
        </p>
        <ul className="divide-line divide-y">
          {lines.map((line) => (
            <Row key={line.jobId} title={titleIn(locale, line)} margin={line} />
          ))}
          <Row title={t.total} margin={total} />
        </ul>
      </Card>
    </details>
  )
}

function Row({ title, margin }: { title: string; margin: Margin }) {
  const t = useMessages(estimate).margin
  const format = useFormat()
  const { netFen, partsFen, labourFen } = margin
  const parts: [string, string][] = [
    [t.net, format.money(netFen)],
    ...(partsFen === 0
      ? []
      : [[t.parts, partsFen === null ? t.unknown : format.money(partsFen)] as [string, string]]),
    [t.labour, format.money(labourFen)],
  ]
  return (
    <li className="grid gap-0.5 py-2">
      <p className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 font-medium">{title}</span>
        <Left margin={margin} />
      </p>
      <p className="text-muted tabular flex flex-wrap gap-x-3 text-sm">
        {parts.map(([term, value]) => (
          <span key={term} className="whitespace-nowrap">
            {term} {value}
          </span>
        ))}
      </p>
    </li>
  )
}

/** What is left, and its share of the price; in red where the house adds to it. */
function Left({ margin: { marginFen, marginBp } }: { margin: Margin }) {
  const t = useMessages(estimate).margin
  const format = useFormat()
  if (marginFen === null) return <span className="text-muted text-sm font-normal">{t.unknown}</span>
  return (
    <span className={clsx('tabular whitespace-nowrap', marginFen < 0 ? 'text-vermilion-ink' : 'text-ink')}>
      {format.money(marginFen)}
      {marginBp !== null && (
        <span className="text-muted ml-2 text-sm font-normal">{format.percent(marginBp)}</span>
      )}
    </span>
  )
}
