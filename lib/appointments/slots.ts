import { isoOf, minutesAfter } from '../core/time'
import type { Settings } from '../dealership/settings'
import { availableMinutes, bandOf, bookingRateBp, freeMinutes, type Band } from './capacity'
import { expectedDelivery } from './expected-delivery'
import { isQuick, legsOf } from './legs'
import { hasTime, unevenness, waysOf, type LedgerDay, type Way } from './ledger'

export type Slot = {
  startsAt: string
  /** Advisers who could receive the car then. */
  advisers: number
  /** Whether the adviser asked for is one of them; true when none was asked for. */
  wanted: boolean
  /** The car will probably be ready from the one to the other; null when the days known end before. */
  readyFrom: string | null
  readyAt: string | null
  lane: 'quick' | 'normal'
  /** Whether it can be done while the customer waits; else the car has to be left. */
  stay: boolean
  /** Only with a manager's word: there is no room for the work. */
  over: boolean
  /** Before all parts are there: a booking then waits for them. */
  provisional: boolean
  /** 1 is the slot that loads the workshop most evenly, among all that are offered (S1-60). */
  rank: number
  /** Share of the labour price that is taken off at this time, in basis points. */
  discountBp: number
}

export type SlotRules = {
  slotMinutes: number
  inspectionMinutes: number
  washMinutes: number
  patienceMinutes: number
  bufferMinutes: number
  fromBp: number
  toBp: number
  productivityBp: number
}
export const rulesOf = (settings: Settings): SlotRules => ({
  slotMinutes: settings['booking.slotMinutes'],
  inspectionMinutes: settings['booking.inspectionMinutes'],
  washMinutes: settings['booking.washMinutes'],
  patienceMinutes: settings['booking.patienceMinutes'],
  bufferMinutes: settings['promise.bufferMinutes'],
  fromBp: settings['booking.rateStartBp'],
  toBp: settings['booking.rateMaxBp'],
  productivityBp: settings['capacity.productivityBp'],
})

export type SlotItem = {
  minutes: number
  skill: string
  bayKind: string
  quickLane: boolean
  /** The least grade of technician that may do it; any grade when not given. */
  minGrade?: string
}

type Search = {
  /** Open days in order, those asked for and some more in which long work may end. */
  days: readonly LedgerDay[]
  items: readonly SlotItem[]
  rules: SlotRules
  /** Null: either. */
  waits: boolean | null
  earliest: Date
  latest: Date
  adviserId: string | null
  /** Also times for which there is no room. */
  pressing: boolean
  discountAt: (startsAt: number) => number
  /** The first day on which all parts are there. */
  partsThereOn?: string | null
}

export type WayTo = { way: Way; lane: 'quick' | 'normal'; over: boolean }

type From = { first?: number; waits: boolean; pressing: boolean }

/**
 * Answers the way of the wanted work for a car that has been received at a moment of the `first` of the days; by the quick lane
 * before the others, where it may go there.
 */
export function waysFor({ days, items, rules }: Pick<Search, 'days' | 'items' | 'rules'>) {
  const lanes = isQuick(items) ? (['quick', 'normal'] as const) : (['normal'] as const)
  const ways = lanes.map((lane) => ({ lane, find: waysOf(days, legsOf(items, rules, lane)) }))
  return (from: number, { first = 0, waits, pressing }: From): WayTo | null => {
    const today = days[first]
    if (!today) return null
    const patience = waits ? rules.patienceMinutes : Math.max(0, (today.closesAt - from) / 60_000)
    const before = waits ? today.closesAt : undefined
    for (const { lane, find } of ways) {
      const way = find(from, { first, patience, before })
      if (way && way.startsAt < today.closesAt) return { way, lane, over: false }
    }
    const last = ways.at(-1)
    const way = pressing && last ? last.find(from, { first, patience: 0, pressing }) : null
    return way && { way, lane: 'normal', over: true }
  }
}

