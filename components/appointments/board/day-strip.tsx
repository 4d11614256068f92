'use client'

import { useDroppable } from '@dnd-kit/core'
import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Link } from '@/components/ui/link'
import { appointments } from '@/lib/i18n/appointments'
import type { Target } from './use-move-drag'

/** The days of the week: a tap opens one, a car dropped on one keeps its hour. */
export function DayStrip({ days, current }: { days: string[]; current: string }) {
  const t = useMessages(appointments)
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    const day = strip.current?.querySelector<HTMLElement>('[aria-current]')
    if (strip.current && day) strip.current.scrollLeft = day.offsetLeft - strip.current.clientWidth / 2 + 48
  }, [current])
  return (
    <nav ref={strip} aria-label={t.week} className="relative -mx-4 overflow-x-auto px-4 pb-1">
      <ul className="flex min-w-max gap-2">
        {days.map((day) => (
          <StripDay key={day} day={day} current={day === current} />
        ))}
      </ul>
    </nav>
  )
}

function StripDay({ day, current }: { day: string; current: boolean }) {
  const format = useFormat()
  const target: Target = { day, label: format.calendarDay(day) }
  const { setNodeRef, isOver } = useDroppable({ id: `day:${day}`, disabled: current, data: target })
  return (
    <li ref={setNodeRef}>
      <Link
        href={`/appointments/board?day=${day}`}
        aria-current={current ? 'date' : undefined}
        className={clsx(
          'rounded-card border-line bg-surface hover:border-line-strong aria-[current]:border-celadon aria-[current]:bg-celadon-soft grid min-h-11 w-24 content-center border px-3 py-1',
          isOver && 'outline-celadon outline-2',
        )}
      >
        <span className="text-muted text-xs">{format.weekday(day)}</span>
        <span className="tabular font-medium">{format.calendarDay(day, 'short')}</span>
      </Link>
    </li>
  )
}
