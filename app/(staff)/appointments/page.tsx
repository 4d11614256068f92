import { CalendarPlus, ChevronLeft, ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import { AppointmentTabs } from '@/components/appointments/appointment-tabs'
import { ArrivalHours, ArrivalTable } from '@/components/appointments/arrival-table'
import { DayLoad, WeekStrip } from '@/components/appointments/day-load'
import { RateStep, ReserveUse } from '@/components/appointments/reserve-use'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { raisedRateBp } from '@/lib/appointments/capacity'
import { arrivalsOf } from '@/lib/appointments/server/arrivals-of'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { requestCounts } from '@/lib/appointments/server/requests'
import { waitingList } from '@/lib/appointments/server/waiting-list'
import { may } from '@/lib/auth/permissions'
import { dayOf, plusDays, timeOf } from '@/lib/core/time'
import { bookingRules } from '@/lib/dealership/server/booking-rules'
import { appointments } from '@/lib/i18n/appointments'
import { calendarDay } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext } from '@/lib/server/session'
import { reserveOfDay } from '@/lib/workshop/server/reserve-of-day'
import { raiseRate } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: appointments[await currentLocale()].title }
}

const DAYS = 10

export default async function Appointments({ searchParams }: PageProps<'/appointments'>) {
  const { day: asked } = await searchParams
  const context = await requireContext('appointment.list')
  const locale = await currentLocale()
  const t = appointments[locale]
  const today = dayOf(context.now, context.timeZone)
  const day = typeof asked === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today
  const seesLoad = may(context.actor, 'slot.list')
  const from = day >= today && day < plusDays(today, DAYS) ? today : day
  const [load, { arrivals, rules, waiting, reserve, toAnswer }] = await Promise.all([
    seesLoad ? openSlots(context, { from, days: DAYS }) : null,
    oneReading(context, async (within) => ({
      arrivals: (await arrivalsOf(within, { day })).arrivals,
      rules: await bookingRules(within, {}),
      waiting: may(context.actor, 'waiting.list') ? await waitingList(within, {}) : null,
      reserve: may(context.actor, 'capacity.report') ? await reserveOfDay(within, { day }) : null,
      toAnswer: may(context.actor, 'request.list') ? await requestCounts(within, {}) : null,
    })),
  ])
  const nextBp = raisedRateBp(rules.rateBp, rules.band)
  const ofDay = load?.days.find((one) => one.day === day)
  const coming = arrivals.filter(({ status }) => status !== 'cancelled')
  const hourOf = (at: Date) => Number(timeOf(at, context.timeZone).slice(0, 2))
  const mayBook = may(context.actor, 'appointment.book')
  const newBooking = mayBook && (
    <LinkButton
      href="/appointments/new"
      variant="primary"
      icon={<CalendarPlus aria-hidden className="size-4" />}
    >
      {t.newBooking}
    </LinkButton>
  )
  return (
    <Page>
      <PageHeader
        title={calendarDay(day, locale)}
        lead={t.lead({ count: coming.length })}
        action={
          <>
            <LinkButton
              href={`/appointments?day=${plusDays(day, -1)}`}
              icon={<ChevronLeft aria-hidden className="size-4" />}
            >
              <span className="tablet:not-sr-only sr-only">{t.previousDay}</span>
            </LinkButton>
            {day !== today && <LinkButton href="/appointments">{t.today}</LinkButton>}
            <LinkButton href={`/appointments?day=${plusDays(day, 1)}`}>
              <span className="tablet:not-sr-only sr-only">{t.nextDay}</span>
              <ChevronRight aria-hidden className="size-4" />
            </LinkButton>
            {newBooking}
          </>
        }
      >
        <AppointmentTabs
          {...{ locale, day }}
          actor={context.actor}
          current="list"
          counts={{ requests: toAnswer?.open, waiting: waiting?.length }}
        />
        {toAnswer && toAnswer.late > 0 && (
          <Notice
            kind="warning"
            action={
              <LinkButton href="/appointments/requests" size="small">
                {t.requests.see}
              </LinkButton>
            }
          >
            {t.requests.lateNow({ count: toAnswer.late })}
          </Notice>
        )}
        {load && <WeekStrip days={load.days} current={day} locale={locale} />}
      </PageHeader>
      <div className="desk:grid-cols-[minmax(0,1fr)_22rem] grid items-start gap-6">
        <Section title={t.list} className="min-w-0">
          {arrivals.length === 0 ? (
            <Empty title={t.emptyTitle} action={newBooking}>
              {t.emptyLead}
            </Empty>
          ) : (
            <ArrivalTable rows={arrivals} locale={locale} />
          )}
        </Section>
        <div className="grid gap-6">
          {ofDay && (
            <Section title={t.load}>
              <DayLoad load={ofDay} rules={rules} locale={locale} />
              {nextBp !== null && may(context.actor, 'setting.change') && (
                <RateStep nextBp={nextBp} action={raiseRate} locale={locale} />
              )}
            </Section>
          )}
          {reserve && (
            <Section title={t.reserve.title}>
              <ReserveUse of={reserve} rateBp={rules.rateBp} locale={locale} />
            </Section>
          )}
          <LinkButton href="/appointments/notice" className="justify-self-start">
            {t.notice.open}
          </LinkButton>
          {coming.length > 0 && <ArrivalHours rows={coming} locale={locale} hourOf={hourOf} />}
        </div>
      </div>
    </Page>
  )
}
