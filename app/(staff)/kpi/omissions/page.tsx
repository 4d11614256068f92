import type { Metadata } from 'next'
import { KpiTabs } from '@/components/kpi/kpi-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { ChipLink } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { Progress } from '@/components/ui/progress'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import { nameIn } from '@/lib/core/name-in'
import { approvals } from '@/lib/i18n/approvals'
import { calendarDay, dateTime, percent } from '@/lib/i18n/format'
import { kpi } from '@/lib/i18n/kpi'
import { PERIODS } from '@/lib/kpi/server/first-measures'
import { orderDefects } from '@/lib/orders/server/order-defects'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: approvals[await currentLocale()].defects.title }
}

/** Obligatory points left out of orders, by adviser and by point (S3-33). */
export default async function Omissions({ searchParams }: { searchParams: Promise<{ days?: string }> }) {
  const context = await requireContext('order.defects')
  const locale = await currentLocale()
  const t = approvals[locale].defects
  const { days, from, each, advisers, weak, listed } = await orderDefects(context, {
    days: (await searchParams).days,
  })
  const nameOf = (row: { name: string; nameEn: string }) => nameIn(row, locale) || t.nobody
  return (
    <Page>
      <PageHeader title={t.title} lead={`${t.lead} ${kpi[locale].since({ day: calendarDay(from, locale) })}`}>
        <KpiTabs current="omissions" days={days} actor={context.actor} locale={locale} />
        <nav aria-label={kpi[locale].period} className="flex gap-2">
          {PERIODS.map((count) => (
            <ChipLink key={count} href={`/kpi/omissions?days=${count}`} current={count === days}>
              {kpi[locale].days({ count })}
            </ChipLink>
          ))}
        </nav>
      </PageHeader>
      <div className="grid gap-6">
        <Section title={t.adviser}>
          <Table caption={t.adviser}>
            <thead>
              <tr>
                <Th>{t.adviser}</Th>
                <Th numeric className="max-tablet:hidden">
                  {t.orders}
                </Th>
                <Th numeric>{t.defective}</Th>
                <Th numeric>{t.share}</Th>
                <Th numeric>{t.pointsEach({ each })}</Th>
              </tr>
            </thead>
            <tbody>
              {advisers.map((row) => (
                <Tr key={row.adviserId ?? ''}>
                  <Td>{nameOf(row)}</Td>
                  <Td numeric className="max-tablet:hidden">
                    {row.orders}
                  </Td>
                  <Td numeric>{row.defective}</Td>
                  <Td numeric>{percent(Math.round((row.defective * 10_000) / row.orders), locale)}</Td>
                  <Td numeric>{row.points}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Section>
        {listed.length === 0 ? (
          <Empty title={t.none}>{t.noneLead}</Empty>
        ) : (
          <>
            <Section title={t.weak} card>
              <dl className="grid max-w-2xl grid-cols-[max-content_minmax(0,1fr)_max-content] items-center gap-x-4 gap-y-2">
                {weak.map(({ point, orders }) => (
                  <div key={point} className="contents">
                    <dt>{t.names[point]}</dt>
                    <dd className="col-span-2 grid grid-cols-subgrid items-center">
                      <Progress value={orders} max={weak[0]?.orders ?? orders} label={t.names[point]} />
                      <span className="tabular text-right">{orders}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </Section>
            <Section title={t.list} card>
              <ul className="grid gap-2">
                {listed.map((row) => (
                  <li key={row.orderId} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                    <Plate plate={row.plate} />
                    <Link
                      href={`/orders/${row.orderId}`}
                      className="text-celadon-ink desk:min-h-9 tabular inline-flex min-h-11 items-center font-medium"
                    >
                      {row.no}
                    </Link>
                    <span className="tablet:basis-0 min-w-0 flex-1 basis-full">
                      {row.points.map((point) => t.names[point]).join(' · ')}
                    </span>
                    <span className="text-muted text-sm">
                      {nameOf(row)} ·{' '}
                      {dateTime(row.at, { locale, timeZone: context.timeZone, now: context.now })}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </div>
    </Page>
  )
}
