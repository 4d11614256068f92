import { CalendarClock, ListChecks, Phone } from 'lucide-react'
import type { Metadata } from 'next'
import { AppointmentTabs } from '@/components/appointments/appointment-tabs'
import { CallList } from '@/components/appointments/call-list'
import { MoveList, PrepareList } from '@/components/appointments/prepare-list'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ChipLink } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { bookingsToConfirm } from '@/lib/appointments/server/bookings-to-confirm'
import { bookingsToPrepare } from '@/lib/appointments/server/bookings-to-prepare'
import { may } from '@/lib/auth/permissions'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { arriveHere } from '../../reception/actions'
import { confirm, prepare, timesToMove, waysToMove } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: bookingBoard[await currentLocale()].tasks.title }
}

const TABS = ['prepare', 'confirm', 'move'] as const

export default async function BookingTasks({ searchParams }: PageProps<'/appointments/tasks'>) {
  const { tab: asked, who } = await searchParams
  const context = await requireContext('appointment.tasks')
  const { actor } = context
  const locale = await currentLocale()
  const t = bookingBoard[locale].tasks
  const [{ tasks, toMove }, calls] = await Promise.all([
    bookingsToPrepare(context, {}),
    may(actor, 'appointment.callList') ? bookingsToConfirm(context, {}) : null,
  ])
  const mine = tasks.filter((task) => task.mine)
  const tabs = TABS.filter((one) => one !== 'confirm' || calls)
  const tab = tabs.find((one) => one === asked) ?? 'prepare'
  const scope = who === 'all' || (who !== 'mine' && mine.length === 0) ? 'all' : 'mine'
  const shown = scope === 'mine' ? mine : tasks
  const counts = { prepare: shown.length, confirm: calls?.length ?? 0, move: toMove.length }
  const href = (one: string) => `/appointments/tasks?tab=${one}`
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead}>
        <AppointmentTabs {...{ actor, locale }} current="tasks" />
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-2">
          <nav aria-label={t.title} className="flex flex-wrap gap-2">
            {tabs.map((one) => (
              <ChipLink key={one} href={href(one)} current={one === tab}>
                {t.tabs[one]} <span className="tabular">{counts[one]}</span>
              </ChipLink>
            ))}
          </nav>
          {tab === 'prepare' && (
            <nav aria-label={t.scope} className="flex flex-wrap gap-2">
              {(['mine', 'all'] as const).map((one) => (
                <ChipLink key={one} href={`${href('prepare')}&who=${one}`} current={one === scope}>
                  {t[one]} <span className="tabular">{one === 'mine' ? mine.length : tasks.length}</span>
                </ChipLink>
              ))}
            </nav>
          )}
        </div>
      </PageHeader>
      {tab === 'prepare' &&
        (shown.length === 0 ? (
          <Empty title={t.noPrepare} icon={<ListChecks aria-hidden />}>
            {t.noPrepareLead}
          </Empty>
        ) : (
          <PrepareList rows={shown} action={may(actor, 'appointment.prepare') ? prepare : undefined} />
        ))}
      {tab === 'confirm' &&
        (!calls || calls.length === 0 ? (
          <Empty title={t.noConfirm} icon={<Phone aria-hidden />}>
            {t.noConfirmLead}
          </Empty>
        ) : (
          <CallList
            rows={calls}
            confirm={confirm}
            arrive={may(actor, 'visit.arrive') ? arriveHere : undefined}
            findTimes={timesToMove}
            findWays={waysToMove}
          />
        ))}
      {tab === 'move' &&
        (toMove.length === 0 ? (
          <Empty title={t.noMove} icon={<CalendarClock aria-hidden />}>
            {t.noMoveLead}
          </Empty>
        ) : (
          <MoveList rows={toMove} />
        ))}
    </Page>
  )
}
