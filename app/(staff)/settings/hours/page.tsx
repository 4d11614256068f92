import type { Metadata } from 'next'
import { CalendarDays } from '@/components/settings/calendar-days'
import { HoursRow } from '@/components/settings/hours-row'
import { SettingsList } from '@/components/settings/settings-list'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Card, Section } from '@/components/ui/card'
import { may } from '@/lib/auth/permissions'
import { hoursAndHolidays } from '@/lib/dealership/server/hours'
import { settingList } from '@/lib/dealership/server/setting-list'
import { settings } from '@/lib/i18n/settings'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { change, setDay, setHours } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: settings[await currentLocale()].parts.hours }
}

export default async function HoursPage() {
  const context = await requireContext('setting.read')
  const locale = await currentLocale()
  const t = settings[locale]
  const { weekdays, days, today, knownUntil } = await hoursAndHolidays(context, {})
  const rules = (await settingList(context, {})).filter(({ group }) => group === 'calendar')
  const mayChange = may(context.actor, 'openingHours.change')
  return (
    <Page>
      <PageHeader title={t.parts.hours} lead={t.lead}>
        <SettingsTabs actor={context.actor} locale={locale} current="hours" />
      </PageHeader>
      <div className="desk:grid-cols-2 grid items-start gap-8">
        <div className="grid min-w-0 gap-8">
          <Section title={t.weekdays}>
            <Card padded={false} className="divide-line divide-y">
              {weekdays.map((row) => (
                <HoursRow
                  key={`${row.weekday}${row.opensAt}${row.closesAt}`}
                  row={row}
                  action={mayChange ? setHours : undefined}
                />
              ))}
            </Card>
          </Section>
          <SettingsList groups={rules} action={may(context.actor, 'setting.change') ? change : undefined} />
        </div>
        <CalendarDays
          days={days}
          today={today}
          knownUntil={knownUntil}
          setDay={mayChange ? setDay : undefined}
        />
      </div>
    </Page>
  )
}
