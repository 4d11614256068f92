import { minutesAfter, minutesBetween, overlaps, type Interval } from '../core/time'
import type { Grade } from './grade'
import { forecast, minutesToPlan, type Duty, type LiveEntry } from './plan'
import { suggest } from './suggest'
import { workingMinutes } from './working-time'

export type JobRow = {
  jobId: string
  orderId: string
  orderNo: string
  orderStatus: string
  visitId: string
  plate: string
  car: string
  customer: string
  title: string
  titleEn: string
  status: string
  minutes: number
  workedMinutes: number
  skill: string
  minGrade: Grade
  bayKind: string
  waits: boolean
  vip: boolean
  comeback: boolean
  promisedTo: Date | null
  authorisedAt: Date | null
  workStartedAt: Date | null
  bookedAt: Date | null
  bookedUntil: Date | null
  requestedTechnicianId: string | null
  keeperId: string | null
  partsMissing: number
  partsExpectedOn: string | null
  pauseReason: string | null
  reworkReason: string | null
  doneAt: Date | null
  doneById: string | null
}

export type TechnicianRow = {
  id: string
  name: string
  nameEn: string
  grade: Grade | null
  skills: string[]
  certified: boolean
}

export type BlockRow = {
  id: string
  jobId: string
  technicianId: string
  bayId: string
  startsAt: Date
  endsAt: Date
  status: 'planned' | 'active' | 'done'
  priority: number
}

export type BoardJob = JobRow & {
  /** Minutes that are still to be planned or worked. */
  minutesLeft: number
  priority: boolean
  planEntryId: string | null
  technicianId: string | null
  bayId: string | null
  running: boolean
  /** When the work can be expected to begin and end; of a job without a place, what a good dispatch would give. */
  expectedStart: Date | null
  expectedEnd: Date | null
  planned: boolean
  suggestedTechnicianId: string | null
  lateMinutes: number
  tight: boolean
  lateStartMinutes: number
}

export type BoardBlock = BlockRow & { overrun: boolean }

const UNDONE = ['queued', 'assigned', 'inWork', 'paused', 'rework']
export const isUndone = (status: string): boolean => UNDONE.includes(status)

type Facts = {
  now: Date
  jobs: readonly JobRow[]
  live: readonly LiveEntry[]
  priorities: ReadonlyMap<string, number>
  technicians: readonly TechnicianRow[]
  duty: Duty
  bufferMinutes: number
}

/** Waiting customers, comebacks and what the foreman marked come first; then who was promised first (S5-03). */
const isPriority = ({ waits, vip, comeback }: JobRow, marked: number): boolean =>
  marked > 0 || waits || vip || comeback
const byUrgency = (a: BoardJob, b: BoardJob) =>
  Number(b.status === 'rework') - Number(a.status === 'rework') ||
  Number(b.priority) - Number(a.priority) ||
  (a.promisedTo ? +a.promisedTo : Infinity) - (b.promisedTo ? +b.promisedTo : Infinity) ||
  a.orderNo.localeCompare(b.orderNo)

/** Every approved job with its technician (S5-08) and the time at which it can be expected (S5-10). */
export function boardJobs({
  now,
  jobs,
  live,
  priorities,
  technicians,
  duty,
  bufferMinutes,
}: Facts): BoardJob[] {
  const expected = forecast(live, duty, now)
  const entryOf = new Map(live.map((entry) => [entry.jobId, entry]))
  const start = jobs.map((job): BoardJob => {
    const entry = entryOf.get(job.jobId)
    const interval = entry && expected.get(entry.id)
    return {
      ...job,
      minutesLeft: isUndone(job.status) ? minutesToPlan(job) : 0,
      priority: isPriority(job, priorities.get(job.jobId) ?? 0),
      planEntryId: entry?.id ?? null,
      technicianId: entry?.technicianId ?? (isUndone(job.status) ? null : job.doneById),
      bayId: entry?.bayId ?? null,
      running: job.status === 'inWork',
      expectedStart: interval?.start ?? null,
      expectedEnd: interval?.end ?? job.doneAt,
      planned: entry !== undefined,
      suggestedTechnicianId: null,
      lateMinutes: 0,
      tight: false,
      lateStartMinutes: 0,
    }
  })
  const suggested = suggestFor(start, live, expected, technicians, duty, now)
  return start
    .map((job) => withLateness(withSuggestion(job, suggested.get(job.jobId)), bufferMinutes, now))
    .sort(byUrgency)
}

function suggestFor(
  jobs: readonly BoardJob[],
  live: readonly LiveEntry[],
  expected: ReadonlyMap<string, Interval>,
  technicians: readonly TechnicianRow[],
  duty: Duty,
  now: Date,
) {
  const latest = (entries: readonly LiveEntry[]) =>
    entries.reduce((last, { id }) => {
      const end = expected.get(id)?.end
      return end && end > last ? end : last
    }, now)
  const cars = new Map(
    live.map(({ orderId }) => [orderId, latest(live.filter((one) => one.orderId === orderId))]),
  )
  const hands = technicians.map((one) => ({
    ...one,
    duty: duty.get(one.id) ?? [],
    freeFrom: latest(live.filter(({ technicianId }) => technicianId === one.id)),
  }))
  const waiting = jobs
    .filter(({ status, planned }) => isUndone(status) && !planned)
    .sort(byUrgency)
    .map((job) => ({ ...job, requestedTechnicianId: job.keeperId ?? job.requestedTechnicianId }))
  return suggest(waiting, hands, cars, now)
}

const withSuggestion = (
  job: BoardJob,
  found: { technicianId: string; startsAt: Date; endsAt: Date } | undefined,
): BoardJob =>
  found
    ? {
        ...job,
        expectedStart: found.startsAt,
        expectedEnd: found.endsAt,
        suggestedTechnicianId: found.technicianId,
      }
    : job

