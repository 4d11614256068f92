'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import type { TraitOffer } from '@/lib/customers/traits'
import { customers } from '@/lib/i18n/customers'

/** What the labels of a customer ask to offer, each with the label it comes from (X-CRM-21). */
export function TraitOffers({ offers }: { offers: TraitOffer[] }) {
  const t = useMessages(customers).traits
  const locale = useLocale()
  if (offers.length === 0) return null
  return (
    <ul className="grid gap-1" aria-label={t.offer}>
      {offers.map(({ trait, title, titleEn }) => (
        <li key={trait} className="flex flex-wrap items-center gap-2">
          <Badge tone="slate">{t.names[trait]}</Badge>
          <span>{t.offerOf({ name: locale === 'en' && titleEn ? titleEn : title })}</span>
        </li>
      ))}
    </ul>
  )
}
