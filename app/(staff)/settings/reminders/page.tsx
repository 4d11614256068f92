import type { Metadata } from 'next'
import { RuleDialog } from '@/components/reminders/rule-dialog'
import { RuleTable } from '@/components/reminders/rule-table'
import { ScriptDialog } from '@/components/reminders/script-dialog'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Time } from '@/components/ui/time'
import { reminders } from '@/lib/i18n/reminders'
import { maintenanceRules } from '@/lib/reminders/server/maintenance-rules'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { endRule, keepRule, newScript } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: reminders[await currentLocale()].plan.title }
}

export default async function ReminderSettings() {
  const context = await requireContext('maintenanceRule.list')
  const locale = await currentLocale()
  const { plan: t, scripts: s, classes } = reminders[locale]
  const { rules, scripts, packages } = await maintenanceRules(context, {})
  const add = <RuleDialog packages={packages} action={keepRule} />
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead} action={rules.length > 0 ? add : undefined}>
        <SettingsTabs actor={context.actor} locale={locale} current="reminders" />
      </PageHeader>
      <div className="grid gap-8">
        {rules.length === 0 ? (
          <Empty title={t.none} action={add}>
            {t.noneHint}
          </Empty>
        ) : (
          <RuleTable rules={rules} packages={packages} keep={keepRule} end={endRule} />
        )}
        <Section title={s.title} action={scripts.length > 0 && <ScriptDialog action={newScript} />}>
          {scripts.length === 0 ? (
            <Empty title={s.none} action={<ScriptDialog action={newScript} />}>
              {s.noneHint}
            </Empty>
          ) : (
            <ul className="grid gap-3">
              {scripts.map((script) => (
                <li key={script.id}>
                  <Card>
                    <details>
                      <summary className="fold flex min-h-11 cursor-pointer flex-wrap items-center gap-2">
                        <strong className="font-medium">
                          {script.code} · {(locale === 'en' && script.titleEn) || script.title}
                        </strong>
                        <Badge tone="celadon">{s.version({ version: script.version })}</Badge>
                        <Badge>{classes[script.class]}</Badge>
                        <Badge>
                          {s.issuers[script.issuer === 'manufacturer' ? 'manufacturer' : 'dealership']}
                        </Badge>
                        <span className="text-muted text-sm">
                          <Time at={script.issuedAt} show="day" /> ·{' '}
                          {s.used({ count: script._count.contactAttempts })}
                        </span>
                      </summary>
                      <p className="whitespace-pre-line">{script.text}</p>
                      {script.textEn && (
                        <p className="text-muted mt-3 whitespace-pre-line">{script.textEn}</p>
                      )}
                    </details>
                  </Card>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </Page>
  )
}
