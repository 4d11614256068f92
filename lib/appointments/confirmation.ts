import { minutesBetween } from '../core/time'
import type { AppointmentStatus } from './appointment'

export type ConfirmationStage = 'dayBefore' | 'hourBefore' | 'missed'
export type ConfirmationResult = 'keeps' | 'reschedules' | 'cancels' | 'notReached'
/** What the desk does next about a booking; `watch`: called, now the car is awaited. */
export type NextContact = ConfirmationStage | 'watch'

export type Awaited = {
  status: AppointmentStatus
  startsAt: Date
  /** So many open days before the day of the visit, usually the last one; and the day on which it was booked. */
  callDay: string
  bookedDay: string
  /** Why it was missed; null while nobody has asked. */
  missedBecause: string | null
  log: readonly { stage: ConfirmationStage; result: ConfirmationResult }[]
}

/** How long before a visit the house calls: settings `confirm.dayBefore` (open days) and `confirm.hourBefore`; 0: it does not. */
export type ConfirmationTimes = { days: number; hours: number }
const USUAL: ConfirmationTimes = { days: 1, hours: 1 }

const EXPECTED: readonly AppointmentStatus[] = ['confirmed', 'waitingParts', 'ready']

/**
 * The next contact of the loop of confirmation (F06), or null: from the working day before (S1-76; not for what was booked that day)
 * until the customer has said to come; once more in the last hours (S1-78), after which the car is watched for, reached or not; a
 * missed booking is asked about until there is a reason (S1-79).
 */
export function nextContact(
  booking: Awaited,
  now: Date,
  today: string,
  { days, hours }: ConfirmationTimes = USUAL,
): NextContact | null {
  const { status, startsAt, callDay, bookedDay, missedBecause, log } = booking
  if (status === 'noShow') return missedBecause === null ? 'missed' : null
  if (!EXPECTED.includes(status)) return null
  if (startsAt <= now) return 'watch'
  if (hours > 0 && minutesBetween(now, startsAt) <= hours * 60)
    return log.some(({ stage }) => stage === 'hourBefore') ? 'watch' : 'hourBefore'
  const kept = log.some(({ stage, result }) => stage === 'dayBefore' && result === 'keeps')
  return days > 0 && !kept && bookedDay < callDay && today >= callDay ? 'dayBefore' : null
}
