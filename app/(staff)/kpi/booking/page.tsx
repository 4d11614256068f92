import type { Metadata } from 'next'
import { Compared } from '@/components/kpi/compared'
import { ResultRows } from '@/components/kpi/result-rows'
import { ResultValue, type ValueKind } from '@/components/kpi/result-value'
import { KpiTabs } from '@/components/kpi/kpi-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Card, Section } from '@/components/ui/card'
import { ChipLink } from '@/components/ui/chip'
import { LinkButton } from '@/components/ui/link-button'
import { may } from '@/lib/auth/permissions'
import { booking } from '@/lib/i18n/booking'
import { bookingResults as words } from '@/lib/i18n/booking-results'
import { calendarDay } from '@/lib/i18n/format'
import { kpi } from '@/lib/i18n/kpi'
import { BENEFITS, BOOKING_SHARES, RESULT_KEYS, type ResultKey } from '@/lib/kpi/booking-results'
import { bookingResultRows, bookingResults } from '@/lib/kpi/server/booking-results'
import { PERIODS } from '@/lib/kpi/server/first-measures'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLocale()].title }
}

const kindOf = (key: ResultKey): ValueKind =>
  key in BENEFITS
    ? BENEFITS[key as keyof typeof BENEFITS]
    : key === 'visits'
      ? 'count'
      : key === 'turnover'
        ? 'fen'
        : 'share'

export default async function BookingResults({ searchParams }: PageProps<'/kpi/booking'>) {
  const { days: asked, rows: wanted } = await searchParams
  const context = await requireContext('kpi.read')
  const locale = await currentLocale()
  const t = words[locale]
  const shown = RESULT_KEYS.find((key) => key === wanted)
  const found = await bookingResults(context, { days: asked })
  const { days, from, shares, reasons, benefits, contacts } = found
  const rows = shown ? await bookingResultRows(context, { days, of: shown }) : []
  const hrefOf = (key: ResultKey) => `/kpi/booking?days=${days}&rows=${key}`
  const way = {
    order: may(context.actor, 'order.read') && '/orders/',
    appointment: may(context.actor, 'appointment.read') && '/appointments/',
    vehicle: false as const,
  }
  const groupOf = (group: boolean | null) =>
    group === null
      ? ''
      : shown === 'visits' || shown === 'turnover'
        ? group ? t.contacted : t.others // prettier-ignore
        : group ? t.booked : t.walkIn // prettier-ignore
  return (
    <Page>
      <PageHeader title={t.title} lead={`${t.lead} ${kpi[locale].since({ day: calendarDay(from, locale) })}`}>
        <KpiTabs current="booking" days={days} actor={context.actor} locale={locale} />
        <nav aria-label={kpi[locale].period} className="flex gap-2">
          {PERIODS.map((count) => (
            <ChipLink key={count} href={`/kpi/booking?days=${count}`} current={count === days}>
              {kpi[locale].days({ count })}
            </ChipLink>
          ))}
        </nav>
      </PageHeader>
      <div className="grid gap-6">
        {shown && (
          <Section title={t.rows({ what: t.result[shown].name })}>
            <div className="grid justify-items-start gap-3">
              <p className="text-muted text-sm">{t.result[shown].formula}</p>
              <LinkButton href={`/kpi/booking?days=${days}`}>{t.close}</LinkButton>
            </div>
            <ResultRows
              title={t.rows({ what: t.result[shown].name })}
              kind={shown === 'levelled' ? 'hour' : kindOf(shown)}
              rows={rows.map(({ what, group, ...row }) => ({
                ...row,
                href: way[what] ? `${way[what]}${row.id}` : null,
                group: groupOf(group),
              }))}
              locale={locale}
              timeZone={context.timeZone}
            />
            {rows.length === 200 && <p className="text-muted text-sm">{t.first({ count: rows.length })}</p>}
          </Section>
        )}
        <Section title={t.shares}>
          <ul className="tablet:grid-cols-2 desk:grid-cols-4 grid gap-4">
            {BOOKING_SHARES.map((key) => (
              <li key={key}>
                <Card className="grid h-full content-start gap-2">
                  <h3 className="font-medium">{t.result[key].name}</h3>
                  <ResultValue
                    result={shares[key]}
                    kind="share"
                    href={hrefOf(key)}
                    label={t.rows({ what: t.result[key].name })}
                    locale={locale}
                    large
                  />
                  <p className="text-muted text-sm">{t.result[key].formula}</p>
                </Card>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t.reasons} card>
          {reasons.length === 0 ? (
            <p className="text-muted">{t.noReasons}</p>
          ) : (
            <dl className="grid max-w-md grid-cols-[1fr_max-content] gap-x-4 gap-y-1">
              {reasons.map(({ reason, count }) => (
                <div key={reason} className="contents">
                  <dt>{(booking[locale].reasons as Record<string, string>)[reason] ?? reason}</dt>
                  <dd className="tabular text-right">{count}</dd>
                </div>
              ))}
            </dl>
          )}
        </Section>
        <Section title={t.benefitsTitle}>
          <Compared
            title={t.benefitsTitle}
            heads={[t.booked, t.walkIn]}
            rows={benefits.map(({ key, kind, booked, walkIn }) => ({ key, kind, pair: [booked, walkIn] }))}
            hrefOf={hrefOf}
            locale={locale}
          />
        </Section>
        <Section title={t.contactsTitle}>
          <Compared
            title={t.contactsTitle}
            heads={[t.contacted, t.others]}
            rows={contacts.map(({ key, contacted, others }) => ({
              key,
              kind: kindOf(key),
              pair: [contacted, others],
            }))}
            hrefOf={hrefOf}
            locale={locale}
          />
        </Section>
      </div>
    </Page>
  )
}
