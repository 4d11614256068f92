'use client'

import { DndContext, DragOverlay, type DragEndEvent } from '@dnd-kit/core'
import { Plus, Wrench } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useFormat, useLocale, useMessages, useNow } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Plate } from '@/components/visit/plate'
import { MINUTE } from '@/lib/core/time'
import { workshop } from '@/lib/i18n/workshop'
import type { BoardBlock, BoardJob } from '@/lib/workshop/board'
import { gradeCovers } from '@/lib/workshop/grade'
import { jobTitle } from './block'
import {
  hoursOn,
  percentOf,
  roughClash,
  type Axis,
  type BayChoice,
  type Draft,
  type LaneTechnician,
} from './board-model'
import { Lane } from './lane'
import { PlanPanel, type PlanActions } from './plan-panel'
import { QueueCard } from './queue-card'
import { useBoardDrag, type Aim } from './use-board-drag'

type Props = {
  axis: Axis
  day: string
  isToday: boolean
  technicians: LaneTechnician[]
  bays: BayChoice[]
  blocks: BoardBlock[]
  jobs: BoardJob[]
  next: { technicianId: string; jobId: string }[]
  canDispatch: boolean
  actions: PlanActions
}

/** Width of the column of names in pixels. */
const LABELS = 160

/** The board: people down, time across, the queue beside it. Nothing changes before it is confirmed in the panel. */
export function Board({
  axis,
  day,
  isToday,
  technicians,
  bays,
  blocks,
  jobs,
  next,
  canDispatch,
  actions,
}: Props) {
  const t = useMessages(workshop)
  const format = useFormat()
  const locale = useLocale()
  const clock = useNow()
  const router = useRouter()
  const [draft, setDraft] = useState<Draft | null>(null)
  const byId = useMemo(() => new Map(jobs.map((job) => [job.jobId, job])), [jobs])
  const { sensors, collision, modifiers, aim, setAim, aimOf } = useBoardDrag(axis, clock)
  const queue = jobs.filter((job) => !job.planned && ['queued', 'paused', 'rework'].includes(job.status))
  const now = isToday && clock >= +axis.start && clock <= +axis.end ? clock : null
  const frame = useRef<HTMLElement>(null)
  const nowShare = now === null ? null : percentOf(now, axis)
  const startShare = useRef(nowShare)
  useEffect(() => {
    const box = frame.current
    if (box && startShare.current !== null)
      box.scrollLeft =
        ((box.scrollWidth - LABELS) * startShare.current) / 100 - (box.clientWidth - LABELS) / 3
  }, [])
  const nameOf = (id: string | null | undefined) => technicians.find((one) => one.id === id)?.name
  const dragged = aim ? byId.get(aim.jobId) : undefined
  const ghost =
    aim && dragged ? ghostOf(aim, dragged, technicians, blocks, (id) => byId.get(id)?.plate ?? '') : undefined

  const drop = (event: DragEndEvent) => {
    const target = aimOf(event)
    setAim(null)
    if (!target.technicianId || !target.start) return
    const block = blocks.find(({ id }) => id === target.planEntryId)
    setDraft({
      jobId: target.jobId,
      planEntryId: target.planEntryId,
      technicianId: target.technicianId,
      bayId: block?.bayId,
      startsAt: target.start,
    })
  }
  const open = (job: BoardJob, block: BoardBlock) => {
    if (!canDispatch) return
    if (block.status === 'done') return router.push(`/workshop/sheet/${job.orderId}`)
    const { id: planEntryId, technicianId, bayId, startsAt } = block
    setDraft({ jobId: job.jobId, planEntryId, technicianId, bayId, startsAt })
  }
  const said = (target: Aim) => {
    const name = nameOf(target.technicianId)
    return name && target.start ? { name, time: format.time(target.start) } : null
  }
  const titleOf = (id: string | undefined) => {
    const job = id ? byId.get(id) : undefined
    return job ? `${job.plate} ${jobTitle(job, locale)}` : ''
  }
  const over = (event: Parameters<typeof aimOf>[0]) => {
    const where = said(aimOf(event))
    return where ? t.drag.over(where) : t.drag.nowhere
  }
  const announcements = {
    onDragStart: ({ active }: { active: { data: { current?: { jobId?: string } } } }) =>
      t.drag.lifted({ job: titleOf(active.data.current?.jobId) }),
    onDragMove: over,
    onDragOver: (event: Parameters<typeof aimOf>[0]) => (said(aimOf(event)) ? over(event) : undefined),
    onDragEnd: (event: Parameters<typeof aimOf>[0]) => {
      const where = said(aimOf(event))
      return where ? t.drag.dropped(where) : t.drag.cancelled
    },
    onDragCancel: () => t.drag.cancelled,
  }

  return (
    <DndContext
      id="workshop-board"
      sensors={sensors}
      collisionDetection={collision}
      modifiers={modifiers}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t.drag.instructions } }}
      onDragMove={(event) => setAim(aimOf(event))}
      onDragOver={(event) => setAim(aimOf(event))}
      onDragEnd={drop}
      onDragCancel={() => setAim(null)}
    >
      <div className="desk:grid-cols-[minmax(0,1fr)_19rem] tablet:grid-cols-[minmax(0,1fr)_17rem] grid items-start gap-4">
        <section
          ref={frame}
          aria-label={t.timeAxis}
          className="rounded-card border-line bg-surface overflow-x-auto border"
          tabIndex={0}
        >
          <div className="min-w-[60rem]">
            <div className="border-line text-muted bg-sunk tabular flex h-8 border-b text-xs">
              <div className="border-line bg-sunk sticky left-0 z-20 w-40 shrink-0 border-r px-2.5 leading-8">
                {t.technicians}
              </div>
              <div className="relative flex-1">
                {hoursOn(axis)
                  .slice(0, -1)
                  .map((at) => (
                    <span
                      key={+at}
                      className="absolute pl-1 leading-8"
                      style={{ left: `${percentOf(at, axis)}%` }}
                    >
                      {format.time(at)}
                    </span>
                  ))}
                {now !== null && (
                  <span
                    className="bg-vermilion text-on-vermilion absolute top-1.5 z-10 -translate-x-1/2 rounded-full px-1.5 leading-5"
                    style={{ left: `${percentOf(now, axis)}%` }}
                  >
                    <span className="sr-only">{t.now} </span>
                    {format.time(now)}
                  </span>
                )}
              </div>
            </div>
            <ul>
              {technicians.map((technician) => (
                <Lane
                  key={technician.id}
                  {...{ technician, axis, now, canDispatch }}
                  jobs={byId}
                  blocks={blocks.filter(({ technicianId }) => technicianId === technician.id)}
                  next={byId.get(
                    next.find(({ technicianId }) => technicianId === technician.id)?.jobId ?? '',
                  )}
                  ghost={aim?.technicianId === technician.id ? ghost : undefined}
                  onOpen={open}
                />
              ))}
            </ul>
            {technicians.length === 0 && (
              <Empty title={t.noTechnicians} icon={<Wrench />} className="m-4">
                {t.noTechniciansTeach}
              </Empty>
            )}
          </div>
        </section>
        <section className="tablet:sticky tablet:top-4 grid gap-2">
          <header className="flex min-h-9 flex-wrap items-center gap-2">
            <h2 className="font-title text-lg font-semibold">{t.queue}</h2>
            <span className="text-muted tabular">{queue.length}</span>
            {canDispatch && queue.length > 0 && (
              <Button
                size="small"
                className="ml-auto"
                icon={<Plus aria-hidden className="size-4" />}
                onClick={() => setDraft({})}
              >
                {t.planJob}
              </Button>
            )}
          </header>
          {aim && (
            <p
              className="rounded-control bg-celadon-soft text-celadon-ink tabular px-3 py-2 text-sm"
              aria-hidden
            >
              {ghost && dragged
                ? `${t.drag.hint({ name: nameOf(aim.technicianId) ?? '', from: format.time(ghost.start), to: format.time(ghost.end) })} · ${ghostWord(ghost, t)}`
                : t.drag.nowhere}
            </p>
          )}
          {queue.length === 0 && <Empty title={t.queueEmpty}>{t.queueTeach}</Empty>}
          <ul className="tablet:max-h-[calc(100dvh-12rem)] grid gap-2 overflow-y-auto">
            {queue.map((job) => (
              <li key={job.jobId}>
                <QueueCard
                  {...{ job, canDispatch }}
                  suggested={nameOf(job.suggestedTechnicianId)}
                  requested={nameOf(job.requestedTechnicianId)}
                  onOpen={() =>
                    canDispatch &&
                    setDraft({
                      jobId: job.jobId,
                      startsAt: job.expectedStart ?? undefined,
                      technicianId: job.suggestedTechnicianId ?? undefined,
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className="rounded-control border-celadon bg-raised shadow-float grid h-12 w-44 content-center gap-0.5 border px-2 text-xs">
            <Plate plate={dragged.plate} size="small" className="h-5!" />
            <span className="truncate">{jobTitle(dragged, locale)}</span>
          </div>
        )}
      </DragOverlay>
      <PlanPanel {...{ draft, jobs, technicians, bays, day, actions }} onClose={() => setDraft(null)} />
    </DndContext>
  )
}

type Ghost = { start: Date; end: Date; bad: boolean; plate?: string; gradeLow: boolean }

function ghostOf(
  aim: Aim,
  job: BoardJob,
  technicians: LaneTechnician[],
  blocks: BoardBlock[],
  plateOf: (jobId: string) => string,
): Ghost | undefined {
  const { start, technicianId } = aim
  const technician = technicians.find(({ id }) => id === technicianId)
  if (!start || !technician) return undefined
  const clash = roughClash(job, technician.id, start, blocks, aim.planEntryId)
  const gradeLow = !gradeCovers(technician.grade, job.minGrade)
  return {
    start,
    end: new Date(+start + job.minutesLeft * MINUTE),
    bad: !!clash || gradeLow,
    plate: clash ? plateOf(clash.jobId) : undefined,
    gradeLow,
  }
}

function ghostWord(ghost: Ghost, t: (typeof workshop)['en']): string {
  if (ghost.gradeLow) return t.drag.gradeLow
  return ghost.plate ? t.drag.clash({ plate: ghost.plate }) : t.drag.free
}
