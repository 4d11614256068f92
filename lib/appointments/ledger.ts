import { DAY } from '../core/time'
import { STEP_MINUTES, type Resource } from '../dealership/lay-out'

const MINUTE = 60_000
const STEP = STEP_MINUTES * MINUTE
/** Room for the longest day, when clocks are put back. */
export const STEPS = DAY / STEP + 4

/** Minutes of one resource on one day: per step from midnight on, and of the whole day. */
export type Room = { capacity: number[]; booked: number[]; bookableMinutes: number; bookedMinutes: number }
export type LedgerDay = {
  day: string
  /** Opening and closing as milliseconds since 1970. */
  opensAt: number
  closesAt: number
  /** Midnight, when the first step begins. */
  first: number
  rooms: Map<Resource, Room>
}

/** A part of a car's way: `minutes` without a break that need all of `needs` at once. */
export type Leg = { minutes: number; needs: readonly Resource[] }
/** Minutes that one leg takes of its resources in one step of one day. */
export type Use = { day: LedgerDay; step: number; minutes: number; needs: readonly Resource[] }
export type Way = { startsAt: number; endsAt: number; uses: Use[] }

/** Not every house has inspectors or a wash bay: without one, nothing waits for it. */
const OPTIONAL: ReadonlySet<Resource> = new Set(['inspection', 'bay:wash'])

/**
 * What all needs of a leg have left together on one day: minutes in each half hour, and in the whole day. A pause is a half hour
 * in which nobody is at work, as over lunch: what has begun goes on afterwards.
 */
type Track = { free: Int32Array; pauses: Uint8Array; left: number }

function trackOf({ rooms }: LedgerDay, needs: readonly Resource[]): Track {
  const free = new Int32Array(STEPS).fill(STEP_MINUTES)
  const pauses = new Uint8Array(STEPS)
  let left = Infinity
  for (const need of needs) {
    const room = rooms.get(need)
    if (!room) {
      if (!OPTIONAL.has(need)) free.fill(-1)
      continue
    }
    const { capacity, booked } = room
    for (let step = 0; step < STEPS; step++) {
      const minutes = capacity[step] ?? 0
      if (minutes === 0) pauses[step] = 1
      const rest = minutes - (booked[step] ?? 0)
      if (rest < (free[step] as number)) free[step] = rest
    }
    left = Math.min(left, room.bookableMinutes - room.bookedMinutes)
  }
  return { free, pauses, left }
}

type Wanted = {
  /** Where in `days` the car comes. */
  first?: number
  /** No leg begins more than this many minutes after the one before it has ended, pauses apart: for who waits in the lounge. */
  patience: number
  /** The car must be ready by then. */
  before?: number
  /** Takes the way whether there is room or not: a manager has decided, or the car stands at the door. */
  pressing?: boolean
}

/**
 * Finds the way of a car through the workshop from a moment on: the earliest time at which each leg has room, one after the
 * other. `days` are open days in order. Null when there is none. What each half hour has left for a leg is worked out once, so
 * that many moments can be tried; the ledger is not changed, and must not be while it is asked.
 */
export function waysOf(days: readonly LedgerDay[], legs: readonly Leg[]) {
  const known = legs.map(() => new Array<Track | undefined>(days.length))
  const track = (leg: number, day: number): Track => {
    const row = known[leg] as (Track | undefined)[]
    return (row[day] ??= trackOf(days[day] as LedgerDay, (legs[leg] as Leg).needs))
  }

  /** The minutes of a leg from `at` on: its uses, or the time from which it may be tried again; null when the days end. */
  const tryAt = (leg: number, at: number, first: number, pressing: boolean): Way | number | null => {
    const { minutes, needs } = legs[leg] as Leg
    const uses: Use[] = []
    let left = minutes * MINUTE
    let now = at
    let startsAt = 0
    for (let position = first; position < days.length; position++) {
      const day = days[position] as LedgerDay
      if (now >= day.closesAt) continue
      if (now < day.opensAt) now = day.opensAt
      const { free, pauses } = track(leg, position)
      while (now < day.closesAt) {
        const step = Math.floor((now - day.first) / STEP)
        const stepEnds = day.first + (step + 1) * STEP
        if (!pressing && pauses[step]) {
          now = Math.min(stepEnds, day.closesAt)
          continue
        }
        const until = Math.min(stepEnds, day.closesAt, now + left)
        if (startsAt === 0) startsAt = now
        const taken = (until - now) / MINUTE
        if (!pressing && taken > (free[step] ?? 0)) return stepEnds
        uses.push({ day, step, minutes: taken, needs })
        left -= until - now
        now = until
        if (left <= 0) return { startsAt, endsAt: now, uses }
      }
    }
    return null
  }

  /** The first moment from `at` on at which somebody is at work. */
  const afterPause = (leg: number, at: number, first: number): number => {
    for (let position = first; position < days.length; position++) {
      const day = days[position] as LedgerDay
      if (at >= day.closesAt) continue
      const { pauses } = track(leg, position)
      let now = Math.max(at, day.opensAt)
      while (now < day.closesAt) {
        const step = Math.floor((now - day.first) / STEP)
        if (!pauses[step]) return now
        now = day.first + (step + 1) * STEP
      }
    }
    return at
  }

  return (from: number, { first = 0, patience, before = Infinity, pressing = false }: Wanted): Way | null => {
    const uses: Use[] = []
    let ready = from
    let startsAt = from
    for (let leg = 0; leg < legs.length; leg++) {
      let at = pressing ? ready : afterPause(leg, ready, first)
      const latest = at + patience * MINUTE
      let found: Way | null = null
      while (!found) {
        const tried = tryAt(leg, at, first, pressing)
        if (tried === null) return null
        if (typeof tried !== 'number') found = tried
        else if (tried > latest) return null
        else at = tried
      }
      if (found.startsAt > latest || found.endsAt > before) return null
      if (leg === 0) startsAt = found.startsAt
      for (const use of found.uses) uses.push(use)
      ready = found.endsAt
    }
    return pressing || withinDays(uses) ? { startsAt, endsAt: ready, uses } : null
  }
}

