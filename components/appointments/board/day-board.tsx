import { CalendarOff } from 'lucide-react'
import { DayLoad } from '@/components/appointments/day-load'
import { ReserveUse } from '@/components/appointments/reserve-use'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import type { LoadLine, Stretch } from '@/lib/appointments/board'
import type { BoardCard, BoardClosure, Commitment, DayOrWeekLoad } from '@/lib/appointments/booking-board'
import { plusDays, weekdayOf } from '@/lib/core/time'
import { appointments } from '@/lib/i18n/appointments'
import { closures as closureWords } from '@/lib/i18n/closures'
import { bookingBoard } from '@/lib/i18n/booking-board'
import type { Locale } from '@/lib/i18n/locales'
import { Closures, Commitments, Stretches } from './day-sides'
import { DayAgenda } from './day-agenda'
import { DayStrip } from './day-strip'
import { DayTable } from './day-table'

type Board = {
  day: string
  timeZone: string
  times: Date[]
  slotMinutes: number
  load: DayOrWeekLoad & { availableMinutes: number }
  rules: { rateBp: number; band: { fromBp: number; toBp: number } }
  lines: LoadLine[]
  quickLane: LoadLine | null
  stretches: Stretch[]
  advisers: { id: string; name: string; cells: { there: boolean; taken: boolean }[] }[]
  technicians: Commitment[]
  waiting: number
  closures: BoardClosure[]
  cards: BoardCard[]
}
type Reserve = Parameters<typeof ReserveUse>[0]['of']

/** A day of the booking board (form F04): load and arrivals by the half hour, and below them what the day is made of. */
export function DayBoard({
  board,
  reserve,
  locale,
}: {
  board: Board
  reserve: Reserve | null
  locale: Locale
}) {
  const t = bookingBoard[locale]
  const words = appointments[locale]
  const { day, timeZone, rules, technicians } = board
  const { times, slotMinutes, lines, quickLane, stretches, advisers, cards } = board
  const monday = plusDays(day, 1 - weekdayOf(day))
  const zoned = { locale, timeZone }
  return (
    <div className="grid gap-6">
      <DayStrip days={Array.from({ length: 7 }, (_, i) => plusDays(monday, i))} current={day} />
      {times.length === 0 ? (
        <Empty title={t.closedTitle} icon={<CalendarOff aria-hidden />}>
          {t.closedLead}
        </Empty>
      ) : (
        <>
          <div className="tablet:hidden">
            <DayAgenda cards={cards} />
          </div>
          <div className="tablet:grid hidden min-w-0 gap-2">
            <DayTable
              {...{ times, slotMinutes, lines, quickLane, stretches, advisers, cards }}
              band={rules.band}
            />
            <p className="text-muted text-sm">{t.drag.hint}</p>
          </div>
          <div className="desk:grid-cols-3 tablet:grid-cols-2 grid items-start gap-6">
            <Section
              title={words.load}
              aside={board.waiting > 0 ? t.waiting({ count: board.waiting }) : undefined}
            >
              <DayLoad load={{ ...board.load, day, state: 'open' }} rules={rules} locale={locale} />
            </Section>
            {reserve && (
              <Section title={words.reserve.title}>
                <ReserveUse of={reserve} rateBp={rules.rateBp} locale={locale} />
              </Section>
            )}
            <Section title={t.peaks} card>
              <Stretches stretches={stretches} {...zoned} />
            </Section>
            {board.closures.length > 0 && (
              <Section title={closureWords[locale].onDay} card>
                <Closures closures={board.closures} {...zoned} />
              </Section>
            )}
            <Section title={t.commitments} card>
              <Commitments technicians={technicians} {...zoned} />
            </Section>
          </div>
        </>
      )}
    </div>
  )
}
