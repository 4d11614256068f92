import { CalendarPlus, ChevronLeft, ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import { AppointmentTabs } from '@/components/appointments/appointment-tabs'
import { DayBoard } from '@/components/appointments/board/day-board'
import { MoveFrame } from '@/components/appointments/board/move-frame'
import { WeekColumns } from '@/components/appointments/board/week-columns'
import { Page, PageHeader } from '@/components/shell/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { bookingBoard as readDay } from '@/lib/appointments/server/booking-board'
import { bookingWeek } from '@/lib/appointments/server/booking-week'
import { slotTimes } from '@/lib/appointments/slot-times'
import { may } from '@/lib/auth/permissions'
import { dayOf, plusDays } from '@/lib/core/time'
import { appointments } from '@/lib/i18n/appointments'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { calendarDay, labourHours } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { currentLocale } from '@/lib/server/locale'
import { requireContext, type StaffContext } from '@/lib/server/session'
import { reserveOfDay } from '@/lib/workshop/server/reserve-of-day'
import { askConsequence, moveOnBoard } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: bookingBoard[await currentLocale()].title }
}

export default async function BookingBoardPage({ searchParams }: PageProps<'/appointments/board'>) {
  const { day: asked, view } = await searchParams
  const context = await requireContext('appointment.board')
  const locale = await currentLocale()
  const day =
    typeof asked === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked))
      ? asked
      : dayOf(context.now, context.timeZone)
  return view === 'week' ? <Week {...{ context, locale, day }} /> : <Day {...{ context, locale, day }} />
}

type Shown = { context: StaffContext; locale: Locale; day: string }

const rights = ({ actor }: StaffContext) => ({
  mayMove: may(actor, 'appointment.preview') && may(actor, 'appointment.reschedule'),
  mayOverride: may(actor, 'appointment.override'),
  actions: { move: moveOnBoard, consequence: askConsequence },
})

async function Day({ context, locale, day }: Shown) {
  const t = bookingBoard[locale]
  const [board, reserve] = await Promise.all([
    readDay(context, { day }),
    may(context.actor, 'capacity.report') ? reserveOfDay(context, { day }) : null,
  ])
  const href = (to: string) => `/appointments/board?day=${to}`
  const { load, cards, advisers } = board
  return (
    <Page width="full">
      <PageHeader
        title={calendarDay(day, locale)}
        lead={t.lead({
          count: cards.length,
          hours: labourHours(load.bookedMinutes, locale),
          of: labourHours(load.bookableMinutes, locale),
        })}
        action={
          <Steps before={href(plusDays(day, -1))} after={href(plusDays(day, 1))} {...{ context, locale }} />
        }
      >
        <AppointmentTabs {...{ locale, day }} actor={context.actor} current="board" />
      </PageHeader>
      <MoveFrame
        cards={cards}
        advisers={advisers}
        times={slotTimes(board.open, board.slotMinutes, board.timeZone)}
        {...rights(context)}
      >
        <DayBoard board={board} reserve={reserve} locale={locale} />
      </MoveFrame>
    </Page>
  )
}

async function Week({ context, locale, day }: Shown) {
  const t = bookingBoard[locale]
  const week = await bookingWeek(context, { day })
  const href = (to: string) => `/appointments/board?view=week&day=${to}`
  const cards = week.days.flatMap((one) => one.cards)
  const sum = (of: 'bookedMinutes' | 'bookableMinutes') =>
    week.days.reduce((total, one) => total + one[of], 0)
  const opens = week.days.flatMap(({ opensAt }) => opensAt ?? []).sort()
  const closes = week.days.flatMap(({ closesAt }) => closesAt ?? []).sort()
  const [first] = opens
  const last = closes.at(-1)
  return (
    <Page width="full">
      <PageHeader
        title={t.weekOf({
          from: calendarDay(week.monday, locale, 'short'),
          to: calendarDay(plusDays(week.monday, 6), locale, 'short'),
        })}
        lead={t.lead({
          count: cards.length,
          hours: labourHours(sum('bookedMinutes'), locale),
          of: labourHours(sum('bookableMinutes'), locale),
        })}
        action={
          <Steps
            before={href(plusDays(day, -7))}
            after={href(plusDays(day, 7))}
            week
            {...{ context, locale }}
          />
        }
      >
        <AppointmentTabs {...{ locale, day }} actor={context.actor} current="week" />
      </PageHeader>
      <MoveFrame
        cards={cards}
        advisers={week.advisers}
        times={first && last ? slotTimes({ from: first, to: last }, week.slotMinutes, week.timeZone) : []}
        {...rights(context)}
      >
        <WeekColumns days={week.days} today={week.today} band={week.rules.band} />
      </MoveFrame>
    </Page>
  )
}

type StepsProps = { context: StaffContext; locale: Locale; before: string; after: string; week?: boolean }

function Steps({ context, locale, before, after, week }: StepsProps) {
  const t = bookingBoard[locale]
  const words = appointments[locale]
  const { actor } = context
  return (
    <>
      <LinkButton href={before} icon={<ChevronLeft aria-hidden className="size-4" />}>
        <span className="tablet:not-sr-only sr-only">{week ? t.previousWeek : words.previousDay}</span>
      </LinkButton>
      <LinkButton href={`/appointments/board${week ? '?view=week' : ''}`}>
        {week ? t.thisWeek : words.today}
      </LinkButton>
      <LinkButton href={after}>
        <span className="tablet:not-sr-only sr-only">{week ? t.nextWeek : words.nextDay}</span>
        <ChevronRight aria-hidden className="size-4" />
      </LinkButton>
      {may(actor, 'appointment.book') && (
        <LinkButton
          href="/appointments/new"
          variant="primary"
          icon={<CalendarPlus aria-hidden className="size-4" />}
        >
          {words.newBooking}
        </LinkButton>
      )}
    </>
  )
}
