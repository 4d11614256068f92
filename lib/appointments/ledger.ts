import { STEP_MINUTES, type Resource } from '../dealership/lay-out'

const STEP = STEP_MINUTES * 60_000

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
const OPTIONAL = /^(inspection|bay:wash)$/

function hasRoom({ rooms }: LedgerDay, needs: readonly Resource[], step: number, minutes: number): boolean {
  for (const need of needs) {
    const room = rooms.get(need)
    if (!room) {
      if (OPTIONAL.test(need)) continue
      return false
    }
    if ((room.booked[step] ?? 0) + minutes > (room.capacity[step] ?? 0)) return false
  }
  return true
}

/** Nobody is at work then, as over lunch: what has begun goes on afterwards. */
const isPause = ({ rooms }: LedgerDay, needs: readonly Resource[], step: number): boolean =>
  needs.some((need) => rooms.get(need)?.capacity[step] === 0)

/**
 * The minutes of a leg from `at` on, step by step through opening hours, going on the next open day where one ends.
 * Answers the uses, or the time from which it may be tried again; null when the days end.
 */
function tryAt(
  days: readonly LedgerDay[],
  leg: Leg,
  at: number,
  pressing: boolean,
): Way | { again: number } | null {
  const uses: Use[] = []
  let left = leg.minutes * 60_000
  let now = at
  let startsAt = 0
  for (const day of days) {
    if (now >= day.closesAt) continue
    if (now < day.opensAt) now = day.opensAt
    while (now < day.closesAt) {
      const step = Math.floor((now - day.first) / STEP)
      const until = Math.min(day.first + (step + 1) * STEP, day.closesAt, now + left)
      if (!pressing && isPause(day, leg.needs, step)) {
        now = Math.min(day.first + (step + 1) * STEP, day.closesAt)
        continue
      }
      if (startsAt === 0) startsAt = now
      const minutes = (until - now) / 60_000
      if (!pressing && !hasRoom(day, leg.needs, step, minutes))
        return { again: day.first + (step + 1) * STEP }
      uses.push({ day, step, minutes, needs: leg.needs })
      left -= until - now
      now = until
      if (left <= 0) return { startsAt, endsAt: now, uses }
    }
  }
  return null
}

/** The first moment from `at` on at which somebody is at work. */
function afterPause(days: readonly LedgerDay[], needs: readonly Resource[], at: number): number {
  for (const day of days) {
    if (at >= day.closesAt) continue
    let now = Math.max(at, day.opensAt)
    while (now < day.closesAt) {
      const step = Math.floor((now - day.first) / STEP)
      if (!isPause(day, needs, step)) return now
      now = day.first + (step + 1) * STEP
    }
  }
  return at
}

type Wanted = {
  legs: readonly Leg[]
  /** No leg begins more than this many minutes after the one before it has ended, pauses apart: for who waits in the lounge. */
  patience: number
  /** The car must be ready by then. */
  before?: number
  /** Takes the way whether there is room or not: a manager has decided, or the car stands at the door. */
  pressing?: boolean
}

/**
 * The way of a car through the workshop from `from` on: the earliest time at which each leg has room, one after the other.
 * `days` are open days in order, the day of arrival first. Null when there is none. The ledger is not changed.
 */
export function findWay(days: readonly LedgerDay[], from: number, wanted: Wanted): Way | null {
  const { legs, patience, before = Infinity, pressing = false } = wanted
  const uses: Use[] = []
  let ready = from
  let startsAt = from
  for (const [position, leg] of legs.entries()) {
    let at = pressing ? ready : afterPause(days, leg.needs, ready)
    const latest = at + patience * 60_000
    let found: Way | null = null
    while (!found) {
      const tried = tryAt(days, leg, at, pressing)
      if (!tried) return null
      if ('uses' in tried) found = tried
      else if (tried.again > latest) return null
      else at = tried.again
    }
    if (found.startsAt > latest || found.endsAt > before) return null
    if (position === 0) startsAt = found.startsAt
    uses.push(...found.uses)
    ready = found.endsAt
  }
  return pressing || withinDays(uses) ? { startsAt, endsAt: ready, uses } : null
}

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
export const canReceive = (day: LedgerDay, adviserId: string, from: number, to: number): boolean =>
  receptionOf(day, adviserId, from, to).every(({ needs, step, minutes }) =>
    hasRoom(day, needs, step, minutes),
  )

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
