'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { approvals } from '@/lib/i18n/approvals'
import type { LineChange } from '@/lib/orders/estimate-difference'
import { titleIn } from '@/lib/orders/views'

const TONES = { added: 'celadon', removed: 'neutral', priced: 'amber' } as const

/** What a version changed against the one before, line by line, old price to new. */
export function VersionChanges({ changes }: { changes: readonly LineChange[] }) {
  const t = useMessages(approvals).versions
  const locale = useLocale()
  const format = useFormat()
  if (!changes.length) return <p className="text-muted text-sm">{t.same}</p>
  return (
    <ul className="grid gap-1 text-sm" aria-label={t.title}>
      {changes.map(({ change, title, titleEn, fromFen, toFen }, i) => (
        <li key={`${change}-${title}-${i}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={TONES[change]}>{t[change]}</Badge>
          <span className="min-w-0 flex-1">{titleIn(locale, { title, titleEn })}</span>
          <span className="tabular">
            {[fromFen, toFen]
              .filter((fen) => fen !== null)
              .map((fen) => format.money(fen))
              .join(' → ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
