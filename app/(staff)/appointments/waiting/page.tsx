import { Hourglass } from 'lucide-react'
import type { Metadata } from 'next'
import { AppointmentTabs } from '@/components/appointments/appointment-tabs'
import { WaitingTable } from '@/components/appointments/waiting-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ChipLink } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { waitingList } from '@/lib/appointments/server/waiting-list'
import { may } from '@/lib/auth/permissions'
import { dayOf, plusDays } from '@/lib/core/time'
import { appointments } from '@/lib/i18n/appointments'
import { calendarDay, weekday } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { offerToWaiting, takeOffer, withdrawFromList } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: appointments[await currentLocale()].waitingList.title }
}

const DAYS = 10

export default async function WaitingListPage({ searchParams }: PageProps<'/appointments/waiting'>) {
  const { day } = await searchParams
  const context = await requireContext('waiting.list')
  const locale = await currentLocale()
  const t = appointments[locale].waitingList
  const rows = await waitingList(context, {})
  const today = dayOf(context.now, context.timeZone)
  const onDay = (one: string) => rows.filter(({ firstDay, lastDay }) => firstDay <= one && one <= lastDay)
  const days = Array.from({ length: DAYS }, (_, i) => plusDays(today, i)).filter((one) => onDay(one).length)
  const chosen = days.find((one) => one === day)
  const shown = chosen ? onDay(chosen) : rows
  const actions = { offer: offerToWaiting, take: takeOffer, withdraw: withdrawFromList }
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead}>
        <AppointmentTabs
          actor={context.actor}
          locale={locale}
          current="waiting"
          counts={{ waiting: rows.length }}
        />
        {days.length > 0 && (
          <nav
            aria-label={t.days}
            className="tablet:flex-wrap -mx-4 flex gap-2 overflow-x-auto px-4 pb-1 whitespace-nowrap"
          >
            <ChipLink href="/appointments/waiting" current={!chosen}>
              {t.allDays({ count: rows.length })}
            </ChipLink>
            {days.map((one) => (
              <ChipLink key={one} href={`/appointments/waiting?day=${one}`} current={one === chosen}>
                {t.ofDay({
                  day: `${weekday(one, locale)} ${calendarDay(one, locale, 'short')}`,
                  count: onDay(one).length,
                })}
              </ChipLink>
            ))}
          </nav>
        )}
      </PageHeader>
      {rows.length === 0 ? (
        <Empty title={t.none} icon={<Hourglass aria-hidden />}>
          {t.noneLead}
        </Empty>
      ) : (
        <WaitingTable rows={shown} actions={may(context.actor, 'waiting.offer') ? actions : undefined} />
      )}
    </Page>
  )
}
