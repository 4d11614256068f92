import type { RepairOrderStatus } from '../orders/repair-order'
import type { VisitStatus } from '../reception/visit'

export type Headline =
  | 'arrived' | 'greeted' | 'inspecting' | 'atDesk' | 'toSign' | 'toAnswer' | 'queued' | 'inRepair' | 'check' | 'rework' | 'passed'
  | 'washing' | 'ready' | 'settling' | 'paid' | 'delivered' | 'stopped' | 'left' // prettier-ignore

export type HeadlineFacts = {
  visit: VisitStatus
  /** The order that is furthest behind. */
  order: RepairOrderStatus | null
  wantsAnswer: boolean
}

const OF_VISIT: Partial<Record<VisitStatus, Headline>> = {
  waitingGreeting: 'arrived',
  greeted: 'greeted',
  inspecting: 'inspecting',
  recordSigned: 'inspecting',
  leftWithoutOrder: 'left',
}

const OF_ORDER: Partial<Record<RepairOrderStatus, Headline>> = {
  awaitingSignature: 'toSign',
  queued: 'queued',
  inRepair: 'inRepair',
  workDone: 'check',
  qc: 'check',
  rework: 'rework',
  qcPassed: 'passed',
  washing: 'washing',
  ready: 'ready',
  settling: 'settling',
  paid: 'paid',
  delivered: 'delivered',
  closed: 'delivered',
  stopped: 'stopped',
}

/** What happens to the car now, as its customer would say it. */
export function headline({ visit, order, wantsAnswer }: HeadlineFacts): Headline {
  const ofVisit = OF_VISIT[visit]
  if (ofVisit) return ofVisit
  const ofOrder = order && OF_ORDER[order]
  if (wantsAnswer && ofOrder !== 'toSign') return 'toAnswer'
  return ofOrder ?? 'atDesk'
}
