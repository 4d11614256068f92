import type { Metadata } from 'next'
import { KpiTabs } from '@/components/kpi/kpi-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Progress } from '@/components/ui/progress'
import { may } from '@/lib/auth/permissions'
import { customerFigures as words } from '@/lib/i18n/customer-figures'
import { calendarDay, number, percent } from '@/lib/i18n/format'
import { kpi } from '@/lib/i18n/kpi'
import { customerFigures } from '@/lib/kpi/server/customer-figures'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLocale()].title }
}

/** Retention, repurchase, referral, first maintenance and the lost, each with its formula (X-KPI-22 to X-KPI-24, X-CRM-28). */
export default async function CustomerFiguresPage() {
  const context = await requireContext('kpi.read')
  const locale = await currentLocale()
  const t = words[locale]
  const k = kpi[locale]
  const { from, figures, ...rules } = await customerFigures(context, {})
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={`${t.lead} ${k.since({ day: calendarDay(from, locale) })}`}
        action={
          may(context.actor, 'reminder.list') && (
            <LinkButton href="/reminders?class=lost">{t.toLost}</LinkButton>
          )
        }
      >
        <KpiTabs current="customers" actor={context.actor} locale={locale} />
      </PageHeader>
      <ul className="tablet:grid-cols-2 desk:grid-cols-3 grid gap-4">
        {figures.map(({ key, good, all, value }) => (
          <li key={key}>
            <Card className="grid h-full content-start gap-2">
              <h2 className="font-medium">{t.figures[key].name}</h2>
              {value === null ? (
                <p className="text-muted">{k.none}</p>
              ) : (
                <>
                  <p className="font-title tabular text-3xl font-semibold">
                    {key === 'repurchase' ? number(value / 100, locale) : percent(value, locale)}
                  </p>
                  {key !== 'repurchase' && <Progress value={good} max={all} label={t.figures[key].name} />}
                  <p className="text-muted tabular text-sm">
                    {key === 'repurchase' ? t.visits({ good, all }) : k.counted({ good, all })}
                  </p>
                </>
              )}
              <p className="text-muted text-sm">{t.figures[key].formula(rules)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  )
}
