'use client'

import { useDraggable } from '@dnd-kit/core'
import clsx from 'clsx'
import { GripVertical } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Plate } from '@/components/visit/plate'
import { workshop } from '@/lib/i18n/workshop'
import type { BoardJob } from '@/lib/workshop/board'
import { jobTitle } from './block'
import { SkillMark } from './marks'

type Props = {
  job: BoardJob
  suggested?: string
  requested?: string
  canDispatch: boolean
  onOpen: () => void
}

/** A job that waits for a place: drag it by any point, or open the form. */
export function QueueCard({ job, suggested, requested, canDispatch, onOpen }: Props) {
  const t = useMessages(workshop)
  const { setNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: `job:${job.jobId}`,
    disabled: !canDispatch,
    attributes: { roleDescription: t.drag.role },
    data: { jobId: job.jobId },
  })
  return (
    <button
      type="button"
      ref={setNodeRef}
      {...(canDispatch ? { ...attributes, ...listeners } : {})}
      onClick={onOpen}
      className={clsx(
        'rounded-card border-line bg-raised hover:border-line-strong relative grid w-full gap-1.5 overflow-hidden border p-2.5 text-left',
        canDispatch && 'cursor-grab touch-manipulation active:cursor-grabbing',
        isDragging && 'opacity-40',
      )}
    >
      <QueueCardBody {...{ job, suggested, requested, canDispatch }} />
    </button>
  )
}

function QueueCardBody({ job, suggested, requested, canDispatch }: Omit<Props, 'onOpen'>) {
  const t = useMessages(workshop)
  const format = useFormat()
  const locale = useLocale()
  return (
    <>
      {job.partsMissing > 0 && <span aria-hidden className="hatch absolute inset-y-0 left-0 w-2" />}
      <span className="flex items-center gap-2">
        {canDispatch && <GripVertical aria-hidden className="text-muted -ml-1 size-4 shrink-0" />}
        <Plate plate={job.plate} size="small" />
        <SkillMark
          skill={job.skill}
          mark={t.skillMarks[job.skill] ?? ''}
          word={t.skills[job.skill] ?? job.skill}
        />
        <span className="tabular ml-auto text-sm">{format.duration(job.minutesLeft)}</span>
      </span>
      <span className="font-medium">{jobTitle(job, locale)}</span>
      <span className="flex flex-wrap gap-1">
        <JobMarks job={job} />
        {job.minGrade !== 'junior' && <Badge>{t.needsGrade({ grade: t.grades[job.minGrade] })}</Badge>}
        {requested && <Badge tone="indigo">{t.asksFor({ name: requested })}</Badge>}
      </span>
      {job.reworkReason && <span className="text-vermilion-ink text-sm">{job.reworkReason}</span>}
      <span className="text-muted text-sm">
        {job.promisedTo && `${t.promised} ${format.dateTime(job.promisedTo)}`}
        {job.promisedTo && ' · '}
        {suggested && job.expectedEnd
          ? t.suggestion({ name: suggested, time: format.dateTime(job.expectedEnd) })
          : t.nobody}
      </span>
    </>
  )
}

/** Why a job comes first or may be late; words, not colours alone. */
export function JobMarks({ job }: { job: BoardJob }) {
  const t = useMessages(workshop)
  const format = useFormat()
  return (
    <>
      {job.status === 'rework' && <Badge tone="vermilion">{t.marks.rework}</Badge>}
      {job.status === 'paused' && <Badge tone="amber">{t.pauseReasons[job.pauseReason ?? 'other']}</Badge>}
      {job.waits && <Badge tone="celadon">{t.marks.waits}</Badge>}
      {job.vip && <Badge tone="plum">{t.marks.vip}</Badge>}
      {job.comeback && <Badge tone="rust">{t.marks.comeback}</Badge>}
      {job.priority && !job.waits && !job.vip && !job.comeback && (
        <Badge tone="celadon">{t.marks.priority}</Badge>
      )}
      {job.lateMinutes > 0 && (
        <Badge tone="vermilion">{t.lateBy({ duration: format.duration(job.lateMinutes) })}</Badge>
      )}
      {job.tight && <Badge tone="amber">{t.marks.tight}</Badge>}
      {job.partsMissing > 0 && (
        <Badge tone="amber">
          {job.partsExpectedOn
            ? t.partsOn({ day: format.calendarDay(job.partsExpectedOn, 'short') })
            : t.marks.partsMissing}
        </Badge>
      )}
    </>
  )
}
