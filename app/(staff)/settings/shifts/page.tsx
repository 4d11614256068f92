import type { Metadata } from 'next'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { ShiftDialog } from '@/components/settings/shift-dialog'
import { ShiftTable } from '@/components/settings/shift-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { plusDays } from '@/lib/core/time'
import { shiftList } from '@/lib/dealership/server/manage-shifts'
import { settings } from '@/lib/i18n/settings'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { planShifts, takeShift } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: settings[await currentLocale()].parts.shifts }
}

export default async function ShiftsPage({ searchParams }: PageProps<'/settings/shifts'>) {
  const context = await requireContext('shift.manage')
  const locale = await currentLocale()
  const t = settings[locale]
  const wanted = (await searchParams).from
  const from = typeof wanted === 'string' && /^\d{4}-\d\d-\d\d$/.test(wanted) ? wanted : undefined
  const { people, days, from: first, today } = await shiftList(context, { from })
  const names = people.map(({ id, name, nameEn, roles }) => ({
    id,
    name: locale === 'en' && nameEn ? nameEn : name,
    technician: roles.includes('technician'),
  }))
  return (
    <Page width="full">
      <PageHeader
        title={t.parts.shifts}
        lead={t.shiftLead}
        action={<ShiftDialog people={names} today={today} action={planShifts} />}
      >
        <SettingsTabs actor={context.actor} locale={locale} current="shifts" />
        <div className="flex gap-2">
          <LinkButton size="small" href={`/settings/shifts?from=${plusDays(first, -14)}`}>
            {t.earlier}
          </LinkButton>
          <LinkButton size="small" href={`/settings/shifts?from=${plusDays(first, 14)}`}>
            {t.later}
          </LinkButton>
        </div>
      </PageHeader>
      <ShiftTable
        days={days}
        today={today}
        people={people.map((person, index) => ({ ...person, name: names[index]?.name ?? person.name }))}
        action={takeShift}
      />
    </Page>
  )
}