/** When the car can be fetched: from the end of its way to the end of the reserve, both up to a quarter of an hour. */
export const readyRange = (
  { endsAt }: Way,
  bufferMinutes: number,
  days: readonly LedgerDay[],
  first = 0,
) => ({
  from: expectedDelivery(endsAt, 0, days, first),
  to: expectedDelivery(endsAt, bufferMinutes, days, first),
})

/** The free times of each day asked for, ranked by how level they leave the workshop. */
export function freeSlots(search: Search, asked: number): Map<string, Slot[]> {
  const { days, rules } = search
  const ways = waysFor(search)
  const found = new Map<string, Slot[]>()
  const costs: { slot: Slot; cost: number; at: number }[] = []
  const length = rules.slotMinutes * 60_000
  const [earliest, latest] = [search.earliest.getTime(), search.latest.getTime()]
  for (const [first, day] of days.slice(0, asked).entries()) {
    const slots: Slot[] = []
    const advisers = [...day.rooms].filter(([resource]) => resource.startsWith('adviser:'))
    const own = search.adviserId === null ? undefined : day.rooms.get(`adviser:${search.adviserId}`)
    for (let at = day.opensAt; at + length <= day.closesAt; at += length) {
      if (at < earliest || at > latest) continue
      const end = at + length
      const free = advisers.reduce((sum, [, room]) => sum + Number(hasTime(day, room, at, end)), 0)
      if (free === 0) continue
      const by = (waits: boolean, pressing: boolean) => ways(end, { first, waits, pressing })
      const staying = search.waits === false ? null : by(true, false)
      const to =
        staying ??
        (search.waits === true ? null : by(false, false)) ??
        (search.pressing ? by(false, true) : null)
      if (!to) continue
      const ready = readyRange(to.way, rules.bufferMinutes, days, first)
      const slot: Slot = {
        startsAt: isoOf(at),
        advisers: free,
        wanted: search.adviserId === null || (own !== undefined && hasTime(day, own, at, end)),
        readyFrom: ready.from === null ? null : isoOf(ready.from),
        readyAt: ready.to === null ? null : isoOf(ready.to),
        lane: to.lane,
        stay: staying !== null,
        over: to.over,
        provisional: !!search.partsThereOn && day.day < search.partsThereOn,
        rank: 0,
        discountBp: search.discountAt(at),
      }
      slots.push(slot)
      costs.push({
        slot,
        at,
        cost:
          unevenness(to.way.uses, to.lane === 'quick' ? 'quick' : 'work') +
          (to.over ? 1e6 : 0) +
          (slot.provisional ? 1e3 : 0),
      })
    }
    found.set(day.day, slots)
  }
  costs.sort((a, b) => a.cost - b.cost || a.at - b.at)
  for (const [position, { slot }] of costs.entries()) slot.rank = position + 1
  return found
}

export type DayLoad = {
  availableMinutes: number
  bookableMinutes: number
  bookedMinutes: number
  rateBp: number
  band: Band
  freeMinutes: number
}

/** The load of a day with every term of it (S1-52, S1-53, S1-66); free is what the skill and the workshop both have left. */
export function loadOf(
  day: LedgerDay | null,
  attendanceMinutes: number,
  skill: string,
  rules: SlotRules,
): DayLoad {
  const work = day?.rooms.get('work')
  const skilled = day?.rooms.get(`skill:${skill}`)
  const sums = (room?: { bookableMinutes: number; bookedMinutes: number }) => ({
    bookable: room?.bookableMinutes ?? 0,
    booked: room?.bookedMinutes ?? 0,
  })
  const available = availableMinutes(attendanceMinutes, rules.productivityBp)
  const bookedMinutes = work?.bookedMinutes ?? 0
  const rateBp = bookingRateBp(bookedMinutes, available)
  return {
    availableMinutes: available,
    bookableMinutes: work?.bookableMinutes ?? 0,
    bookedMinutes,
    rateBp,
    band: bandOf(rateBp, rules),
    freeMinutes: freeMinutes(sums(skilled), sums(work)),
  }
}

export const earliestStart = (now: Date, noticeMinutes: number): Date =>
  new Date(Math.max(now.getTime() + 1, minutesAfter(now, noticeMinutes).getTime()))
