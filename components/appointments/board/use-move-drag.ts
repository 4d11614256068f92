'use client'

import type { DragMoveEvent, KeyboardCoordinateGetter } from '@dnd-kit/core'
import { useState } from 'react'
import { useReader } from '@/components/shell/locale'
import { useDragSensors } from '@/components/ui/use-drag-sensors'
import { instant, timeOf } from '@/lib/core/time'
import type { BoardCard } from '@/lib/appointments/booking-board'

/** Where a car may be put down: a half hour of an adviser, or a day at the hour it has. */
export type Target = { label: string; startsAt?: string; adviserId?: string; day?: string }
export type Aim = { card: BoardCard; place: { startsAt: string; adviserId: string } | null; label: string }

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const

/** The next place in the direction of an arrow: sideways the nearest beside this one, up and down the nearest row. */
const toNextPlace: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const way = WAYS[event.code as keyof typeof WAYS]
  if (!way) return undefined
  event.preventDefault()
  const [dx, dy] = way
  const from = context.over?.rect ?? {
    left: currentCoordinates.x,
    right: currentCoordinates.x + 1,
    top: currentCoordinates.y,
    bottom: currentCoordinates.y + 1,
  }
  const beside = (rect: Sides) => rect.top < from.bottom - 1 && rect.bottom > from.top + 1
  const next = [...context.droppableRects.values()]
    .filter((rect) =>
      dx
        ? beside(rect) && (middleX(rect) - middleX(from)) * dx > 4
        : dy > 0
          ? rect.top >= from.bottom - 2
          : rect.bottom <= from.top + 2,
    )
    .sort((a, b) => away(a, from, dx) - away(b, from, dx))[0]
  return next && { x: next.left + 2, y: next.top + 2 }
}

type Sides = { left: number; right: number; top: number; bottom: number }
const middleX = ({ left, right }: Sides) => (left + right) / 2
const away = (rect: Sides, from: Sides, sideways: number): number => {
  const x = Math.abs(middleX(rect) - middleX(from))
  return sideways ? x : Math.abs(rect.top - from.top) * 8 + x
}

/** Dragging a booked car: by mouse, finger or keys; says where it would go while the hand moves. */
export function useMoveDrag(cards: readonly BoardCard[]) {
  const { timeZone } = useReader()
  const [aim, setAim] = useState<Aim | null>(null)
  const sensors = useDragSensors(toNextPlace)
  const aimOf = ({ active, over }: Pick<DragMoveEvent, 'active' | 'over'>): Aim | null => {
    const card = cards.find(({ id }) => id === active.id)
    if (!card) return null
    const target = over?.data.current as Target | undefined
    if (!target) return { card, place: null, label: '' }
    const startsAt =
      target.startsAt ?? instant(target.day ?? '', timeOf(card.startsAt, timeZone), timeZone).toISOString()
    const adviserId = target.adviserId && target.adviserId !== card.adviserId ? target.adviserId : ''
    const stays = +new Date(startsAt) === +card.startsAt && !adviserId
    return { card, place: stays ? null : { startsAt, adviserId }, label: target.label }
  }
  return { sensors, aim, setAim, aimOf }
}
