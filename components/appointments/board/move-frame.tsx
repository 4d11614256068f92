'use client'

import { DndContext, DragOverlay, type DragEndEvent } from '@dnd-kit/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { underPointer } from '@/components/ui/use-drag-sensors'
import { Plate } from '@/components/visit/plate'
import type { BoardCard } from '@/lib/appointments/booking-board'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { ConsequenceView } from './consequence'
import { MoveFrameContext } from './move-frame-context'
import { MovePanel, type MoveActions, type MoveDraft } from './move-panel'
import { useConsequence } from './use-consequence'
import { useMoveDrag, type Aim } from './use-move-drag'

type Props = {
  cards: BoardCard[]
  advisers: { id: string; name: string }[]
  /** Times at which a car may be received, 'HH:mm'. */
  times: string[]
  mayMove: boolean
  mayOverride: boolean
  actions: MoveActions
  children: ReactNode
}

/** Around a board whose cars can be moved: while one is carried, what would follow is shown; nothing moves before the panel's yes. */
export function MoveFrame({ cards, advisers, times, mayMove, mayOverride, actions, children }: Props) {
  const t = useMessages(bookingBoard)
  const format = useFormat()
  const [draft, setDraft] = useState<MoveDraft | null>(null)
  const { sensors, aim, setAim, aimOf } = useMoveDrag(cards)
  const live = useConsequence(
    actions.consequence,
    aim?.place ? { appointmentId: aim.card.id, ...aim.place } : null,
  )
  const frame = useMemo(
    () => ({ mayMove, open: (card: BoardCard) => setDraft({ card, startsAt: '', adviserId: '' }) }),
    [mayMove],
  )
  const drop = (event: DragEndEvent) => {
    const now = aimOf(event)
    // What is shown is what is done, also when the page was made anew in this very moment.
    const target = now?.place ? now : aim
    setAim(null)
    if (target?.place) setDraft({ card: target.card, ...target.place })
  }
  const where = (target: Aim | null) => (target?.place ? target.label : null)
  const over = (event: Parameters<typeof aimOf>[0]) => {
    const place = aimOf(event)?.label
    return place ? t.drag.over({ where: place }) : t.drag.nowhere
  }
  const announcements = {
    onDragStart: ({ active }: { active: { id: string | number } }) =>
      t.drag.lifted({ car: cards.find(({ id }) => id === active.id)?.plate ?? '' }),
    onDragMove: over,
    // What has just been lifted lies over its own time: that it was lifted is the news.
    onDragOver: (event: Parameters<typeof aimOf>[0]) => (where(aimOf(event)) ? over(event) : undefined),
    onDragEnd: (event: Parameters<typeof aimOf>[0]) => {
      const place = where(aimOf(event))
      return place ? t.drag.dropped({ where: place }) : t.drag.cancelled
    },
    onDragCancel: () => t.drag.cancelled,
  }
  return (
    <DndContext
      id="booking-board"
      sensors={sensors}
      collisionDetection={underPointer}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t.drag.instructions } }}
      onDragMove={(event) => setAim(aimOf(event))}
      onDragOver={(event) => setAim(aimOf(event))}
      onDragEnd={drop}
      onDragCancel={() => setAim(null)}
    >
      <MoveFrameContext value={frame}>{children}</MoveFrameContext>
      <DragOverlay dropAnimation={null}>
        {aim && (
          <div className="rounded-control border-celadon bg-raised shadow-float grid h-12 w-28 content-center gap-0.5 border px-2 text-xs">
            <Plate plate={aim.card.plate} size="small" className="h-5!" />
            <span className="tabular truncate">
              {aim.place ? format.time(aim.place.startsAt) : format.time(aim.card.startsAt)}
            </span>
          </div>
        )}
      </DragOverlay>
      {aim?.place && (
        <div className="shadow-float rounded-card pointer-events-none fixed right-4 bottom-4 z-40 w-[min(24rem,calc(100vw-2rem))]">
          <ConsequenceView {...live} />
        </div>
      )}
      <MovePanel
        {...{ draft, advisers, times, mayMove, mayOverride, actions }}
        onClose={() => setDraft(null)}
      />
    </DndContext>
  )
}
