'use client'

import type { DragMoveEvent, KeyboardCoordinateGetter, Modifier, UniqueIdentifier } from '@dnd-kit/core'
import { useMemo, useState } from 'react'
import { underPointer, useDragSensors } from '@/components/ui/use-drag-sensors'
import { percentOf, momentAt, type Axis } from './board-model'

export type Aim = { jobId: string; planEntryId?: string; technicianId?: string; start?: Date }

const laneOf = (id: UniqueIdentifier | undefined) =>
  id === undefined ? undefined : String(id).replace(/^lane:/, '')

function clientX(event: Event | null): number | null {
  if (!event) return null
  if ('clientX' in event && typeof event.clientX === 'number') return event.clientX
  const touches = 'touches' in event ? (event.touches as ArrayLike<{ clientX: number }>) : undefined
  return touches?.[0]?.clientX ?? null
}

/** A card from the queue hangs with its left edge on the pointer, so that the edge is the start of the work. */
const leftEdgeToPointer: Modifier = ({ activatorEvent, draggingNodeRect, transform, active }) => {
  const x = clientX(activatorEvent)
  if (!draggingNodeRect || x === null || active?.data.current?.planEntryId) return transform
  return { ...transform, x: transform.x + x - draggingNodeRect.left }
}

const QUARTER = 15

/** Dragging on the board: by mouse, finger or keys; says where the job would be while the hand moves. */
export function useBoardDrag(axis: Axis, now: number) {
  const [aim, setAim] = useState<Aim | null>(null)
  const minutes = (+axis.end - +axis.start) / 60_000

  const coordinateGetter = useMemo<KeyboardCoordinateGetter>(
    () =>
      (event, { currentCoordinates, context }) => {
        const lanes = [...context.droppableRects.values()].sort((a, b) => a.top - b.top)
        const [first] = lanes
        if (!first || !['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.code))
          return undefined
        event.preventDefault()
        const at = lanes.findIndex(
          (lane) => currentCoordinates.y >= lane.top - 8 && currentCoordinates.y < lane.bottom - 8,
        )
        const onBoard = currentCoordinates.x >= first.left - 2 && currentCoordinates.x <= first.right
        if (!onBoard || at < 0)
          return { x: first.left + (first.width * percentOf(now, axis)) / 100, y: first.top + 4 }
        const step = (first.width * QUARTER) / minutes
        const lane =
          lanes[
            Math.min(
              lanes.length - 1,
              Math.max(0, at + (event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0)),
            )
          ]
        const x =
          currentCoordinates.x + (event.code === 'ArrowRight' ? step : event.code === 'ArrowLeft' ? -step : 0)
        return { x: Math.min(first.right - 8, Math.max(first.left, x)), y: (lane ?? first).top + 4 }
      },
    [axis, minutes, now],
  )
  const sensors = useDragSensors(coordinateGetter)

  const aimOf = ({ active, over }: Pick<DragMoveEvent, 'active' | 'over'>): Aim => {
    const { jobId, planEntryId } = (active.data.current ?? {}) as { jobId: string; planEntryId?: string }
    const left = active.rect.current.translated?.left
    if (!over || left === undefined) return { jobId, planEntryId }
    return {
      jobId,
      planEntryId,
      technicianId: laneOf(over.id),
      start: momentAt((left - over.rect.left) / over.rect.width, axis),
    }
  }
  return { sensors, collision: underPointer, modifiers: [leftEdgeToPointer], aim, setAim, aimOf }
}
