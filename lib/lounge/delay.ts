import { Refusal } from '../core/refusal'
import { minutesBetween } from '../core/time'
import type { RepairOrderStatus } from '../orders/repair-order'

export const DELAY_CAUSES = ['partMissing', 'technical', 'other'] as const
export const DELAY_OPTIONS = ['loaner', 'subsidy', 'none'] as const
export type DelayOption = (typeof DELAY_OPTIONS)[number]

/** A promise can be moved while the car is not ready. */
const DELAYABLE: readonly RepairOrderStatus[] = [
  'queued',
  'inRepair',
  'workDone',
  'qc',
  'rework',
  'qcPassed',
  'washing',
]

export type Delaying = { status: RepairOrderStatus; promisedAt: Date | null; newPromisedAt: Date }

/**
 * May this promise be moved? Answers the lead in minutes before the old promise; negative when it has passed already.
 * Refuses with `delay.not-running`, `delay.nothing-promised`, `delay.not-later` or `delay.in-the-past`.
 */
export function delayLead({ status, promisedAt, newPromisedAt }: Delaying, now: Date): number {
  if (!DELAYABLE.includes(status)) throw new Refusal('delay.not-running')
  if (!promisedAt) throw new Refusal('delay.nothing-promised')
  if (newPromisedAt <= now) throw new Refusal('delay.in-the-past')
  if (newPromisedAt <= promisedAt) throw new Refusal('delay.not-later')
  return minutesBetween(now, promisedAt)
}

/** A customer chooses among what was offered; a subsidy has a price. Refuses with `delay.not-offered`, `delay.cost-wanted`. */
export function checkChoice(choice: DelayOption, offered: readonly string[], costFen: number | null): void {
  if (choice !== 'none' && !offered.includes(choice)) throw new Refusal('delay.not-offered')
  if (choice === 'subsidy' && !costFen) throw new Refusal('delay.cost-wanted')
}

/** Told later than the agreed lead before the promise (C26). */
export const isLateNotice = (leadMinutes: number, noticeMinutes: number): boolean =>
  leadMinutes < noticeMinutes
