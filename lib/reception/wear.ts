import { daysBetween, plusDays } from '../core/time'
import { valueOf, WHEELS, WORN, type WearLimits, type Wheel, type WheelReading, type Worn } from './wheels'

/** One measurement of one tread or pad: day, odometer, tenths of a millimetre; of a tyre its week and year where read. */
export type Measured = { on: string; km: number | null; tenthMm: number; dot: string }

export type Forecast =
  /** The limit is reached. */
  | { kind: 'reached' }
  /** At today's wear the limit comes at `atKm`, `leftKm` from the last reading; `on` is null while the driving is unknown. */
  | { kind: 'ahead'; atKm: number; leftKm: number; on: string | null; tenthMmPer1000Km: number }
  /** Not enough to draw a line: one reading, new since the last one, too short a way, nothing worn yet, or readings that contradict. */
  | { kind: 'unknown'; why: 'one' | 'renewed' | 'short' | 'unworn' | 'contradiction' }

/** A gauge read by hand in the rain is good to about this; a greater rise means that the part is new. */
const NOISE_TENTH_MM = 5
const SHORTEST_KM = 1500
const SHORTEST_DAYS = 28
/** No tyre or pad of a car that is fit for the road wears faster; readings that say so were mistyped. */
const FASTEST_TENTH_MM_PER_1000_KM = 20
const FARTHEST_DAYS = 3650

type Known = Measured & { km: number }

/**
 * When a tread or pad comes to its limit, from its readings over visits: the line of least squares through the readings since the part
 * was last renewed, drawn on from the last one. A rise beyond what a gauge errs, or another week and year on the tyre, begins anew.
 * Distances in km, wear in tenths of a millimetre; the day by the way driven in a day between those readings.
 */
export function forecastOf(readings: readonly Measured[], limitTenthMm: number): Forecast | null {
  const inOrder = [...readings].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const last = inOrder.at(-1)
  if (!last) return null
  if (last.tenthMm <= limitTenthMm) return { kind: 'reached' }
  const since = sinceRenewed(inOrder)
  const known = since.filter((reading): reading is Known => reading.km !== null)
  const first = known[0]
  const newest = known.at(-1)
  if (!first || !newest || known.length < 2)
    return { kind: 'unknown', why: since.length < inOrder.length ? 'renewed' : 'one' }
  if (known.some(({ km }, i) => i > 0 && km < (known[i - 1]?.km ?? 0)))
    return { kind: 'unknown', why: 'contradiction' }
  const drivenKm = newest.km - first.km
  if (drivenKm < SHORTEST_KM) return { kind: 'unknown', why: 'short' }
  const perKm = wearPerKm(known)
  if (perKm * 1000 > FASTEST_TENTH_MM_PER_1000_KM) return { kind: 'unknown', why: 'contradiction' }
  if (first.tenthMm - newest.tenthMm < 1 || perKm <= 0) return { kind: 'unknown', why: 'unworn' }
  const leftKm = Math.floor((newest.tenthMm - limitTenthMm) / perKm + 1e-6)
  const days = daysBetween(first.on, newest.on)
  const daysLeft = days < SHORTEST_DAYS ? null : Math.floor((leftKm * days) / drivenKm)
  return {
    kind: 'ahead',
    atKm: newest.km + leftKm,
    leftKm,
    on: daysLeft === null || daysLeft > FARTHEST_DAYS ? null : plusDays(newest.on, daysLeft),
    tenthMmPer1000Km: Math.round(perKm * 10_000) / 10,
  }
}

/** The readings of the part that is on the car now. */
function sinceRenewed(inOrder: readonly Measured[]): Measured[] {
  const begins = inOrder.findLastIndex((reading, i) => {
    const before = inOrder[i - 1]
    if (!before) return true
    return (
      reading.tenthMm - before.tenthMm > NOISE_TENTH_MM ||
      (reading.dot !== '' && before.dot !== '' && reading.dot !== before.dot)
    )
  })
  return inOrder.slice(begins)
}

function wearPerKm(known: readonly Known[]): number {
  const mean = (of: (reading: Known) => number) =>
    known.reduce((sum, reading) => sum + of(reading), 0) / known.length
  const km = mean((reading) => reading.km)
  const depth = mean((reading) => reading.tenthMm)
  const across = known.reduce((sum, reading) => sum + (reading.km - km) * (reading.tenthMm - depth), 0)
  const along = known.reduce((sum, reading) => sum + (reading.km - km) ** 2, 0)
  return along === 0 ? 0 : -across / along
}

/** One visit's wheels. */
export type WheelsOfVisit = { on: string; km: number | null; wheels: readonly WheelReading[] }
export type WornPart = { wheel: Wheel; worn: Worn; tenthMm: number; on: string; forecast: Forecast }

/** Every tread and pad that was measured, each with its newest value and what is to be expected; a spare lies still and has no forecast. */
export function wearOfCar(visits: readonly WheelsOfVisit[], limits: WearLimits): WornPart[] {
  return WHEELS.filter((wheel) => wheel !== 'spare').flatMap((wheel) =>
    WORN.flatMap((worn) => {
      const readings = visits.flatMap(({ on, km, wheels }) => {
        const found = wheels.find((one) => one.wheel === wheel)
        const tenthMm = found ? valueOf(found, worn) : null
        return tenthMm === null ? [] : [{ on, km, tenthMm, dot: worn === 'tread' ? (found?.dot ?? '') : '' }]
      })
      const forecast = forecastOf(readings, limits[worn].limit)
      const last = readings.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
      return forecast && last ? [{ wheel, worn, tenthMm: last.tenthMm, on: last.on, forecast }] : []
    }),
  )
}

const RANK = { reached: 0, ahead: 1, unknown: 2 } as const

/** What comes to its limit first of a kind: what has reached it, then the fewest kilometres, then the thinnest. */
export function firstWorn(parts: readonly WornPart[], worn: Worn): WornPart | null {
  const leftKm = ({ forecast }: WornPart) => (forecast.kind === 'ahead' ? forecast.leftKm : 0)
  return (
    parts
      .filter((part) => part.worn === worn)
      .sort(
        (a, b) =>
          RANK[a.forecast.kind] - RANK[b.forecast.kind] || leftKm(a) - leftKm(b) || a.tenthMm - b.tenthMm,
      )[0] ?? null
  )
}

/** A distance as one says it: down to whole thousands above five thousand, else to hundreds. */
export const roughKm = (km: number): number => (km >= 5000 ? km - (km % 1000) : km - (km % 100))

/** For the customer: of tyres and of brakes what comes first, where something can be said. */
export const worthTelling = (parts: readonly WornPart[]): WornPart[] =>
  WORN.flatMap((worn) => firstWorn(parts, worn) ?? []).filter(({ forecast }) => forecast.kind !== 'unknown')
