import { metresBetween, positionOf, type Position } from '../core/distance'
import { Refusal } from '../core/refusal'
import { hoursAfter, minutesAfter } from '../core/time'

/** Who had said nothing about the end of the work keeps a loaner car for a day. */
const DAY_HOURS = 24

export type Way = { pickUp: boolean; loaner: boolean }
/** What could be reserved; `long`: the work takes long enough for a loaner car. */
export type FreeWays = Way & { long: boolean }

/** How somebody wants the car to come from now on; `kept` as it was agreed. */
export const WAYS = ['kept', 'own', 'pickUp', 'loaner'] as const
/** How the car of a booking comes. */
export const COMING = ['own', 'pickUp', 'loaner'] as const
export const comingOf = ({ pickUp, loaner }: Way): (typeof COMING)[number] =>
  pickUp ? 'pickUp' : loaner ? 'loaner' : 'own'
export type WayWish = { way: (typeof WAYS)[number]; pickUpAddress: string }

/** How a booking comes as it stands, for whoever may change it. */
export type AgreedWay = Way & {
  /** The customer stays: there is nothing to fetch or to lend. */
  waits: boolean
  addressKnown: boolean
}
export const agreedWayOf = (of: Way & { waiting: string; pickUpAddress: string }): AgreedWay => ({
  pickUp: of.pickUp,
  loaner: of.loaner,
  waits: of.waiting === 'waits',
  addressKnown: of.pickUpAddress !== '',
})

type Agreed = Way & { pickUpAddress: string; pickUpMetres: number | null }

/**
 * The way of coming after a wish; the distance of an address that is new is not known. Refuses `appointment.pick-up-address` for a
 * car that is to be fetched from nowhere.
 */
export function wayAfter(agreed: Agreed, { way, pickUpAddress: typed }: WayWish): Agreed {
  const { pickUp, loaner, pickUpAddress, pickUpMetres } = agreed
  if (way === 'kept') return { pickUp, loaner, pickUpAddress, pickUpMetres }
  if (way !== 'pickUp') return { pickUp: false, loaner: way === 'loaner', pickUpAddress, pickUpMetres: null }
  const address = typed || pickUpAddress
  if (!address) throw new Refusal('appointment.pick-up-address')
  const known = pickUp && address === pickUpAddress
  return { pickUp: true, loaner: false, pickUpAddress: address, pickUpMetres: known ? pickUpMetres : null }
}

/**
 * Whether a way of coming is free. Refuses `pickUp.no-driver`, `loaner.too-short` and `loaner.none-free`, with what is free instead.
 */
export function checkWay(wanted: Way, free: FreeWays, minHours: number): void {
  if (wanted.pickUp && !free.pickUp) throw new Refusal('pickUp.no-driver', { loaner: Number(free.loaner) })
  if (!wanted.loaner || free.loaner) return
  const pickUp = Number(free.pickUp)
  if (!free.long) throw new Refusal('loaner.too-short', { hours: minHours, pickUp })
  throw new Refusal('loaner.none-free', { pickUp })
}

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
