import { Refusal } from '../core/refusal'
import { dayOf, minutesBetween, overlaps, timeOf, type Interval } from '../core/time'
import { bayFits, type BayKind } from './bay'
import { gradeCovers, isCertified, type Grade } from './grade'
import { dutyAt } from './working-time'

/** States of a job in which the foreman may give it out, and of the order it belongs to. */
export const DISPATCHABLE = ['queued', 'paused', 'rework'] as const
const OPEN_ORDERS = ['queued', 'inRepair', 'rework'] as const

export type DispatchJob = {
  title: string
  status: string
  skill: string
  minGrade: Grade
  bayKind: BayKind
  orderId: string
  orderNo: string
  orderStatus: string
  requestedTechnician: { id: string; name: string } | null
  promisedTo: Date | null
  partsMissing: number
}
type DispatchTechnician = {
  id: string
  name: string
  roles: readonly string[]
  grade: Grade | null
  skills: readonly string[]
  certifiedUntil: string | null
  disabled: boolean
  duty: readonly Interval[]
}
export type DispatchBay = {
  id: string
  name: string
  kind: BayKind
  position: number
  disabled: boolean
  closed: readonly Interval[]
}
type Taken = {
  technicianId: string
  bayId: string
  orderId: string
  plate: string
  startsAt: Date
  endsAt: Date
}

export type DispatchFacts = {
  job: DispatchJob
  technician: DispatchTechnician
  slot: Interval
  /** Live entries of the plan, without the one that is being moved. */
  taken: readonly Taken[]
  reason: string
  now: Date
  timeZone: string
}

/** A time up to this long ago still counts as now: the hand is slower than the clock. */
export const GRACE_MINUTES = 15

/** May this job be given out at all? */
export function checkJob(job: DispatchJob): void {
  if (job.status === 'proposed' || job.status === 'declined')
    throw new Refusal('plan.not-approved', { job: job.title })
  if (!(OPEN_ORDERS as readonly string[]).includes(job.orderStatus))
    throw new Refusal('plan.order-not-open', { order: job.orderNo })
}

/** May this person do it? Certificate (X-TEC-01), grade (S5-18), high voltage, and the customer's own choice (S5-17). */
export function checkTechnician({
  job,
  technician,
  slot,
  reason,
  timeZone,
}: Omit<DispatchFacts, 'taken' | 'now'>): void {
  const facts = { technician: technician.name }
  if (
    technician.disabled ||
    !technician.roles.some((role) => role === 'technician' || role === 'technicalSupervisor')
  )
    throw new Refusal('plan.not-a-technician', facts)
  if (!isCertified(technician.certifiedUntil, dayOf(slot.start, timeZone)))
    throw new Refusal('plan.not-certified', facts)
  if (!gradeCovers(technician.grade, job.minGrade))
    throw new Refusal('plan.grade-too-low', { ...facts, needed: job.minGrade })
  if (job.skill === 'newEnergy' && !technician.skills.includes('newEnergy'))
    throw new Refusal('plan.high-voltage', facts)
  const wanted = job.requestedTechnician
  if (wanted && wanted.id !== technician.id && !reason)
    throw new Refusal('plan.requested-technician', { technician: wanted.name })
}

/** Is the person on duty and free, and does the car not stand elsewhere? */
export function checkTime({
  job,
  technician,
  slot,
  taken,
  now,
  timeZone,
}: Omit<DispatchFacts, 'reason'>): void {
  if (minutesBetween(slot.start, now) > GRACE_MINUTES) throw new Refusal('plan.in-the-past')
  if (!dutyAt(slot.start, technician.duty))
    throw new Refusal('plan.off-shift', { technician: technician.name })
  const clash = taken.find((other) => other.technicianId === technician.id && clashes(slot, other))
  if (clash)
    throw new Refusal('plan.technician-busy', { technician: technician.name, ...whenOf(clash, timeZone) })
  const sameCar = taken.find((other) => other.orderId === job.orderId && clashes(slot, other))
  if (sameCar) throw new Refusal('plan.vehicle-busy', whenOf(sameCar, timeZone))
}

/** Does the bay fit, is it in use, is it free (S5-19)? */
export function checkBay(
  bay: DispatchBay,
  { job, slot, taken, timeZone }: Pick<DispatchFacts, 'job' | 'slot' | 'taken' | 'timeZone'>,
): void {
  if (!bayFits(bay.kind, job.bayKind)) throw new Refusal('plan.bay-unfit', { bay: bay.name })
  if (bay.disabled || bay.closed.some((closed) => overlaps(closed, slot)))
    throw new Refusal('plan.bay-closed', { bay: bay.name })
  const clash = taken.find((other) => other.bayId === bay.id && clashes(slot, other))
  if (clash) throw new Refusal('plan.bay-busy', { bay: bay.name, ...whenOf(clash, timeZone) })
}

const clashes = (slot: Interval, other: Taken) => overlaps(slot, { start: other.startsAt, end: other.endsAt })
const whenOf = ({ plate, startsAt, endsAt }: Taken, timeZone: string) => ({
  plate,
  from: timeOf(startsAt, timeZone),
  to: timeOf(endsAt, timeZone),
})

export type Warning = 'late' | 'tight' | 'afterDuty' | 'skill' | 'partsMissing' | 'otherTechnician'

/** What the foreman should know before saying yes; nothing here forbids. */
export function warningsOf(
  { job, technician, slot }: Pick<DispatchFacts, 'job' | 'technician' | 'slot'>,
  bufferMinutes: number,
): Warning[] {
  const warnings: Warning[] = []
  const spare = job.promisedTo ? minutesBetween(slot.end, job.promisedTo) : null
  if (spare !== null && spare < 0) warnings.push('late')
  else if (spare !== null && spare < bufferMinutes) warnings.push('tight')
  const today = technician.duty.filter(({ start }) => Math.abs(minutesBetween(slot.start, start)) < 12 * 60)
  if (today.length > 0 && today.every(({ end }) => end < slot.end)) warnings.push('afterDuty')
  if (job.skill !== 'general' && !technician.skills.includes(job.skill)) warnings.push('skill')
  if (job.partsMissing > 0) warnings.push('partsMissing')
  if (job.requestedTechnician && job.requestedTechnician.id !== technician.id)
    warnings.push('otherTechnician')
  return warnings
}
