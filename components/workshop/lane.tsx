'use client'

import { useDroppable } from '@dnd-kit/core'
import clsx from 'clsx'
import { useLocale, useMessages } from '@/components/shell/locale'
import { workshop } from '@/lib/i18n/workshop'
import type { BoardBlock, BoardJob } from '@/lib/workshop/board'
import { Block, jobTitle } from './block'
import { hoursOn, percentOf, type Axis, type LaneTechnician } from './board-model'
import { GradeMark } from './marks'

type Props = {
  technician: LaneTechnician
  blocks: BoardBlock[]
  jobs: Map<string, BoardJob>
  next?: BoardJob
  axis: Axis
  now: number | null
  canDispatch: boolean
  ghost?: { start: Date; end: Date; bad: boolean }
  onOpen: (job: BoardJob, block: BoardBlock) => void
}

/** One technician: name, grade and next task on the left, the time of the day on the right. */
export function Lane({ technician, blocks, jobs, next, axis, now, canDispatch, ghost, onOpen }: Props) {
  const t = useMessages(workshop)
  const locale = useLocale()
  const { setNodeRef, isOver } = useDroppable({ id: `lane:${technician.id}`, disabled: !canDispatch })
  const grade = technician.grade ? t.grades[technician.grade] : ''
  const rows = rowsOf(blocks)
  const height = 56 * Math.max(1, ...rows.map((row) => row + 1))
  return (
    <li className="border-line flex border-b last:border-0">
      <div className="border-line bg-surface sticky left-0 z-20 flex w-40 shrink-0 flex-col justify-center border-r px-2.5 py-1">
        <span className="flex items-center gap-1.5 font-medium">
          {technician.grade && <GradeMark mark={t.gradeMarks[technician.grade]} word={grade} />}
          <span className="truncate">{technician.name}</span>
        </span>
        <span className="text-muted truncate text-xs">
          {!technician.certified
            ? t.notCertified
            : technician.duty.length === 0
              ? t.offDuty
              : next
                ? `${next.running ? t.running : t.nextTask}: ${jobTitle(next, locale)}`
                : t.nothingNext}
        </span>
      </div>
      <div
        ref={setNodeRef}
        role="group"
        aria-label={t.lane({ name: technician.name, grade })}
        className={clsx('bg-sunk relative flex-1', isOver && 'outline-celadon outline-2 -outline-offset-2')}
        style={{ height }}
      >
        {technician.duty.map(({ start, end }) => (
          <span
            key={+start}
            aria-hidden
            className="bg-surface absolute inset-y-0"
            style={{
              left: `${percentOf(start, axis)}%`,
              width: `${percentOf(end, axis) - percentOf(start, axis)}%`,
            }}
          />
        ))}
        {hoursOn(axis).map((at) => (
          <span
            key={+at}
            aria-hidden
            className="border-line absolute inset-y-0 border-l"
            style={{ left: `${percentOf(at, axis)}%` }}
          />
        ))}
        {blocks.map((block, index) => {
          const job = jobs.get(block.jobId)
          if (!job) return null
          const movable = canDispatch && block.status !== 'done' && job.status !== 'inWork'
          return (
            <Block
              key={block.id}
              {...{ block, job, axis, movable }}
              row={rows[index] ?? 0}
              onOpen={() => onOpen(job, block)}
            />
          )
        })}
        {ghost && (
          <span
            aria-hidden
            className={clsx(
              'rounded-control pointer-events-none absolute top-1 z-10 h-12 border-2 border-dashed',
              ghost.bad ? 'border-vermilion bg-vermilion-soft/60' : 'border-celadon bg-celadon-soft/60',
            )}
            style={{
              left: `${percentOf(ghost.start, axis)}%`,
              width: `${percentOf(ghost.end, axis) - percentOf(ghost.start, axis)}%`,
            }}
          />
        )}
        {now !== null && (
          <span
            aria-hidden
            className="bg-vermilion absolute inset-y-0 z-10 w-0.5"
            style={{ left: `${percentOf(now, axis)}%` }}
          />
        )}
      </div>
    </li>
  )
}

/** Blocks that overlap, such as one done late beside one begun early, stand below each other. */
function rowsOf(blocks: readonly BoardBlock[]): number[] {
  const ends: number[] = []
  return blocks.map(({ startsAt, endsAt }) => {
    const free = ends.findIndex((end) => end <= +startsAt)
    const row = free < 0 ? ends.length : free
    ends[row] = +endsAt
    return row
  })
}
