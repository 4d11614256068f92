'use client'

import { useDroppable } from '@dnd-kit/core'
import clsx from 'clsx'
import { useFormat, useMessages } from '@/components/shell/locale'
import type { BoardCard } from '@/lib/appointments/booking-board'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { CarCard } from './card'
import type { Target } from './use-move-drag'

type Cell = { there: boolean; taken: boolean }
type Props = {
  name: string
  /** Without one, cars of this row cannot be put down here. */
  adviserId?: string
  times: Date[]
  slotMinutes: number
  cells?: Cell[]
  cards: BoardCard[]
}

/** One adviser over the day: the cars at their half hours. */
export function ArrivalRow({ name, adviserId, times, slotMinutes, cells, cards }: Props) {
  return (
    <tr className="border-line border-b">
      <th
        scope="row"
        className="border-line bg-surface sticky left-0 z-10 w-36 min-w-36 border-r px-2.5 py-1 text-left align-top font-medium"
      >
        {name}
      </th>
      {times.map((at, index) => (
        <Place
          key={+at}
          {...{ name, adviserId, at }}
          cell={cells?.[index]}
          cards={cards.filter(({ startsAt }) => columnOf(startsAt, times) === index)}
          onGrid={(+at - +(times[0] ?? at)) % (slotMinutes * 60_000) === 0}
        />
      ))}
    </tr>
  )
}

/** The half hour of a car; one from outside the opening hours, after they were changed, stands at the edge. */
function columnOf(startsAt: Date, times: readonly Date[]): number {
  const next = times.findIndex((at) => +at > +startsAt)
  return next < 0 ? times.length - 1 : Math.max(0, next - 1)
}

type PlaceProps = Pick<Props, 'name' | 'adviserId' | 'cards'> & { at: Date; cell?: Cell; onGrid: boolean }

function Place({ name, adviserId, at, cell, cards, onGrid }: PlaceProps) {
  const t = useMessages(bookingBoard)
  const format = useFormat()
  const time = format.time(at)
  const target: Target = { startsAt: at.toISOString(), adviserId, label: t.drag.at({ time, name }) }
  const { setNodeRef, isOver } = useDroppable({
    id: `place:${adviserId ?? name}:${+at}`,
    disabled: !adviserId || !onGrid,
    data: target,
  })
  const state = !cell ? '' : !cell.there ? t.away({ name, time }) : cell.taken ? t.taken({ name, time }) : t.free({ name, time }) // prettier-ignore
  return (
    <td
      ref={setNodeRef}
      data-over={isOver || undefined}
      className={clsx(
        'border-line h-14 w-28 min-w-28 border-l p-1 align-top',
        cell && !cell.there && 'bg-sunk',
        cell?.taken && cards.length === 0 && 'hatch',
        isOver && 'outline-celadon bg-celadon-soft outline-2 -outline-offset-2',
      )}
    >
      {cards.length === 0 && state && <span className="sr-only">{state}</span>}
      <div className="grid gap-1">
        {cards.map((card) => (
          <CarCard key={card.id} card={card} showAdviser={!adviserId} />
        ))}
      </div>
    </td>
  )
}
