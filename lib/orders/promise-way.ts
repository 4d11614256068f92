import { expectedDelivery } from '../appointments/expected-delivery'
import type { LedgerDay, Room } from '../appointments/ledger'
import { readyRange, waysFor, type SlotItem, type SlotRules } from '../appointments/slots'
import { sumFen } from '../core/money'
import type { TimeStandard } from './promise'

const MINUTE = 60_000
const STEP = 30 * MINUTE

/** What a promise is made of, in minutes; a day is 'YYYY-MM-DD'. */
export type PromiseDrivers = {
  /** From now until the first hand and bay are free. */
  waitMinutes: number
  jobMinutes: number
  inspectionMinutes: number
  washMinutes: number
  bufferMinutes: number
  /** Technicians' minutes that nothing has taken yet today. */
  leftTodayMinutes: number
  /** Skills and places without which it cannot begin. */
  skills: string[]
  bays: string[]
  /** The day on which the last missing part is there; null when nothing is missing. */
  partsOn: string | null
}
export type PromiseSuggestion = PromiseDrivers & { from: Date | null; at: Date | null }

/** For a car that is in the house the booking rate does not count, only who and what is free in each half hour. */
const withoutRate = (day: LedgerDay): LedgerDay => ({
  ...day,
  rooms: new Map([...day.rooms].map(([name, room]) => [name, { ...room, bookableMinutes: Infinity }])),
})

const leftOf = (day: LedgerDay, { capacity, booked }: Room, now: number): number =>
  sumFen(
    capacity.map((minutes, step) => {
      const ends = day.first + (step + 1) * STEP
      const share = Math.min(1, Math.max(0, (ends - Math.max(now, day.opensAt)) / STEP))
      return Math.floor(Math.max(0, minutes - (booked[step] ?? 0)) * share)
    }),
  )

type Wanted = { items: readonly SlotItem[]; rules: SlotRules; now: Date; partsOn: string | null }

/**
 * When a car that is in the house can be ready (S3-06): its way through technicians of the skill and grade, a bay of the kind,
 * inspection and wash, each where the ledger has room, from now or from the opening of the day on which the last part comes; first
 * a range, of which the end is the time to promise. `days` are open days in order.
 */
export function promiseFrom(
  days: readonly LedgerDay[],
  { items, rules, now, partsOn }: Wanted,
): PromiseSuggestion {
  const open = days.map(withoutRate)
  const ways = waysFor({ days: open, items, rules })
  const today = days[0]
  const drivers: PromiseDrivers = {
    waitMinutes: 0,
    jobMinutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    inspectionMinutes: today?.rooms.has('inspection') ? rules.inspectionMinutes : 0,
    washMinutes: today?.rooms.has('bay:wash') ? rules.washMinutes : 0,
    bufferMinutes: rules.bufferMinutes,
    leftTodayMinutes: 0,
    skills: [...new Set(items.map(({ skill }) => skill))],
    bays: [...new Set(items.map(({ bayKind }) => bayKind))],
    partsOn,
  }
  const work = today?.rooms.get('work')
  if (today && work) drivers.leftTodayMinutes = leftOf(today, work, now.getTime())
  if (!drivers.jobMinutes) return { ...drivers, from: null, at: null }
  for (const [first, day] of open.entries()) {
    if ((partsOn !== null && day.day < partsOn) || now.getTime() >= day.closesAt) continue
    const found = ways(Math.max(now.getTime(), day.opensAt), { first, waits: false, pressing: false })
    if (!found) continue
    const { from, to } = readyRange(found.way, rules.bufferMinutes, open, first)
    const waitMinutes = Math.max(0, Math.round((found.way.startsAt - now.getTime()) / MINUTE))
    return {
      ...drivers,
      waitMinutes,
      from: from === null ? null : new Date(from),
      at: to === null ? null : new Date(to),
    }
  }
  return { ...drivers, from: null, at: null }
}

/** Until when the standard of an order leaves time, from `start` on within the open days; null when they end before. */
export function standardUntil(
  days: readonly LedgerDay[],
  start: Date,
  standard: TimeStandard | null,
): Date | null {
  if (!standard) return null
  if (standard.kind === 'minutes') {
    const until = expectedDelivery(start.getTime(), standard.minutes, days)
    return until === null ? null : new Date(until)
  }
  const first = days.findIndex(({ closesAt }) => start.getTime() < closesAt)
  const [from, to] = [days[first], days[first + standard.days]]
  if (first < 0 || !from || !to) return null
  const intoTheDay = Math.max(0, start.getTime() - from.opensAt)
  return new Date(Math.min(to.closesAt, to.opensAt + intoTheDay))
}
