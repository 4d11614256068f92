import { minutesBetween } from '../core/time'

export type PromiseRisk = 'ok' | 'tight' | 'late'

/** Late when the end of the promise has passed or cannot be met with the work left; tight when less than `bufferMinutes` remain. */
export function promiseRisk(
  promise: { promisedTo: Date; minutesLeft: number; bufferMinutes: number; readyAt?: Date | null },
  now: Date,
): PromiseRisk {
  if (promise.readyAt) return promise.readyAt <= promise.promisedTo ? 'ok' : 'late'
  const slack = minutesBetween(now, promise.promisedTo) - promise.minutesLeft
  if (now > promise.promisedTo || slack < 0) return 'late'
  return slack < promise.bufferMinutes ? 'tight' : 'ok'
}

/** How long work of a class should take: so many minutes, or until the same hour so many working days later. */
export type TimeStandard = { kind: 'minutes'; minutes: number } | { kind: 'days'; days: number }

/**
 * The standard of an order by the most complex class of its work: routine maintenance by minutes (S3-14), minor repairs and
 * diagnoses by working days (S3-15); null where larger work has none (S3-16).
 */
export function standardOf(
  workClasses: readonly string[],
  { maintenanceMinutes, minorRepairDays }: { maintenanceMinutes: number; minorRepairDays: number },
): TimeStandard | null {
  if (!workClasses.length || workClasses.some((one) => one === 'generalRepair' || one === 'bodyRepair'))
    return null
  return workClasses.every((one) => one === 'maintenance')
    ? { kind: 'minutes', minutes: maintenanceMinutes }
    : { kind: 'days', days: minorRepairDays }
}
