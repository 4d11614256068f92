import type { AdditionalWorkStatus } from './additional-work'
import type { JobStatus } from './job'
import { isInHouse, type RepairOrderStatus } from './repair-order'

export type WaitingReason = 'pricing' | 'sending' | 'approval' | 'parts' | 'maker' | 'pause' | 'callCustomer'

type Facts = {
  status: RepairOrderStatus
  jobs: readonly { status: JobStatus; pauseReason?: string | null; warranty?: string; minutes: number }[]
  additionalWork: readonly { status: AdditionalWorkStatus }[]
}

const REASONS: [WaitingReason, (facts: Facts) => boolean][] = [
  ['pricing', ({ additionalWork }) => additionalWork.some((request) => request.status === 'found')],
  ['sending', ({ additionalWork }) => additionalWork.some((request) => request.status === 'priced')],
  ['approval', ({ additionalWork }) => additionalWork.some((request) => request.status === 'sent')],
  ['callCustomer', ({ additionalWork }) => additionalWork.some((request) => request.status === 'expired')],
  ['parts', ({ jobs }) => jobs.some((job) => job.status === 'paused' && job.pauseReason === 'parts')],
  [
    'maker',
    ({ jobs }) =>
      jobs.some(
        (job) => (job.status === 'paused' && job.pauseReason === 'oem') || job.warranty === 'reported',
      ),
  ],
  [
    'pause',
    ({ jobs }) => jobs.some((job) => job.status === 'paused' && (job.pauseReason ?? 'other') === 'other'),
  ],
]

const UNDONE: readonly JobStatus[] = ['queued', 'assigned', 'inWork', 'paused', 'rework']

/** The status of an order with everything it waits for at once, and the minutes of approved work not done yet. */
export function stateOfOrder(facts: Facts): {
  status: RepairOrderStatus
  waitingFor: WaitingReason[]
  minutesLeft: number
} {
  const waitingFor = isInHouse(facts.status)
    ? REASONS.filter(([, holds]) => holds(facts)).map(([reason]) => reason)
    : []
  const minutesLeft = facts.jobs
    .filter((job) => UNDONE.includes(job.status))
    .reduce((sum, job) => sum + job.minutes, 0)
  return { status: facts.status, waitingFor, minutesLeft }
}
