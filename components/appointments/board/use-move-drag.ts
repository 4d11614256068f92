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

/** The next place in the direction of an arrow: the nearest one whose middle lies that way. */
const toNextPlace: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const way = WAYS[event.code as keyof typeof WAYS]
  if (!way) return undefined
  event.preventDefault()
  const [dx, dy] = way
  const here = context.over?.rect
  const from = here
    ? { x: here.left + here.width / 2, y: here.top + here.height / 2 }
    : { x: currentCoordinates.x, y: currentCoordinates.y }
  const next = [...context.droppableRects.values()]
    .map((rect) => ({ rect, x: rect.left + rect.width / 2 - from.x, y: rect.top + rect.height / 2 - from.y }))
    .filter(({ x, y }) => (dx ? x * dx > 4 && Math.abs(y) < 12 : y * dy > 4))
    .sort((a, b) => (dx ? Math.abs(a.x) - Math.abs(b.x) : distance(a) - distance(b)))[0]
  return next && { x: next.rect.left + 2, y: next.rect.top + 2 }
}

const distance = ({ x, y }: { x: number; y: number }) => Math.abs(y) * 4 + Math.abs(x)

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
