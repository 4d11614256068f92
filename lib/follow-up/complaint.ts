import type { Role } from '../auth/roles'
import { Refusal } from '../core/refusal'
import { minutesAfter, minutesBetween } from '../core/time'
import { workflow } from '../core/workflow'
import type { Settings } from '../dealership/settings'

export const COMPLAINT_TYPES = ['attitude', 'quality', 'cost', 'property', 'other'] as const
export type ComplaintType = (typeof COMPLAINT_TYPES)[number]

export const COMPENSATIONS = [
  'none',
  'voucher',
  'freeRepair',
  'warrantyExtension',
  'replacementCar',
  'waiver',
] as const
export type Compensation = (typeof COMPENSATIONS)[number]

export type ComplaintStatus =
  | 'received' | 'takenOver' | 'analysed' | 'proposed' | 'agreed' | 'refused' | 'executing' | 'verified' | 'reviewed' | 'filed' | 'closed' | 'reopened' // prettier-ignore
export type ComplaintAction =
  | 'takeOver' | 'analyse' | 'propose' | 'agree' | 'refuse' | 'execute' | 'verify' | 'review' | 'file' | 'close' | 'reopen' // prettier-ignore

/** Register 6.7. Nothing is carried out before the customer has agreed; a closed complaint can come back. */
export const complaintFlow = workflow<ComplaintStatus, ComplaintAction>({
  received: { takeOver: 'takenOver' },
  takenOver: { analyse: 'analysed' },
  analysed: { propose: 'proposed' },
  proposed: { agree: 'agreed', refuse: 'refused' },
  refused: { propose: 'proposed' },
  agreed: { execute: 'executing' },
  executing: { verify: 'verified' },
  verified: { review: 'reviewed' },
  reviewed: { file: 'filed' },
  filed: { close: 'closed' },
  closed: { reopen: 'reopened' },
  reopened: { takeOver: 'takenOver' },
})

type Clocks = Pick<Settings, 'complaint.takeoverMinutes' | 'complaint.firstPlanMinutes'>

/** The two clocks of a complaint: the manager steps in (X-CMP-01), the first plan is given (X-CMP-04). */
export const clocksOf = (receivedAt: Date, settings: Clocks) => ({
  takeoverDueAt: minutesAfter(receivedAt, settings['complaint.takeoverMinutes']),
  firstPlanDueAt: minutesAfter(receivedAt, settings['complaint.firstPlanMinutes']),
})

const BEFORE_PLAN: ComplaintStatus[] = ['takenOver', 'analysed']

/** Which clock is running, when it rings and by how many minutes it is late; null when none runs. */
export function runningClock(
  complaint: { status: ComplaintStatus; takeoverDueAt: Date; firstPlanDueAt: Date },
  now: Date,
): { clock: 'takeover' | 'firstPlan'; dueAt: Date; minutesLeft: number } | null {
  const { status, takeoverDueAt, firstPlanDueAt } = complaint
  const clock =
    status === 'received' || status === 'reopened'
      ? 'takeover'
      : BEFORE_PLAN.includes(status)
        ? 'firstPlan'
        : null
  if (!clock) return null
  const dueAt = clock === 'takeover' ? takeoverDueAt : firstPlanDueAt
  return { clock, dueAt, minutesLeft: minutesBetween(now, dueAt) }
}

/** A compensation above the limit is the service director's word (X-CMP-20). */
export function checkCompensation(amountFen: number, limitFen: number, roles: readonly Role[]): void {
  if (amountFen > limitFen && !roles.includes('serviceDirector'))
    throw new Refusal('complaint.compensation-above-limit', { limitFen })
}

/** The remedies of the compensation table that fit a type (X-CMP-07 … 09). */
export const remediesFor = (type: ComplaintType): Compensation[] =>
  ({
    attitude: ['voucher', 'none'],
    quality: ['freeRepair', 'warrantyExtension', 'replacementCar', 'voucher', 'none'],
    cost: ['waiver', 'voucher', 'none'],
    property: ['waiver', 'voucher', 'none'],
    other: ['voucher', 'none'],
  })[type] as Compensation[]
