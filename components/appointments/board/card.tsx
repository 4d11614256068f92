'use client'

import { useDraggable } from '@dnd-kit/core'
import clsx from 'clsx'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Plate } from '@/components/visit/plate'
import type { BoardCard } from '@/lib/appointments/booking-board'
import { appointmentFlow } from '@/lib/appointments/appointment'
import { appointments } from '@/lib/i18n/appointments'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { useMoveFrame } from './move-frame-context'

export const isMovable = ({ status }: BoardCard): boolean =>
  appointmentFlow.actionsFrom(status).includes('reschedule')

/** What the provisional date of a booking hangs on (S1-75). */
const partsWords = (card: BoardCard, t: (typeof bookingBoard)['en']['card'], day: (day: string) => string) =>
  card.partsDay === null
    ? card.status === 'waitingParts'
      ? t.provisional
      : ''
    : [t.provisional, card.partsDay ? t.parts({ day: day(card.partsDay) }) : t.partsNoDay].join(' · ')

/** A booked car: plate, customer, work, and what stands in its way. Drag it, or open it to move it in a form. */
export function CarCard({
  card,
  showTime,
  showAdviser,
  fixed,
}: {
  card: BoardCard
  showTime?: boolean
  showAdviser?: boolean
  /** Opens, and cannot be carried: a list under a finger scrolls. */
  fixed?: boolean
}) {
  const t = useMessages(bookingBoard)
  const words = useMessages(appointments)
  const format = useFormat()
  const { mayMove, open } = useMoveFrame()
  const movable = mayMove && isMovable(card) && !fixed
  const { setNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: fixed ? `listed:${card.id}` : card.id,
    disabled: !movable,
    attributes: { roleDescription: t.drag.role },
  })
  const parts = partsWords(card, t.card, (day) => format.calendarDay(day, 'short'))
  const marks = marksOf(card, t.card)
  const said = [
    card.plate,
    format.time(card.startsAt),
    card.adviser,
    card.customer,
    ...card.work,
    words.statuses[card.status],
    t.card.prepared({ done: card.tasks.done, all: card.tasks.all }),
    parts,
    ...marks.map(({ word }) => word),
  ].filter(Boolean)
  return (
    <button
      type="button"
      ref={setNodeRef}
      {...(movable ? { ...attributes, ...listeners } : {})}
      onClick={() => open(card)}
      title={said.join(' · ')}
      aria-label={said.join(', ')}
      className={clsx(
        'rounded-control relative grid min-h-11 w-full gap-0.5 overflow-hidden border text-left',
        fixed ? 'px-3 py-2 text-sm' : 'px-1.5 py-1 text-xs',
        movable && 'cursor-grab touch-manipulation active:cursor-grabbing',
        isDragging && 'opacity-40',
        looksOf(card),
      )}
    >
      {parts && <span aria-hidden className="hatch absolute inset-y-0 left-0 w-1.5" />}
      <span className="flex items-center gap-1">
        {showTime && <span className="tabular font-medium">{format.time(card.startsAt)}</span>}
        <Plate plate={card.plate} size="small" className="h-5! shrink-0!" />
        <State card={card} />
      </span>
      <span className="truncate">{showAdviser ? card.adviser : card.customer}</span>
      <span className="text-muted truncate">{card.work.join(' · ')}</span>
      {parts && <span className="text-amber-ink truncate font-medium">{parts}</span>}
      {marks.length > 0 && (
        <span className="flex flex-wrap gap-0.5">
          {marks.map(({ word, tone }) => (
            <Badge key={word} tone={tone} className="px-1.5! leading-4!">
              {word}
            </Badge>
          ))}
        </span>
      )}
    </button>
  )
}

function marksOf(card: BoardCard, t: (typeof bookingBoard)['en']['card']) {
  const marks: {
    word: string
    tone: 'vermilion' | 'plum' | 'ochre' | 'amber' | 'pine' | 'sky' | 'celadon'
  }[] = []
  if (card.tasks.failed > 0) marks.push({ word: t.failed, tone: 'vermilion' })
  if (card.status === 'requested') marks.push({ word: t.offered, tone: 'sky' })
  if (card.way.waits) marks.push({ word: t.waits, tone: 'celadon' })
  if (card.difficult) marks.push({ word: t.difficult, tone: 'plum' })
  if (card.urgent) marks.push({ word: t.urgent, tone: 'vermilion' })
  else if (card.pastCapacity) marks.push({ word: t.past, tone: 'ochre' })
  if (card.confirmation?.result === 'notReached') marks.push({ word: t.notReached, tone: 'amber' })
  if (card.confirmation?.result === 'keeps') marks.push({ word: t.confirmed, tone: 'pine' })
  return marks
}

function State({ card: { status, tasks } }: { card: BoardCard }) {
  const size = 'size-3.5 shrink-0'
  if (status === 'noShow' || tasks.failed > 0)
    return <TriangleAlert aria-hidden className={clsx(size, 'text-vermilion-ink')} />
  if (status === 'ready') return <CircleCheck aria-hidden className={clsx(size, 'text-pine-ink')} />
  return null
}

function looksOf({ status, tasks, partsDay }: BoardCard): string {
  if (status === 'noShow' || tasks.failed > 0) return 'border-vermilion bg-vermilion-soft'
  if (status === 'arrived' || status === 'converted') return 'border-celadon bg-celadon-soft'
  if (status === 'waitingParts' || partsDay !== null) return 'border-amber border-dashed bg-raised pl-3!'
  if (status === 'requested') return 'border-line-strong border-dashed bg-raised'
  return status === 'ready' ? 'border-pine bg-raised' : 'border-line-strong/60 bg-raised'
}
