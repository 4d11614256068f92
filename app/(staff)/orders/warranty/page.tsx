import type { Metadata } from 'next'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Plate } from '@/components/visit/plate'
import { nameIn } from '@/lib/core/name-in'
import { approvals } from '@/lib/i18n/approvals'
import { dateTime } from '@/lib/i18n/format'
import { orders } from '@/lib/i18n/orders'
import { warrantyDesk } from '@/lib/orders/server/order-warranty'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: approvals[await currentLocale()].warranty.desk.title }
}

const WAY = 'text-celadon-ink desk:min-h-9 inline-flex min-h-11 items-center font-medium'

/** Cases of the warranty that wait, and cars near a limit of the three guarantees (S2-60). */
export default async function WarrantyDesk() {
  const context = await requireContext('order.warranty')
  const locale = await currentLocale()
  const t = approvals[locale].warranty
  const { waiting, cars } = await warrantyDesk(context, {})
  const when = { locale, timeZone: context.timeZone, now: context.now }
  return (
    <Page>
      <PageHeader
        back={{ href: '/orders', label: orders[locale].backToList }}
        title={t.desk.title}
        lead={t.desk.lead}
      />
      <div className="grid gap-6">
        <Section title={t.desk.waiting}>
          <Card>
            {waiting.length === 0 ? (
              <p className="text-muted">{t.desk.noneWaiting}</p>
            ) : (
              <ul className="divide-line divide-y">
                {waiting.map((one) => (
                  <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                    <Plate plate={one.plate} />
                    <Link href={`/orders/${one.orderId}#warranty`} className={WAY}>
                      {nameIn({ name: one.title, nameEn: one.titleEn }, locale)}
                    </Link>
                    <Badge tone="amber">{t.states[one.state]}</Badge>
                    <span className="text-muted tablet:basis-0 min-w-0 flex-1 basis-full text-sm">
                      {[one.authority, one.reason].filter(Boolean).join(' · ')}
                    </span>
                    <span className="text-muted text-sm">{dateTime(one.since, when)}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </Section>
        <Section title={t.desk.cars}>
          <Card>
            {cars.length === 0 ? (
              <p className="text-muted">{t.desk.noCars}</p>
            ) : (
              <ul className="divide-line divide-y">
                {cars.map((car) => (
                  <li key={car.vehicleId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                    <Link
                      href={
                        car.orderId
                          ? `/orders/${car.orderId}#warranty`
                          : `/customers/vehicles/${car.vehicleId}`
                      }
                      className={WAY}
                    >
                      <Plate plate={car.plate} />
                    </Link>
                    <span>
                      {car.brand} {car.model}
                    </span>
                    <span className="min-w-0 flex-1">
                      {car.warnings.map(({ key, count, level }) => (
                        <span key={key} className="block">
                          {t.counters[key]({ count })} {t.levels[level]}
                        </span>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </Section>
      </div>
    </Page>
  )
}
