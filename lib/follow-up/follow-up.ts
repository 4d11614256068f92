import { Refusal } from '../core/refusal'
import { workflow } from '../core/workflow'

export const FOLLOW_UP_KINDS = ['ratingInvitation', 'call', 'extra', 'nextService'] as const
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]

export type FollowUpStatus =
  | 'planned' | 'due' | 'attempted' | 'done' | 'unreached' | 'skipped' | 'complaintOpened' | 'overdue' // prettier-ignore
export type FollowUpAction = 'attempt' | 'complete' | 'complain' | 'giveUp' | 'skip'

const OPEN = {
  attempt: 'attempted', complete: 'done', complain: 'complaintOpened', giveUp: 'unreached', skip: 'skipped',
} as const // prettier-ignore

/** Register 6.8. Planned, due and overdue are the clock's word (`stateOf`); what people do is stored. */
export const followUpFlow = workflow<FollowUpStatus, FollowUpAction>({
  planned: OPEN,
  due: OPEN,
  overdue: OPEN,
  attempted: OPEN,
  done: {},
  unreached: { complete: 'done', complain: 'complaintOpened' },
  skipped: {},
  complaintOpened: {},
})

export const OPEN_FOLLOW_UPS = ['planned', 'due', 'overdue', 'attempted'] as const satisfies FollowUpStatus[]
export const isOpenFollowUp = (status: FollowUpStatus): boolean =>
  (OPEN_FOLLOW_UPS as readonly string[]).includes(status)

/** What the queue shows: an open follow-up is planned, due or overdue by the clock alone. */
export function stateOf(
  followUp: { status: FollowUpStatus; dueFrom: Date; dueTo: Date },
  now: Date,
): FollowUpStatus {
  if (!isOpenFollowUp(followUp.status)) return followUp.status
  if (now < followUp.dueFrom) return 'planned'
  return now <= followUp.dueTo ? 'due' : 'overdue'
}

/** Refuses a call before its window opens. */
export function checkDue(followUp: { dueFrom: Date }, now: Date): void {
  if (now < followUp.dueFrom) throw new Refusal('followUp.not-yet-due')
}

export const ATTEMPT_RESULTS = ['notReached', 'callLater', 'wrongNumber', 'refused'] as const
export type AttemptResult = (typeof ATTEMPT_RESULTS)[number]

/** What an attempt leads to: not reached counts towards the limit, a wrong number ends it, a refusal is respected. */
export function afterAttempt(result: AttemptResult, earlierMisses: number, limit: number): FollowUpAction {
  if (result === 'refused') return 'skip'
  if (result === 'wrongNumber') return 'giveUp'
  if (result === 'callLater') return 'attempt'
  return earlierMisses + 1 >= limit ? 'giveUp' : 'attempt'
}

export const SATISFACTIONS = ['verySatisfied', 'basicallySatisfied', 'disappointed'] as const
export type Satisfaction = (typeof SATISFACTIONS)[number]

/** Only the very satisfied count as loyal (S8-15, S8-16). */
export const isLoyal = (satisfaction: Satisfaction): boolean => satisfaction === 'verySatisfied'

const LOW_STARS = 2

type Answer = {
  satisfaction: Satisfaction
  problemSolved?: boolean | null
  adviserStars?: number | null
  technicianStars?: number | null
}

/** A disappointed customer, an unsolved problem, or two stars and fewer: a complaint, whether the customer says so or not (S8-19). */
export const isPoor = ({ satisfaction, problemSolved, adviserStars, technicianStars }: Answer): boolean =>
  satisfaction === 'disappointed' ||
  problemSolved === false ||
  (adviserStars ?? 5) <= LOW_STARS ||
  (technicianStars ?? 5) <= LOW_STARS

/** What the complaint is most likely about, until the manager has spoken with the customer. */
export const likelyType = ({
  problemSolved,
  adviserStars,
  technicianStars,
}: Answer): 'quality' | 'attitude' | 'other' => {
  if (problemSolved === false || (technicianStars ?? 5) <= LOW_STARS) return 'quality'
  return (adviserStars ?? 5) <= LOW_STARS ? 'attitude' : 'other'
}
