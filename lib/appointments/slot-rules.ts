import { Refusal } from '../core/refusal'
import { minutesAfter, type Interval } from '../core/time'

export type BookingWindow = {
  now: Date
  /** Opening hours of the wanted day as instants; null when closed. */
  open: Interval | null
  slotMinutes: number
  /** Smallest time between booking and visit. */
  noticeMinutes: number
  horizonDays: number
  /** For the words of a refusal. */
  day: string
  opensAt: string
  closesAt: string
}

/**
 * May a car be received at this time? A reception slot lies inside the opening hours and on the grid that starts
 * when the dealership opens. Refuses, or returns quietly.
 */
export function checkSlot(startsAt: Date, window: BookingWindow): void {
  const { now, open, slotMinutes, noticeMinutes, horizonDays, day, opensAt, closesAt } = window
  if (startsAt <= now) throw new Refusal('appointment.in-the-past')
  if (startsAt < minutesAfter(now, noticeMinutes))
    throw new Refusal('appointment.too-soon', { minutes: noticeMinutes })
  if (startsAt > minutesAfter(now, horizonDays * 24 * 60))
    throw new Refusal('appointment.too-far', { days: horizonDays })
  if (!open) throw new Refusal('appointment.closed-day', { day })
  if (startsAt < open.start || minutesAfter(startsAt, slotMinutes) > open.end)
    throw new Refusal('appointment.outside-hours', { opensAt, closesAt })
  const offset = startsAt.getTime() - open.start.getTime()
  if (offset % (slotMinutes * 60_000) !== 0)
    throw new Refusal('appointment.not-a-slot', { minutes: slotMinutes })
}

/** May the customer still change this booking online? Refuses `appointment.too-late-to-change`. */
export function checkChangeable(startsAt: Date, now: Date, changeUntilMinutes: number): void {
  if (minutesAfter(now, changeUntilMinutes) > startsAt)
    throw new Refusal('appointment.too-late-to-change', { minutes: changeUntilMinutes })
}

/** May this booking be noted as a no-show? Refuses `appointment.still-expected` during the grace time. */
export function checkMissed(startsAt: Date, now: Date, graceMinutes: number): void {
  if (minutesAfter(startsAt, graceMinutes) > now)
    throw new Refusal('appointment.still-expected', { minutes: graceMinutes })
}
