'use client'

import { TriangleAlert } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { nameIn } from '@/lib/core/name-in'
import { approvals } from '@/lib/i18n/approvals'

export type DeclinedSafety = {
  id: string
  title: string
  titleEn: string
  reason: string
  on: Date
  unsigned: boolean
}

/** Safety items that were declined and not done since: at every contact with this car. */
export function SafetyDeclined({ items }: { items: readonly DeclinedSafety[] }) {
  const t = useMessages(approvals).safety
  const locale = useLocale()
  const format = useFormat()
  if (!items.length) return null
  return (
    <section className="bg-vermilion-soft text-vermilion-ink rounded-card mb-4 grid gap-1 p-4">
      <h2 className="flex items-center gap-2 font-medium">
        <TriangleAlert aria-hidden className="size-5 shrink-0" />
        {t.declinedTitle}
      </h2>
      <p className="text-sm">{t.tell}</p>
      <ul className="grid gap-1">
        {items.map((item) => (
          <li key={item.id}>
            <span className="font-medium">{nameIn({ name: item.title, nameEn: item.titleEn }, locale)}</span>{' '}
            <span className="text-sm">
              {[t.declinedSince({ day: format.day(item.on) }), item.reason].filter(Boolean).join(' · ')}
            </span>{' '}
            {item.unsigned && <Badge tone="amber">{t.unsigned}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  )
}