function withLateness(job: BoardJob, bufferMinutes: number, now: Date): BoardJob {
  const { expectedEnd, promisedTo, status, bookedUntil, workStartedAt, expectedStart } = job
  const spare = isUndone(status) && promisedTo ? minutesBetween(expectedEnd ?? now, promisedTo) : null
  const begun = workStartedAt ?? (expectedStart && expectedStart > now ? expectedStart : now)
  return {
    ...job,
    lateMinutes: spare !== null && spare < 0 ? -spare : 0,
    tight: spare !== null && spare >= 0 && spare < bufferMinutes,
    lateStartMinutes: bookedUntil && isUndone(status) ? Math.max(0, minutesBetween(bookedUntil, begun)) : 0,
  }
}

/** The blocks of a day as they can be expected; what is done stays where it was. */
export function boardBlocks(
  rows: readonly BlockRow[],
  jobs: readonly BoardJob[],
  day: Interval,
  now: Date,
): BoardBlock[] {
  const expected = new Map(jobs.map((job) => [job.planEntryId, job]))
  return rows
    .map((row) => {
      const job = row.status === 'done' ? undefined : expected.get(row.id)
      const startsAt = job?.expectedStart ?? row.startsAt
      const endsAt = job?.expectedEnd ?? row.endsAt
      return { ...row, startsAt, endsAt, overrun: row.status === 'active' && row.endsAt < now }
    })
    .filter(({ startsAt: start, endsAt: end }) => overlaps({ start, end }, day))
    .sort((a, b) => +a.startsAt - +b.startsAt)
}

export type Hours = {
  availableMinutes: number
  usedMinutes: number
  plannedMinutes: number
  bookedMinutes: number
  leftMinutes: number
}

/**
 * Hours of a day (S5-02): what certified people on duty can give at the set productivity, what has been clocked, what is
 * still planned, what is booked and not yet here, and what is left of the time that has not passed.
 */
export function hoursOf(
  day: Interval,
  facts: {
    technicians: readonly TechnicianRow[]
    duty: Duty
    blocks: readonly BoardBlock[]
    usedMinutes: number
    bookedMinutes: number
    productivityBp: number
    now: Date
  },
): Hours {
  const { technicians, duty, blocks, now, productivityBp } = facts
  const able = technicians.filter(({ certified, grade }) => certified && grade)
  const minutes = (from: Date) =>
    able.reduce((sum, { id }) => {
      const own = (duty.get(id) ?? []).filter((shift) => overlaps(shift, day))
      return (
        sum +
        own.reduce(
          (all, shift) =>
            all + Math.max(0, minutesBetween(shift.start > from ? shift.start : from, shift.end)),
          0,
        )
      )
    }, 0)
  const worth = (value: number) => Math.floor((value * productivityBp) / 10_000)
  const from = now > day.start ? now : day.start
  const plannedMinutes = blocks
    .filter(({ status, endsAt }) => status !== 'done' && endsAt > from)
    .reduce((sum, { startsAt, endsAt, technicianId }) => {
      const end = endsAt < day.end ? endsAt : day.end
      return (
        sum + workingMinutes({ start: startsAt > from ? startsAt : from, end }, duty.get(technicianId) ?? [])
      )
    }, 0)
  const { usedMinutes, bookedMinutes } = facts
  return {
    availableMinutes: worth(minutes(day.start)),
    usedMinutes,
    plannedMinutes,
    bookedMinutes,
    leftMinutes: Math.max(0, worth(minutes(from)) - plannedMinutes),
  }
}

/** The next thing each technician does (S5-09): what runs, else what comes first. */
export function nextTasks(
  technicians: readonly TechnicianRow[],
  jobs: readonly BoardJob[],
): Map<string, BoardJob> {
  const next = new Map<string, BoardJob>()
  for (const { id } of technicians) {
    const own = jobs.filter(
      (job) =>
        (job.technicianId ?? (job.status === 'rework' || job.status === 'paused' ? job.keeperId : null)) ===
          id && isUndone(job.status),
    )
    const [first] = own.sort(
      (a, b) =>
        Number(b.running) - Number(a.running) ||
        +(a.expectedStart ?? Infinity) - +(b.expectedStart ?? Infinity),
    )
    if (first) next.set(id, first)
  }
  return next
}

/** Minutes from the customer's signature to the first clock (S5-14), on average over orders begun; null when none. */
export function dispatchMinutes(
  orders: readonly { authorisedAt: Date | null; workStartedAt: Date | null }[],
): number | null {
  const waits = orders.flatMap(({ authorisedAt, workStartedAt }) =>
    authorisedAt && workStartedAt ? [minutesBetween(authorisedAt, workStartedAt)] : [],
  )
  return waits.length > 0 ? Math.round(waits.reduce((sum, one) => sum + one, 0) / waits.length) : null
}

/** From opening to closing, or from six to twenty where the day is closed; widened to what is planned. */
export function axisOf(open: Interval | null, day: Interval, blocks: readonly BoardBlock[]): Interval {
  const base = open ?? { start: minutesAfter(day.start, 8 * 60), end: minutesAfter(day.start, 18 * 60) }
  const first = blocks.reduce(
    (at, { startsAt }) => (startsAt < at && startsAt >= day.start ? startsAt : at),
    base.start,
  )
  const last = blocks.reduce((at, { endsAt }) => (endsAt > at && endsAt <= day.end ? endsAt : at), base.end)
  const hour = 3_600_000
  return { start: new Date(Math.floor(+first / hour) * hour), end: new Date(Math.ceil(+last / hour) * hour) }
}
