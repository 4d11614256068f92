import { ChevronRight, MapPin } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { Empty } from '@/components/ui/empty'
import { booking } from '@/lib/i18n/booking'
import type { Locale } from '@/lib/i18n/locales'

export type PublicDealership = {
  id: string
  code: string
  name: string
  nameEn: string
  brand: string
  brandEn: string
  address: string
  addressEn: string
}

/** The dealerships a customer can choose from. */
export function DealershipCards({
  dealerships,
  locale,
}: {
  dealerships: PublicDealership[]
  locale: Locale
}) {
  const t = booking[locale].landing
  const named = (cn: string, en: string) => (locale === 'en' && en ? en : cn)
  if (dealerships.length === 0) return <Empty title={t.none}>{t.noneLead}</Empty>
  return (
    <ul className="grid gap-3">
      {dealerships.map((one) => (
        <li key={one.id}>
          <Link
            href={`/book/${encodeURIComponent(one.code)}`}
            className="rounded-card border-line bg-surface hover:border-line-strong flex min-h-20 items-center gap-3 border px-4 py-3"
          >
            <span className="min-w-0 flex-1">
              <strong className="font-title block text-lg font-semibold">
                {named(one.name, one.nameEn)}
              </strong>
              <span className="text-muted flex items-start gap-1.5 text-sm">
                <MapPin aria-hidden className="mt-0.5 size-4 shrink-0" />
                {named(one.address, one.addressEn)}
              </span>
              <span className="text-muted block text-sm">{named(one.brand, one.brandEn)}</span>
            </span>
            <ChevronRight aria-hidden className="text-muted size-5 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
