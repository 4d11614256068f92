import type { Metadata } from 'next'
import { Suggestions } from '@/components/kpi/suggestions'
import { KpiTabs } from '@/components/kpi/kpi-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { ChipLink } from '@/components/ui/chip'
import { Progress } from '@/components/ui/progress'
import { calendarDay, number, percent } from '@/lib/i18n/format'
import { kpi } from '@/lib/i18n/kpi'
import { adviserSuggestions } from '@/lib/kpi/server/adviser-suggestions'
import { firstMeasures, PERIODS } from '@/lib/kpi/server/first-measures'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: kpi[await currentLocale()].title }
}

export default async function Kpi({ searchParams }: PageProps<'/kpi'>) {
  const context = await requireContext('kpi.read')
  const locale = await currentLocale()
  const t = kpi[locale]
  const { days, from, measures } = await firstMeasures(context, { days: (await searchParams).days })
  const suggestions = await adviserSuggestions(context, { days })
  return (
    <Page>
      <PageHeader title={t.title} lead={`${t.lead} ${t.since({ day: calendarDay(from, locale) })}`}>
        <KpiTabs current="all" days={days} actor={context.actor} locale={locale} />
        <nav aria-label={t.period} className="flex gap-2">
          {PERIODS.map((count) => (
            <ChipLink key={count} href={`/kpi?days=${count}`} current={count === days}>
              {t.days({ count })}
            </ChipLink>
          ))}
        </nav>
      </PageHeader>
      <ul className="tablet:grid-cols-2 desk:grid-cols-4 grid gap-4">
        {measures.map(({ key, good, all, shareBp, averageDays, targetDays }) => (
          <li key={key}>
            <Card className="grid h-full content-start gap-2">
              <h2 className="font-medium">{t.measures[key].name}</h2>
              {shareBp === null ? (
                <p className="text-muted">{t.none}</p>
              ) : (
                <>
                  <p className="font-title tabular text-3xl font-semibold">{percent(shareBp, locale)}</p>
                  <Progress value={good} max={all} label={t.measures[key].name} />
                  <p className="text-muted tabular text-sm">{t.counted({ good, all })}</p>
                  {targetDays !== undefined && averageDays != null && (
                    <p className="text-muted tabular text-sm">
                      {t.waitDays({ days: number(averageDays, locale), target: targetDays })}
                    </p>
                  )}
                </>
              )}
              <details className="text-sm">
                <summary className="fold text-celadon-ink desk:min-h-9 flex min-h-11 cursor-pointer items-center">
                  {t.formula}
                </summary>
                <p className="text-muted">{t.measures[key].formula}</p>
              </details>
            </Card>
          </li>
        ))}
      </ul>
      <Suggestions rows={suggestions} locale={locale} />
    </Page>
  )
}
