'use client'

import { CalendarPlus } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Empty } from '@/components/ui/empty'
import type { BoardCard } from '@/lib/appointments/booking-board'
import { appointments } from '@/lib/i18n/appointments'
import { CarCard } from './card'

/** The cars of a day one below the other, for a hand that holds a telephone: a tap opens the car. */
export function DayAgenda({ cards }: { cards: readonly BoardCard[] }) {
  const t = useMessages(appointments)
  const format = useFormat()
  if (cards.length === 0)
    return (
      <Empty title={t.emptyTitle} icon={<CalendarPlus aria-hidden />}>
        {t.emptyLead}
      </Empty>
    )
  return (
    <ol aria-label={t.list} className="grid gap-2">
      {[...cards]
        .sort((a, b) => +a.startsAt - +b.startsAt)
        .map((card) => (
          <li key={card.id} className="flex items-start gap-3">
            <span aria-hidden className="tabular text-muted w-12 shrink-0 pt-2.5">
              {format.time(card.startsAt)}
            </span>
            <span className="min-w-0 flex-1">
              <CarCard card={card} fixed />
            </span>
          </li>
        ))}
    </ol>
  )
}
