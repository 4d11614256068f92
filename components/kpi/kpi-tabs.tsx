import { TabLinks } from '@/components/ui/tabs'
import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import { approvals } from '@/lib/i18n/approvals'
import { bookingResults } from '@/lib/i18n/booking-results'
import { customerFigures } from '@/lib/i18n/customer-figures'
import type { Locale } from '@/lib/i18n/locales'
import { weakLines } from '@/lib/i18n/weak-lines'

type Props = {
  current: 'all' | 'booking' | 'customers' | 'weak-items' | 'omissions'
  days?: number
  actor: Actor
  locale: Locale
}

/** The pages of figures that this person may open, over the same days where they share a period. */
export function KpiTabs({ current, days = 30, actor, locale }: Props) {
  const words = bookingResults[locale]
  const tabs = [
    { part: 'all', href: `/kpi?days=${days}`, label: words.all },
    { part: 'booking', href: `/kpi/booking?days=${days}`, label: words.title },
    { part: 'customers', href: '/kpi/customers', label: customerFigures[locale].title },
    { part: 'weak-items', href: '/kpi/weak-items', label: weakLines[locale].title },
    ...(may(actor, 'order.defects')
      ? [{ part: 'omissions', href: `/kpi/omissions?days=${days}`, label: approvals[locale].defects.title }]
      : []),
  ]
  return (
    <TabLinks
      label={words.views}
      tabs={tabs.map(({ part, href, label }) => ({ href, label, current: part === current }))}
    />
  )
}
