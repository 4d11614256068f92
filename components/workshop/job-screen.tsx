'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge, Status } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { Plate } from '@/components/visit/plate'
import { workshop } from '@/lib/i18n/workshop'
import { jobTitle } from './block'
import { JobActions, type JobActionSet } from './job-actions'
import { JobClock } from './job-clock'
import { JobRecord, type JobRecordProps } from './job-record'

export type JobScreenProps = {
  job: {
    jobId: string
    visitId: string
    title: string
    titleEn: string
    status: string
    minutes: number
    workedMinutes: number
    runningSince: Date | null
    plate: string
    car: string
    bay: string | null
    startsAt: Date | null
    endsAt: Date | null
    waits: boolean
    promisedTo: Date | null
    reworkReasons: string[]
    mine: boolean
  }
  otherRuns: boolean
  loadedAt: Date
  record: JobRecordProps
  actions: JobActionSet
}

/** One job on one screen, readable at arm's length and usable with a gloved thumb. Shows neither price nor telephone. */
export function JobScreen({ job, otherRuns, loadedAt, record, actions }: JobScreenProps) {
  const t = useMessages(workshop)
  const format = useFormat()
  const locale = useLocale()
  const running = job.runningSince !== null
  return (
    <article className="grid gap-5">
      <div className="rounded-card border-line bg-surface grid gap-4 border p-4">
        <div className="flex flex-wrap items-center gap-2">
          <Status
            shape={
              running
                ? 'now'
                : job.status === 'paused'
                  ? 'paused'
                  : job.status === 'rework'
                    ? 'late'
                    : 'waiting'
            }
          >
            {running
              ? t.my.now
              : job.status === 'paused'
                ? t.my.paused
                : job.status === 'rework'
                  ? t.my.again
                  : t.my.next}
          </Status>
          {job.waits && <Badge tone="celadon">{t.marks.waits}</Badge>}
          {job.startsAt && job.endsAt && (
            <span className="text-muted tabular ml-auto">{format.timeRange(job.startsAt, job.endsAt)}</span>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Plate plate={job.plate} size="large" />
          <span className="text-lg">{job.car}</span>
          {job.bay && (
            <span className="bg-sunk rounded-control ml-auto px-3 py-1 text-xl font-semibold">{job.bay}</span>
          )}
        </div>
        <h2 className="font-title text-2xl font-semibold">{jobTitle(job, locale)}</h2>
        {job.promisedTo && (
          <p className="text-muted">
            {t.promised} <span className="tabular text-ink">{format.dateTime(job.promisedTo)}</span>
          </p>
        )}
        {job.reworkReasons.map((reason) => (
          <Notice key={reason} kind="danger">
            <strong>{t.my.reworkReason}</strong> {reason}
          </Notice>
        ))}
        <JobClock
          workedMinutes={job.workedMinutes}
          runningSince={job.runningSince}
          plannedMinutes={job.minutes}
          loadedAt={loadedAt}
        />
        {otherRuns && !running && <Notice kind="info">{t.my.otherRuns}</Notice>}
        {job.mine && (
          <JobActions
            jobId={job.jobId}
            visitId={job.visitId}
            status={job.status}
            running={running}
            turn={record.clockings.length}
            actions={actions}
          />
        )}
      </div>
      <JobRecord {...record} />
    </article>
  )
}
