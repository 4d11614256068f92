import type { Metadata } from 'next'
import { KpiTabs } from '@/components/kpi/kpi-tabs'
import { WeakOrders } from '@/components/kpi/weak-orders'
import { WeakTable } from '@/components/kpi/weak-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { ChipLink } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SearchForm } from '@/components/ui/search-form'
import { calendarDay } from '@/lib/i18n/format'
import { kpi } from '@/lib/i18n/kpi'
import { weakLines as words } from '@/lib/i18n/weak-lines'
import { weakLineOrders, weakLines } from '@/lib/kpi/server/weak-lines'
import { WEAK_BY, WEAK_COUNTS, WEAK_PERIODS } from '@/lib/kpi/weak-lines'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLocale()].title }
}

/** Orders of a period, a model or one vehicle combined so that weak work shows (S3-40). */
export default async function WeakItems({ searchParams }: PageProps<'/kpi/weak-items'>) {
  const context = await requireContext('kpi.read')
  const locale = await currentLocale()
  const t = words[locale]
  const asked = await searchParams
  const { groups, from, days, by, model, plate } = await weakLines(context, asked)
  const opened = groups.find(({ key }) => key === asked.key)
  const what = WEAK_COUNTS.find((one) => one === asked.what) ?? 'orders'
  const rows = opened ? await weakLineOrders(context, { days, by, model, plate, key: opened.key, what }) : []
  const hrefOf = (over: Record<string, string | number>) => {
    const next = Object.entries({ days, by, model, plate, ...over }).filter(([, value]) => value !== '')
    return `/kpi/weak-items?${new URLSearchParams(next.map(([key, value]) => [key, String(value)]))}`
  }
  return (
    <Page>
      <PageHeader title={t.title} lead={`${t.lead} ${kpi[locale].since({ day: calendarDay(from, locale) })}`}>
        <KpiTabs current="weak-items" actor={context.actor} locale={locale} />
        <nav aria-label={kpi[locale].period} className="flex flex-wrap gap-2">
          {WEAK_PERIODS.map((count) => (
            <ChipLink key={count} href={hrefOf({ days: count })} current={count === days}>
              {kpi[locale].days({ count })}
            </ChipLink>
          ))}
        </nav>
        <nav aria-label={t.by} className="flex flex-wrap gap-2">
          {WEAK_BY.map((way) => (
            <ChipLink key={way} href={hrefOf({ by: way })} current={way === by}>
              {way === 'work' ? t.byWork : t.byComplaint}
            </ChipLink>
          ))}
        </nav>
        <SearchForm action="/kpi/weak-items" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="days" value={days} />
          <input type="hidden" name="by" value={by} />
          <Field label={t.model} name="model" className="w-48">
            <Input key={model} defaultValue={model} maxLength={40} />
          </Field>
          <Field label={t.plate} name="plate" className="w-40">
            <Input key={plate} defaultValue={plate} maxLength={20} autoCapitalize="characters" />
          </Field>
          <Button type="submit">{t.show}</Button>
        </SearchForm>
      </PageHeader>
      {groups.length === 0 ? (
        <Empty title={t.none}>{t.noneHint}</Empty>
      ) : (
        <div className="grid gap-6">
          {opened && (
            <WeakOrders
              group={opened}
              what={what}
              rows={rows}
              closeHref={hrefOf({})}
              locale={locale}
              timeZone={context.timeZone}
            />
          )}
          <WeakTable groups={groups} hrefOf={(key, count) => hrefOf({ key, what: count })} locale={locale} />
          <p className="text-muted max-w-prose text-sm">{t.formula}</p>
        </div>
      )}
    </Page>
  )
}
