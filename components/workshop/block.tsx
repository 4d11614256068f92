'use client'

import { useDraggable } from '@dnd-kit/core'
import clsx from 'clsx'
import { CircleCheck, CirclePause, Play, TriangleAlert } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Plate } from '@/components/visit/plate'
import { workshop } from '@/lib/i18n/workshop'
import type { BoardBlock, BoardJob } from '@/lib/workshop/board'
import { percentOf, type Axis } from './board-model'
import { SkillMark } from './marks'

type Props = {
  block: BoardBlock
  job: BoardJob
  axis: Axis
  row: number
  movable: boolean
  onOpen: () => void
}

export const jobTitle = (job: { title: string; titleEn: string }, locale: string): string =>
  locale === 'en' && job.titleEn ? job.titleEn : job.title

/** A job on the time axis: plate, work, skill, state; its right edge is the risk of the promise. */
export function Block({ block, job, axis, row, movable, onOpen }: Props) {
  const t = useMessages(workshop)
  const format = useFormat()
  const locale = useLocale()
  const { setNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: `entry:${block.id}`,
    disabled: !movable,
    attributes: { roleDescription: t.drag.role },
    data: { jobId: job.jobId, planEntryId: block.id },
  })
  const left = percentOf(block.startsAt, axis)
  const width = percentOf(block.endsAt, axis) - left
  const title = jobTitle(job, locale)
  const late = job.lateMinutes > 0
  const said = [
    job.plate,
    title,
    format.timeRange(block.startsAt, block.endsAt),
    t.skills[job.skill],
    t.jobStatus[job.status],
    late ? t.lateBy({ duration: format.duration(job.lateMinutes) }) : job.tight ? t.marks.tight : '',
    job.partsMissing > 0 ? t.marks.partsMissing : '',
    block.overrun ? t.marks.overrun : '',
  ].filter(Boolean)
  return (
    <button
      type="button"
      ref={setNodeRef}
      {...(movable ? { ...attributes, ...listeners } : {})}
      onClick={onOpen}
      title={said.join(' · ')}
      aria-label={said.join(', ')}
      style={{ left: `${left}%`, width: `calc(${Math.max(width, 1)}% - 2px)`, top: row * 56 + 4 }}
      className={clsx(
        'rounded-control @container absolute flex h-12 min-w-11 flex-col justify-center gap-0.5 overflow-hidden border py-0.5 pr-2 pl-1.5 text-left text-xs',
        movable && 'cursor-grab touch-manipulation active:cursor-grabbing',
        isDragging && 'opacity-40',
        LOOKS[block.status],
        job.status === 'paused' && 'border-dashed',
      )}
    >
      <span className="flex items-center gap-1">
        <span className="hidden items-center @min-[4.25rem]:flex">
          <Plate plate={job.plate} size="small" className="h-5! shrink-0!" />
        </span>
        <span className="tabular font-semibold @min-[4.25rem]:hidden">{job.plate.slice(-4)}</span>
        <StateIcon block={block} job={job} />
        <span className="hidden @min-[7rem]:flex">
          <SkillMark
            skill={job.skill}
            mark={t.skillMarks[job.skill] ?? ''}
            word={t.skills[job.skill] ?? job.skill}
          />
        </span>
      </span>
      <span className="truncate">{title}</span>
      {job.partsMissing > 0 && block.status !== 'done' && (
        <span aria-hidden className="hatch absolute inset-x-0 bottom-0 h-2" />
      )}
      {block.status !== 'done' && (
        <span aria-hidden className={clsx('absolute inset-y-0 right-0 w-1.5', edge(job))} />
      )}
    </button>
  )
}

const LOOKS = {
  planned: 'border-line-strong/60 bg-raised text-ink',
  active: 'border-celadon bg-celadon-soft text-ink',
  done: 'border-line bg-sunk text-muted',
}

const edge = (job: BoardJob) => {
  if (job.lateMinutes > 0) return 'bg-vermilion stripes-late'
  if (job.tight) return 'bg-amber'
  return job.promisedTo ? 'bg-pine' : 'bg-line'
}

function StateIcon({ block, job }: { block: BoardBlock; job: BoardJob }) {
  const size = 'size-3.5 shrink-0'
  if (block.status === 'done') return <CircleCheck aria-hidden className={clsx(size, 'text-pine-ink')} />
  if (block.overrun || job.lateMinutes > 0)
    return <TriangleAlert aria-hidden className={clsx(size, 'text-vermilion-ink')} />
  if (job.status === 'paused') return <CirclePause aria-hidden className={clsx(size, 'text-amber-ink')} />
  if (job.status === 'inWork')
    return <Play aria-hidden className={clsx(size, 'text-celadon-ink fill-current')} />
  return null
}