/** One way, for who asks once: see `waysOf`. */
export const findWay = (
  days: readonly LedgerDay[],
  from: number,
  { legs, ...wanted }: Wanted & { legs: readonly Leg[] },
): Way | null => waysOf(days, legs)(from, wanted)

/** Whether no day is booked past its share. */
function withinDays(uses: readonly Use[]): boolean {
  const taken = new Map<Room, number>()
  for (const { day, minutes, needs } of uses)
    for (const need of needs) {
      const room = day.rooms.get(need)
      if (!room) continue
      const sum = (taken.get(room) ?? 0) + minutes
      if (room.bookedMinutes + sum > room.bookableMinutes) return false
      taken.set(room, sum)
    }
  return true
}

/** The time of an adviser who receives a car from one moment to another, step by step. */
export function receptionOf(day: LedgerDay, adviserId: string, from: number, to: number): Use[] {
  const uses: Use[] = []
  for (let now = from; now < to;) {
    const step = Math.floor((now - day.first) / STEP)
    const until = Math.min(day.first + (step + 1) * STEP, to)
    uses.push({ day, step, minutes: (until - now) / 60_000, needs: [`adviser:${adviserId}`] })
    now = until
  }
  return uses
}

/** Whether an adviser can receive a car from one moment to another. */
export function canReceive(day: LedgerDay, adviserId: string, from: number, to: number): boolean {
  const room = day.rooms.get(`adviser:${adviserId}`)
  return room !== undefined && hasTime(day, room, from, to)
}

/** Whether one resource has every minute from one moment to another. */
export function hasTime(day: LedgerDay, { capacity, booked }: Room, from: number, to: number): boolean {
  for (let now = from; now < to;) {
    const step = Math.floor((now - day.first) / STEP)
    const until = Math.min(day.first + (step + 1) * STEP, to)
    if ((booked[step] ?? 0) + (until - now) / MINUTE > (capacity[step] ?? 0)) return false
    now = until
  }
  return true
}

/**
 * How much less level the workshop becomes by this way: the growth of the sum of squares of the load of its steps, each as a
 * share of what may be booked. The smaller, the better the slot.
 */
export function unevenness(uses: readonly Use[], resource: Resource): number {
  let cost = 0
  for (const { day, step, minutes, needs } of uses) {
    if (!needs.includes(resource)) continue
    const room = day.rooms.get(resource)
    const capacity = room?.capacity[step] ?? 0
    if (capacity <= 0) continue
    const before = (room?.booked[step] ?? 0) / capacity
    const more = minutes / capacity
    cost += more * (2 * before + more)
  }
  return cost
}

/** One row for each day and resource that a way uses: the minutes in each step from midnight on. */
export function usesByRow(
  uses: readonly Use[],
): { day: LedgerDay; resource: Resource; minutes: Map<number, number> }[] {
  const rows = new Map<string, { day: LedgerDay; resource: Resource; minutes: Map<number, number> }>()
  for (const { day, step, minutes, needs } of uses)
    for (const resource of needs) {
      const key = `${day.day} ${resource}`
      const row = rows.get(key) ?? { day, resource, minutes: new Map<number, number>() }
      row.minutes.set(step, (row.minutes.get(step) ?? 0) + minutes)
      rows.set(key, row)
    }
  return [...rows.values()].filter(({ day, resource }) => day.rooms.has(resource))
}
