'use client'

import type { ReactNode } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge, Status, type StatusShape } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import { workshop } from '@/lib/i18n/workshop'
import type { BoardJob } from '@/lib/workshop/board'
import { jobTitle } from './block'
import { SkillMark } from './marks'
import { JobMarks } from './queue-card'

const SHAPES: Record<string, StatusShape> = {
  queued: 'open',
  assigned: 'waiting',
  inWork: 'now',
  paused: 'paused',
  done: 'done',
  rework: 'late',
  qcPassed: 'done',
  billed: 'done',
}

type Names = { technicians: { id: string; name: string }[] }

/** All confirmed work (S5-01) with its technician (S5-08) and expected completion (S5-10). */
export function ConfirmedTable({ jobs, technicians }: { jobs: BoardJob[] } & Names) {
  const t = useMessages(workshop)
  const format = useFormat()
  const locale = useLocale()
  const nameOf = (id: string | null) => technicians.find((one) => one.id === id)?.name
  if (jobs.length === 0) return <Empty title={t.confirmedEmpty}>{t.confirmedTeach}</Empty>
  return (
    <Table caption={t.facts.confirmed}>
      <thead>
        <tr>
          <Th>{t.columns.plate}</Th>
          <Th>{t.columns.job}</Th>
          <Th>{t.columns.status}</Th>
          <Th>{t.columns.technician}</Th>
          <Th numeric>{t.columns.expected}</Th>
          <Th numeric>{t.columns.promised}</Th>
          <Th>{t.columns.order}</Th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <Tr key={job.jobId}>
            <Td>
              <Plate plate={job.plate} size="small" />
            </Td>
            <Td>
              <span className="flex flex-wrap items-center gap-1.5">
                <SkillMark
                  skill={job.skill}
                  mark={t.skillMarks[job.skill] ?? ''}
                  word={t.skills[job.skill] ?? job.skill}
                />
                {jobTitle(job, locale)}
                <JobMarks job={job} />
              </span>
            </Td>
            <Td>
              <Status shape={SHAPES[job.status] ?? 'open'}>{t.jobStatus[job.status]}</Status>
            </Td>
            <Td>
              {nameOf(job.technicianId) ??
                (job.suggestedTechnicianId ? (
                  <span className="text-muted">{`(${nameOf(job.suggestedTechnicianId)})`}</span>
                ) : (
                  '–'
                ))}
            </Td>
            <Td numeric>
              {job.expectedEnd
                ? job.planned || job.doneAt
                  ? format.dateTime(job.expectedEnd)
                  : t.notPlannedEnd({ time: format.dateTime(job.expectedEnd) })
                : t.noEnd}
            </Td>
            <Td numeric>{job.promisedTo ? format.dateTime(job.promisedTo) : '–'}</Td>
            <Td>{job.orderNo}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

type SideList = {
  id: string
  title: string
  empty: string
  rows: { key: string; plate: string; words: ReactNode; aside?: ReactNode }[]
}

function List({ id, title, empty, rows }: SideList) {
  return (
    <Section id={id} title={title} aside={rows.length} card className="scroll-mt-4">
      {rows.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <ol className="divide-line -my-2 divide-y">
          {rows.map(({ key, plate, words, aside }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <Plate plate={plate} size="small" />
              <span className="flex min-w-0 flex-1 basis-32 flex-wrap items-center gap-1.5">{words}</span>
              <span className="text-muted tabular ml-auto text-sm">{aside}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

type Sides = {
  priority: BoardJob[]
  delayed: BoardJob[]
  authority: { id: string; plate: string; what: string; status: string; since: Date; adviser: string }[]
  wash: { orderId: string; plate: string; status: string; waits: boolean; promisedTo: Date | null }[]
  roadTests: { orderId: string; plate: string; status: string; waits: boolean; promisedTo: Date | null }[]
  booked: {
    id: string
    plate: string
    startsAt: Date
    promisedFrom: Date | null
    promisedAt: Date | null
    provisional: boolean
    labourMinutes: number
    waits: boolean
    arrived: boolean
    concern: string
  }[]
}

/** The lists beside the plan: urgent, delayed, waiting for the customer, wash and road test, booked. */
export function BoardLists({ priority, delayed, authority, wash, roadTests, booked }: Sides) {
  const t = useMessages(workshop)
  const format = useFormat()
  const locale = useLocale()
  const queue = (row: Sides['wash'][number], position: number) => ({
    key: row.orderId,
    plate: row.plate,
    words: (
      <>
        <span className="tabular text-muted">{position + 1}</span>
        <Badge>{t.roadStatus[row.status]}</Badge>
        {row.waits && <Badge tone="celadon">{t.marks.waits}</Badge>}
      </>
    ),
    aside: row.promisedTo ? format.dateTime(row.promisedTo) : '',
  })
  return (
    <div className="tablet:grid-cols-2 desk:grid-cols-3 grid items-start gap-4">
      <List
        id="delayed"
        title={t.facts.delayed}
        empty={t.nothing.delayed}
        rows={delayed.map((job) => ({
          key: job.jobId,
          plate: job.plate,
          words: (
            <>
              {jobTitle(job, locale)}
              {job.lateMinutes > 0 && (
                <Badge tone="vermilion">{t.lateBy({ duration: format.duration(job.lateMinutes) })}</Badge>
              )}
              {job.lateStartMinutes > 0 && (
                <Badge tone="amber">{t.lateStart({ duration: format.duration(job.lateStartMinutes) })}</Badge>
              )}
            </>
          ),
          aside: job.expectedEnd ? `${t.expected} ${format.dateTime(job.expectedEnd)}` : t.noEnd,
        }))}
      />
      <List
        id="priority"
        title={t.facts.priority}
        empty={t.nothing.priority}
        rows={priority.map((job) => ({
          key: job.jobId,
          plate: job.plate,
          words: (
            <>
              {jobTitle(job, locale)}
              <JobMarks job={job} />
            </>
          ),
          aside: job.customer,
        }))}
      />
      <List
        id="authority"
        title={t.facts.authority}
        empty={t.nothing.authority}
        rows={authority.map((row) => ({
          key: row.id,
          plate: row.plate,
          words: (
            <>
              {row.what}
              <Badge tone="amber">{t.authorityStatus[row.status]}</Badge>
            </>
          ),
          aside: `${row.adviser} ${format.dateTime(row.since)}`,
        }))}
      />
      <List id="wash" title={t.wash} empty={t.nothing.wash} rows={wash.map(queue)} />
      <List id="road" title={t.roadTest} empty={t.nothing.road} rows={roadTests.map(queue)} />
      <List
        id="booked"
        title={t.facts.booked}
        empty={t.nothing.booked}
        rows={booked.map((row) => ({
          key: row.id,
          plate: row.plate,
          words: (
            <>
              {row.concern || format.labourHours(row.labourMinutes)}
              {row.waits && <Badge tone="celadon">{t.marks.waits}</Badge>}
              {row.arrived && <Badge tone="pine">{t.arrived}</Badge>}
              {row.provisional && <Badge tone="amber">{t.provisional}</Badge>}
            </>
          ),
          aside: row.promisedAt
            ? t.inOut({
                in: format.time(row.startsAt),
                out: `${format.day(row.promisedAt)} ${format.timeRange(row.promisedFrom ?? row.promisedAt, row.promisedAt)}`,
              })
            : format.time(row.startsAt),
        }))}
      />
    </div>
  )
}
