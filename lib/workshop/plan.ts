import { MINUTE, type Interval } from '../core/time'
import { workflow } from '../core/workflow'
import { nextOnDuty, workingEnd, workingMinutes } from './working-time'

export type PlanStatus = 'planned' | 'active' | 'done' | 'cancelled'
export type PlanAction = 'start' | 'finish' | 'withdraw'

export const planFlow = workflow<PlanStatus, PlanAction>({
  planned: { start: 'active', withdraw: 'cancelled' },
  active: { finish: 'done', withdraw: 'cancelled' },
  done: {},
  cancelled: {},
})

/** A live entry of the plan, with what is known of the work on it. */
export type LiveEntry = {
  id: string
  jobId: string
  orderId: string
  plate: string
  technicianId: string
  bayId: string
  startsAt: Date
  endsAt: Date
  status: 'planned' | 'active'
  /** Minutes clocked since the entry began. */
  workedMinutes: number
}

export type Duty = ReadonlyMap<string, readonly Interval[]>
const dutyOf = (duty: Duty, technicianId: string) => duty.get(technicianId) ?? []

/** Minutes of work the entry was planned for. */
export const plannedMinutes = (
  entry: Pick<LiveEntry, 'startsAt' | 'endsAt' | 'technicianId'>,
  duty: Duty,
): number =>
  Math.max(1, workingMinutes({ start: entry.startsAt, end: entry.endsAt }, dutyOf(duty, entry.technicianId)))

/**
 * When each live entry can be expected to run, seen from `now`: work under way ends when its minutes are done and never
 * before now; what has not begun starts at its time, or as soon as the technician, the bay and the car are free after it.
 * Nothing moves forward in time on its own.
 */
export function forecast(entries: readonly LiveEntry[], duty: Duty, now: Date): Map<string, Interval> {
  const found = new Map<string, Interval>()
  const freeFrom = new Map<string, number>()
  const keys = (entry: LiveEntry) => [`t${entry.technicianId}`, `b${entry.bayId}`, `o${entry.orderId}`]
  const hold = (entry: LiveEntry, interval: Interval) => {
    found.set(entry.id, interval)
    for (const key of keys(entry)) freeFrom.set(key, Math.max(freeFrom.get(key) ?? 0, interval.end.getTime()))
  }
  const minute = new Date(Math.ceil(now.getTime() / MINUTE) * MINUTE)

  for (const entry of entries.filter(({ status }) => status === 'active')) {
    const left = Math.max(0, plannedMinutes(entry, duty) - entry.workedMinutes)
    const end = left > 0 ? workingEnd(minute, left, dutyOf(duty, entry.technicianId)) : minute
    hold(entry, { start: entry.startsAt, end: end > entry.endsAt ? end : entry.endsAt })
  }
  const planned = entries.filter(({ status }) => status === 'planned')
  for (const entry of planned.sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id.localeCompare(b.id),
  )) {
    const earliest = Math.max(minute.getTime(), ...keys(entry).map((key) => freeFrom.get(key) ?? 0))
    if (earliest <= entry.startsAt.getTime()) {
      hold(entry, { start: entry.startsAt, end: entry.endsAt })
      continue
    }
    const own = dutyOf(duty, entry.technicianId)
    const start = nextOnDuty(new Date(earliest), own)
    hold(entry, { start, end: workingEnd(start, plannedMinutes(entry, duty), own) })
  }
  return found
}

type Jobish = { status: string; minutes: number; workedMinutes: number }
const REWORK_MINUTES = 30
const LEAST_MINUTES = 10

/** Minutes to plan for a job: what is left of it, or half an hour at most for doing it again. */
export function minutesToPlan({ status, minutes, workedMinutes }: Jobish): number {
  if (status === 'rework') return Math.max(LEAST_MINUTES, Math.min(minutes, REWORK_MINUTES))
  return Math.max(LEAST_MINUTES, minutes - workedMinutes)
}
