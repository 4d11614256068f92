import { minutesAfter } from '../core/time'
import type { RepairOrderStatus } from '../orders/repair-order'

export type PromiseRisk = 'ok' | 'tight' | 'late'
type RiskReason = 'promisePassed' | 'workEndsLater' | 'workStopped' | 'littleTime' | 'readyLate'

/** What the promise of an order is judged by. */
export type PromiseFacts = {
  status: RepairOrderStatus
  promisedAt: Date | null
  promisedTo?: Date | null
  /** When the last planned piece of live work ends. */
  plannedEnd?: Date | null
  /** Minutes of approved work that nobody has planned yet. */
  unplannedMinutes?: number
  /** Work waits for parts, an approval or the maker. */
  stopped?: boolean
  readyAt?: Date | null
  /** Minutes kept between the end of work and the promise: inspection, wash, acceptance. */
  bufferMinutes: number
}

export type JudgedPromise = {
  risk: PromiseRisk
  reason: RiskReason | null
  /** When the car is expected to be ready. */
  expectedAt: Date
  /** End of the promised range. */
  dueAt: Date
}

const WORKING: readonly RepairOrderStatus[] = ['queued', 'inRepair', 'rework']
const CHECKING: readonly RepairOrderStatus[] = ['workDone', 'qc', 'qcPassed', 'washing']
const OVER: readonly RepairOrderStatus[] = ['ready', 'settling', 'paid', 'delivered', 'closed']

/**
 * Whether a promise will be kept as things stand at `now`; null when nothing is promised or nothing is authorised yet.
 * Late: the range has passed, or the work alone ends after it. Tight: the work and the check after it end after the range,
 * or the work stands still.
 */
export function promiseRisk(facts: PromiseFacts, now: Date): JudgedPromise | null {
  const dueAt = facts.promisedTo ?? facts.promisedAt
  if (!dueAt) return null
  const judged = (risk: PromiseRisk, reason: RiskReason | null, expectedAt: Date) => ({
    risk,
    reason,
    expectedAt,
    dueAt,
  })
  if (OVER.includes(facts.status)) {
    const readyAt = facts.readyAt ?? now
    return readyAt > dueAt ? judged('late', 'readyLate', readyAt) : judged('ok', null, readyAt)
  }
  if (!WORKING.includes(facts.status) && !CHECKING.includes(facts.status)) return null

  const planned = facts.plannedEnd && facts.plannedEnd > now ? facts.plannedEnd : now
  const workEnds = WORKING.includes(facts.status) ? minutesAfter(planned, facts.unplannedMinutes ?? 0) : now
  const expectedAt = minutesAfter(workEnds, facts.status === 'washing' ? 0 : facts.bufferMinutes)
  if (now > dueAt) return judged('late', 'promisePassed', expectedAt)
  if (workEnds > dueAt) return judged('late', 'workEndsLater', expectedAt)
  if (facts.stopped && WORKING.includes(facts.status)) return judged('tight', 'workStopped', expectedAt)
  if (expectedAt > dueAt) return judged('tight', 'littleTime', expectedAt)
  return judged('ok', null, expectedAt)
}
