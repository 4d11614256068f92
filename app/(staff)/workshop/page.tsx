import { PageHeader, Page } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Board } from '@/components/workshop/board'
import { BoardFacts, HoursBar } from '@/components/workshop/board-facts'
import { BoardLists, ConfirmedTable } from '@/components/workshop/board-lists'
import { may } from '@/lib/auth/permissions'
import { plusDays } from '@/lib/core/time'
import { calendarDay } from '@/lib/i18n/format'
import { workshop } from '@/lib/i18n/workshop'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { controlBoard } from '@/lib/workshop/server/control-board'
import { dispatch, move, pause, preview, withdraw } from './actions'

type Search = { searchParams: Promise<{ day?: string | string[] }> }

export default async function WorkshopBoard({ searchParams }: Search) {
  const context = await requireContext('board.read')
  const { day: asked } = await searchParams
  const locale = await currentLocale()
  const t = workshop[locale]
  const day = typeof asked === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : undefined
  const board = await controlBoard(context, { day })
  const named = <Row extends { name: string; nameEn: string }>(row: Row) => ({
    ...row,
    name: locale === 'en' && row.nameEn ? row.nameEn : row.name,
  })
  const technicians = board.technicians.map(named)
  const isToday = board.day === board.today
  return (
    <Page width="full">
      <PageHeader
        title={t.board}
        lead={`${calendarDay(board.day, locale)} · ${t.boardLead}`}
        action={
          <>
            <LinkButton href={`/workshop?day=${plusDays(board.day, -1)}`}>{t.previousDay}</LinkButton>
            {!isToday && <LinkButton href="/workshop">{t.today}</LinkButton>}
            <LinkButton href={`/workshop?day=${plusDays(board.day, 1)}`}>{t.nextDay}</LinkButton>
          </>
        }
      >
        <BoardFacts
          hours={board.hours}
          confirmed={board.confirmed.length}
          priority={board.priority.length}
          authority={board.authority.length}
          delayed={board.delayed.length}
          wash={board.wash.length}
          roadTests={board.roadTests.length}
          booked={board.booked.length}
          dispatchMinutes={board.dispatchMinutes}
        />
      </PageHeader>
      <div className="grid gap-8">
        <Board
          axis={board.axis}
          day={board.day}
          isToday={isToday}
          technicians={technicians}
          bays={board.bays.map(named)}
          blocks={board.blocks}
          jobs={board.confirmed}
          next={board.next}
          canDispatch={may(context.actor, 'job.dispatch')}
          actions={{ dispatch, move, withdraw, pause, preview }}
        />
        <Section id="hours" title={t.hours.title} card className="scroll-mt-4">
          <HoursBar hours={board.hours} />
        </Section>
        <BoardLists {...board} />
        <Section
          id="confirmed"
          title={t.facts.confirmed}
          aside={board.confirmed.length}
          className="scroll-mt-4"
        >
          <ConfirmedTable jobs={board.confirmed} technicians={technicians} />
        </Section>
      </div>
    </Page>
  )
}
