import { CalendarX, Warehouse } from 'lucide-react'
import type { Metadata } from 'next'
import { BlockHoursDialog, CloseBayDialog } from '@/components/settings/closure-dialogs'
import { ClosureTable } from '@/components/settings/closure-table'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { nameIn } from '@/lib/core/name-in'
import { dayOf } from '@/lib/core/time'
import { closureList } from '@/lib/dealership/server/closures'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { closures } from '@/lib/i18n/closures'
import { calendarDay, time } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { blockTimes, closeOneBay, endOneClosure } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: closures[await currentLocale()].title }
}

export default async function ClosuresPage() {
  const context = await requireContext('closure.manage')
  const locale = await currentLocale()
  const t = closures[locale]
  const { bays, downtimes, hours, today, timeZone } = await closureList(context, {})
  const at = (moment: Date) =>
    `${calendarDay(dayOf(moment, timeZone), locale, 'short')} ${time(moment, { locale, timeZone })}`
  const when = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => `${at(startsAt)} – ${at(endsAt)}`
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={
          <>
            {bays.length > 0 && <CloseBayDialog bays={bays} today={today} action={closeOneBay} />}
            <BlockHoursDialog today={today} action={blockTimes} />
          </>
        }
      >
        <SettingsTabs actor={context.actor} locale={locale} current="closures" />
      </PageHeader>
      <div className="grid gap-6">
        <Section title={t.bays}>
          {downtimes.length === 0 ? (
            <Empty title={t.noBays} icon={<Warehouse aria-hidden />}>
              {t.noBaysHint}
            </Empty>
          ) : (
            <ClosureTable
              caption={t.bays}
              first={t.bay}
              action={endOneClosure}
              rows={downtimes.map((one) => ({
                id: one.id,
                what: nameIn(one, locale),
                when: when(one),
                why: one.reason,
                over: one.over,
                planned: one.planned,
              }))}
            />
          )}
        </Section>
        <Section title={t.hours}>
          {hours.length === 0 ? (
            <Empty title={t.noHours} icon={<CalendarX aria-hidden />}>
              {t.noHoursHint}
            </Empty>
          ) : (
            <ClosureTable
              caption={t.hours}
              first={t.kind}
              action={endOneClosure}
              rows={hours.map((one) => ({
                id: one.id,
                what: one.note ? `${t.kinds[one.kind]} · ${one.note}` : t.kinds[one.kind],
                when: when(one),
                why: one.skill
                  ? t.skilled({ skill: bookingBoard[locale].skills[one.skill] ?? one.skill })
                  : t.everybody,
                over: one.over,
              }))}
            />
          )}
        </Section>
      </div>
    </Page>
  )
}
