import { minutesAfter, type Interval } from '../core/time'
import type { Settings } from '../dealership/settings'
import { availableMinutes, bandOf, bookingRateBp, freeMinutes, type Band } from './capacity'
import { expectedDelivery } from './expected-delivery'
import { isQuick, legsOf } from './legs'
import { canReceive, findWay, unevenness, type LedgerDay, type Way } from './ledger'

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

export type SlotItem = { minutes: number; skill: string; bayKind: string; quickLane: boolean }

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

/** The way of the wanted work for a car that has been received at `from`; the quick lane first, where it may go there. */
export function wayFrom(
  {
    days,
    items,
    rules,
    waits,
    pressing,
  }: Pick<Search, 'days' | 'items' | 'rules' | 'pressing'> & { waits: boolean },
  from: number,
): WayTo | null {
  const [today] = days
  if (!today) return null
  const patience = waits ? rules.patienceMinutes : Math.max(0, (today.closesAt - from) / 60_000)
  const before = waits ? today.closesAt : undefined
  const lanes = isQuick(items) ? (['quick', 'normal'] as const) : (['normal'] as const)
  for (const lane of lanes) {
    const way = findWay(days, from, { legs: legsOf(items, rules, lane), patience, before })
    if (way && way.startsAt < today.closesAt) return { way, lane, over: false }
  }
  if (!pressing) return null
  const lane = 'normal'
  const way = findWay(days, from, { legs: legsOf(items, rules, lane), patience: 0, pressing: true })
  return way && { way, lane, over: true }
}

/** When the car can be fetched: from the end of its way to the end of the reserve, both up to a quarter of an hour. */
export function readyRange(way: Way, bufferMinutes: number, open: readonly Interval[]) {
  const end = new Date(way.endsAt)
  return { from: expectedDelivery(end, 0, open), to: expectedDelivery(end, bufferMinutes, open) }
}

export const intervalsOf = (days: readonly LedgerDay[]): Interval[] =>
  days.map(({ opensAt, closesAt }) => ({ start: new Date(opensAt), end: new Date(closesAt) }))

/** The free times of each day asked for, ranked by how level they leave the workshop. */
export function freeSlots(search: Search, asked: number): Map<string, Slot[]> {
  const { days, rules } = search
  const open = intervalsOf(days)
  const found = new Map<string, Slot[]>()
  const costs: { slot: Slot; cost: number; at: number }[] = []
  for (const [position, day] of days.slice(0, asked).entries()) {
    const slots: Slot[] = []
    const ahead = days.slice(position)
    const advisers = [...day.rooms.keys()]
      .filter((resource) => resource.startsWith('adviser:'))
      .map((resource) => resource.slice(8))
    for (
      let at = day.opensAt;
      at + rules.slotMinutes * 60_000 <= day.closesAt;
      at += rules.slotMinutes * 60_000
    ) {
      if (at < search.earliest.getTime() || at > search.latest.getTime()) continue
      const end = at + rules.slotMinutes * 60_000
      const free = advisers.filter((adviser) => canReceive(day, adviser, at, end))
      if (free.length === 0) continue
      const by = (waits: boolean, pressing: boolean) =>
        wayFrom({ ...search, days: ahead, waits, pressing }, end)
      const staying = search.waits === false ? null : by(true, false)
      const to =
        staying ??
        (search.waits === true ? null : by(false, false)) ??
        (search.pressing ? by(false, true) : null)
      if (!to) continue
      const ready = readyRange(to.way, rules.bufferMinutes, open.slice(position))
      const slot: Slot = {
        startsAt: new Date(at).toISOString(),
        advisers: free.length,
        wanted: search.adviserId === null || free.includes(search.adviserId),
        readyFrom: ready.from?.toISOString() ?? null,
        readyAt: ready.to?.toISOString() ?? null,
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
