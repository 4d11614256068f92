import { metresBetween, positionOf, type Position } from '../core/distance'
import { Refusal } from '../core/refusal'
import { hoursAfter, minutesAfter } from '../core/time'

/** Who had said nothing about the end of the work keeps a loaner car for a day. */
const DAY_HOURS = 24

type Times = { startsAt: Date; promisedAt: Date | null }

/** When a driver is on the way: before the appointment to fetch the car, after the work to bring it back. */
export function tripsOf({ startsAt, promisedAt }: Times, driveMinutes: number) {
  const back = promisedAt ?? startsAt
  return [
    { leg: 'pickUp' as const, startsAt: minutesAfter(startsAt, -driveMinutes), endsAt: startsAt },
    { leg: 'return' as const, startsAt: back, endsAt: minutesAfter(back, driveMinutes) },
  ]
}

/** How long a loaner car is away: until the own car is ready, and a while for the hand-over. */
export const loanOf = ({ startsAt, promisedAt }: Times, bufferMinutes: number) => ({
  startsAt,
  endsAt: promisedAt ? minutesAfter(promisedAt, Math.max(1, bufferMinutes)) : hoursAfter(startsAt, DAY_HOURS),
})

/** Whether the work takes so long that a loaner car is offered. */
export const isLong = ({ startsAt, promisedAt }: Times, minHours: number): boolean =>
  promisedAt !== null && promisedAt >= hoursAfter(startsAt, minHours)

/**
 * Metres from the house to where a car is fetched; null where a position is not known, so that the adviser asks (S1-50). Refuses
 * `pickUp.too-far` beyond the limit.
 */
export function pickUpMetres(house: string, from: Position | null, radiusKm: number): number | null {
  const here = positionOf(house)
  if (!here || !from) return null
  return checkRadius(metresBetween(here, from), radiusKm)
}

export function checkRadius(metres: number, radiusKm: number): number {
  if (metres > radiusKm * 1000) throw new Refusal('pickUp.too-far', { km: radiusKm })
  return metres
}
