import { MINUTE } from '../core/time'
import { availableMinutes } from '../dealership/capacity'
import { STEP_MINUTES } from '../dealership/lay-out'
import { bandOf, bookingRateBp, type Band } from './capacity'
import type { LedgerDay, Room, Use } from './ledger'

type Rules = { fromBp: number; toBp: number; productivityBp: number }

export type LoadStep = {
  /** When the half hour begins, as milliseconds since 1970. */
  at: number
  availableMinutes: number
  bookedMinutes: number
  rateBp: number
  /** Null while nobody is there: over lunch, before the first shift. */
  band: Band | null
}
export type LoadLine = { resource: string; steps: LoadStep[]; bookableMinutes: number; bookedMinutes: number }

/** Each half hour of the opening hours with what there is of a resource and what is booked of it (S1-62). */
export function loadLine(day: LedgerDay, resource: string, rules: Rules): LoadLine | null {
  const room = day.rooms.get(resource)
  if (!room) return null
  const { bookableMinutes, bookedMinutes } = room
  return { resource, steps: stepsOf(day).map((step) => loadStep(day, room, step, rules)), bookableMinutes, bookedMinutes } // prettier-ignore
}

/** Numbers of the half hours, from midnight on, that lie in the opening hours. */
export function stepsOf({ opensAt, closesAt, first }: LedgerDay): number[] {
  const length = STEP_MINUTES * MINUTE
  const from = Math.floor((opensAt - first) / length)
  const to = Math.ceil((closesAt - first) / length)
  return Array.from({ length: to - from }, (_, i) => from + i)
}

function loadStep(day: LedgerDay, room: Room, step: number, { productivityBp, ...band }: Rules): LoadStep {
  const available = availableMinutes(room.capacity[step] ?? 0, productivityBp)
  const booked = room.booked[step] ?? 0
  const rateBp = bookingRateBp(booked, available)
  return {
    at: day.first + step * STEP_MINUTES * MINUTE,
    availableMinutes: available,
    bookedMinutes: booked,
    rateBp,
    band: available > 0 || booked > 0 ? bandOf(rateBp, band) : null,
  }
}

export type Stretch = {
  kind: 'peak' | 'valley'
  from: number
  to: number
  rateBp: number
  /** Booked above the band at a peak, free below it in a valley. */
  minutes: number
  /** Nobody should work above the band that long without a pause. */
  tiring: boolean
}

const VALLEY_MINUTES = 60
const TIRING_MINUTES = 120

/**
 * Peaks to shave and valleys to fill (S1-62): stretches of half hours above the band, and stretches of an hour or more below it.
 * A peak of two hours is tiring. Half hours in which nobody is there end a stretch.
 */
export function stretchesOf(steps: readonly LoadStep[], { fromBp, toBp }: Rules): Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at < steps.length;) {
    const band = steps[at]?.band
    let end = at + 1
    while (end < steps.length && steps[end]?.band === band) end++
    const run = steps.slice(at, end)
    if (band === 'above' || (band === 'below' && run.length * STEP_MINUTES >= VALLEY_MINUTES))
      found.push(stretch(run, band === 'above' ? 'peak' : 'valley', { fromBp, toBp }))
    at = end
  }
  return found
}

function stretch(run: readonly LoadStep[], kind: Stretch['kind'], band: { fromBp: number; toBp: number }) {
  const sum = (of: (step: LoadStep) => number) => run.reduce((total, step) => total + of(step), 0)
  const available = sum((step) => step.availableMinutes)
  const booked = sum((step) => step.bookedMinutes)
  const edge = availableMinutes(available, kind === 'peak' ? band.toBp : band.fromBp)
  const [first] = run
  const last = run.at(-1)
  return {
    kind,
    from: first?.at ?? 0,
    to: (last?.at ?? 0) + STEP_MINUTES * MINUTE,
    rateBp: bookingRateBp(booked, available),
    minutes: Math.abs(booked - edge),
    tiring: kind === 'peak' && run.length * STEP_MINUTES >= TIRING_MINUTES,
  }
}

/** Puts what a car would use into the ledger that was read, to look at what it would be like. */
export function tryOn(uses: readonly Use[]): void {
  for (const { day, step, minutes, needs } of uses)
    for (const need of needs) {
      const room = day.rooms.get(need)
      if (!room) continue
      room.booked[step] = (room.booked[step] ?? 0) + minutes
      room.bookedMinutes += minutes
    }
}

export type Overloaded = { day: string; resource: string; step: number }

/** The half hours that these uses load past what there is: the promises that hang on them are in danger (S1-61). */
export function overloadedBy(uses: readonly Use[]): Overloaded[] {
  const found = new Map<string, Overloaded>()
  for (const { day, step, needs } of uses)
    for (const resource of needs) {
      const room = day.rooms.get(resource)
      if (room && (room.booked[step] ?? 0) > (room.capacity[step] ?? 0))
        found.set(`${day.day} ${resource} ${step}`, { day: day.day, resource, step })
    }
  return [...found.values()]
}
