import { workflow } from '../core/workflow'

export type RepairOrderStatus =
  | 'draft' | 'estimated' | 'awaitingSignature' | 'queued' | 'inRepair' | 'workDone' | 'qc' | 'rework' | 'qcPassed'
  | 'washing' | 'ready' | 'settling' | 'paid' | 'delivered' | 'closed' | 'stopped' | 'cancelled' // prettier-ignore

export type RepairOrderAction =
  | 'estimate' | 'revise' | 'present' | 'sign' | 'start' | 'addWork' | 'finish' | 'inspect' | 'pass' | 'fail' | 'wash'
  | 'accept' | 'reject' | 'settle' | 'pay' | 'refund' | 'deliver' | 'close' | 'stop' | 'cancel' // prettier-ignore

/**
 * Register 6.3. Waiting for approval, for parts, for the maker, and pauses are computed from the jobs and the additional
 * work, because several can be true at once while other jobs of the order go on.
 */
export const repairOrderFlow = workflow<RepairOrderStatus, RepairOrderAction>({
  draft: { estimate: 'estimated', cancel: 'cancelled' },
  estimated: { estimate: 'estimated', present: 'awaitingSignature', revise: 'draft', cancel: 'cancelled' },
  awaitingSignature: { sign: 'queued', revise: 'draft', cancel: 'cancelled' },
  queued: { start: 'inRepair', stop: 'stopped', addWork: 'queued' },
  inRepair: { start: 'inRepair', finish: 'workDone', addWork: 'inRepair', stop: 'stopped' },
  workDone: { inspect: 'qc', addWork: 'inRepair' },
  qc: { pass: 'qcPassed', fail: 'rework' },
  rework: { start: 'rework', finish: 'workDone', addWork: 'rework' },
  qcPassed: { wash: 'washing', accept: 'ready', reject: 'rework' },
  washing: { accept: 'ready', reject: 'rework' },
  ready: { settle: 'settling', reject: 'rework' },
  settling: { pay: 'paid', reject: 'rework' },
  paid: { deliver: 'delivered', refund: 'settling' },
  delivered: { close: 'closed' },
  closed: {},
  stopped: { settle: 'settling' },
  cancelled: {},
})

/** Signed and not yet handed back: the car is in the house. */
export const IN_HOUSE = [
  'queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing', 'ready', 'settling', 'paid', 'stopped',
] as const satisfies RepairOrderStatus[] // prettier-ignore

/** Not signed yet: everything about it may still change. */
export const isUnsigned = (status: RepairOrderStatus): boolean =>
  status === 'draft' || status === 'estimated' || status === 'awaitingSignature'

/** Whether additional work may still be asked for, or enter the order once it is approved. */
export const mayTakeMoreWork = (status: RepairOrderStatus): boolean => repairOrderFlow.may(status, 'addWork')
export const isInHouse = (status: RepairOrderStatus): boolean =>
  (IN_HOUSE as readonly string[]).includes(status)
