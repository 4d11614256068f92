'use client'

import { useDroppable } from '@dnd-kit/core'
import clsx from 'clsx'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Status } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { BoardCard, DayOrWeekLoad } from '@/lib/appointments/booking-board'
import { appointments } from '@/lib/i18n/appointments'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { CarCard } from './card'
import type { Target } from './use-move-drag'

export type WeekDay = DayOrWeekLoad & {
  day: string
  opensAt: string | null
  waiting: number
  cards: BoardCard[]
}
type Band = { fromBp: number; toBp: number }

/** Seven days beside each other: hours booked of bookable with the band, who waits, and the cars in the order of their times. */
export function WeekColumns({ days, today, band }: { days: WeekDay[]; today: string; band: Band }) {
  return (
    <ol className="desk:grid-cols-7 tablet:grid-cols-4 grid grid-cols-1 items-start gap-3">
      {days.map((one) => (
        <WeekColumn key={one.day} of={one} current={one.day === today} band={band} />
      ))}
    </ol>
  )
}

function WeekColumn({ of, current, band }: { of: WeekDay; current: boolean; band: Band }) {
  const t = useMessages(bookingBoard)
  const words = useMessages(appointments)
  const format = useFormat()
  const target: Target = { day: of.day, label: format.calendarDay(of.day) }
  const { setNodeRef, isOver } = useDroppable({ id: `day:${of.day}`, disabled: !of.opensAt, data: target })
  const share = (bp: number) => `${Math.min(100, bp / 100)}%`
  return (
    <li
      ref={setNodeRef}
      className={clsx(
        'rounded-card border-line bg-surface grid min-w-0 gap-2 border p-2.5',
        current && 'border-celadon',
        !of.opensAt && 'bg-sunk',
        isOver && 'outline-celadon bg-celadon-soft outline-2',
      )}
    >
      <Link
        href={`/appointments/board?day=${of.day}`}
        aria-current={current ? 'date' : undefined}
        className="hover:bg-hover rounded-control -m-1 grid min-h-11 gap-1 p-1"
      >
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{format.weekday(of.day)}</span>
          <span className="text-muted tabular text-sm">{format.calendarDay(of.day, 'short')}</span>
        </span>
        {of.opensAt ? (
          <>
            <span aria-hidden className="bg-sunk relative block h-3 overflow-hidden rounded-full">
              <span
                className="border-pine bg-pine-soft absolute inset-y-0 border-x"
                style={{ left: share(band.fromBp), width: share(band.toBp - band.fromBp) }}
              />
              <span
                className={clsx('absolute inset-y-0.5 left-0 rounded-full', BARS[of.band])}
                style={{ width: share(of.rateBp) }}
              />
            </span>
            <span className="tabular text-sm">
              {format.percent(of.rateBp)} ·{' '}
              {t.sumOf({
                booked: format.labourHours(of.bookedMinutes),
                bookable: format.labourHours(of.bookableMinutes),
              })}
            </span>
            <Status
              shape={of.band === 'above' ? 'late' : of.band === 'inside' ? 'done' : 'open'}
              className="w-fit"
            >
              {t.bands[of.band]}
            </Status>
          </>
        ) : (
          <span className="text-muted">{words.closed}</span>
        )}
        <span className="text-muted tabular text-sm">
          {[t.arrivals({ count: of.cards.length }), of.waiting ? t.waiting({ count: of.waiting }) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
      <ul className="grid gap-1">
        {of.cards.map((card) => (
          <li key={card.id}>
            <CarCard card={card} showTime />
          </li>
        ))}
      </ul>
    </li>
  )
}

const BARS = { below: 'bg-line-strong', inside: 'bg-pine', above: 'bg-vermilion' }
