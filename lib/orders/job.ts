import { workflow } from '../core/workflow'

export type JobStatus =
  | 'proposed' | 'declined' | 'queued' | 'assigned' | 'inWork' | 'paused' | 'done' | 'rework' | 'qcPassed' | 'billed' | 'cancelled' // prettier-ignore
export type JobAction =
  | 'approve' | 'decline' | 'assign' | 'unassign' | 'start' | 'pause' | 'resume' | 'finish' | 'pass' | 'fail' | 'bill' | 'reopen' | 'cancel' // prettier-ignore

/**
 * Register 6.4. The customer's approval and the queue are one step: an approved line waits for dispatch. Work of an order that
 * was stopped is billed as far as it is done, uninspected.
 */
export const jobFlow = workflow<JobStatus, JobAction>({
  proposed: { approve: 'queued', decline: 'declined', cancel: 'cancelled' },
  declined: {},
  queued: { assign: 'assigned', cancel: 'cancelled' },
  assigned: { assign: 'assigned', unassign: 'queued', start: 'inWork', cancel: 'cancelled' },
  inWork: { pause: 'paused', finish: 'done' },
  paused: { resume: 'inWork', assign: 'assigned', finish: 'done' },
  done: { pass: 'qcPassed', fail: 'rework', bill: 'billed' },
  rework: { assign: 'rework', start: 'inWork' },
  qcPassed: { bill: 'billed', reopen: 'rework' },
  billed: { reopen: 'rework' },
  cancelled: {},
})

/** Lines the customer has approved and that are not withdrawn. */
export const LIVE_JOBS = [
  'queued',
  'assigned',
  'inWork',
  'paused',
  'done',
  'rework',
  'qcPassed',
  'billed',
] as const satisfies JobStatus[]
export const isLive = (status: JobStatus): boolean => (LIVE_JOBS as readonly string[]).includes(status)
