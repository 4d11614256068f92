import { canReceive, receptionOf, usesByRow, type LedgerDay, type Use } from '@/lib/appointments/ledger'
import { freeSlots, rulesOf, waysFor, type Slot, type SlotItem } from '@/lib/appointments/slots'
import { dayInterval, instant, plusDays, weekdayOf } from '@/lib/core/time'
import { layOut, type Attendance } from '@/lib/dealership/lay-out'
import { Settings } from '@/lib/dealership/settings'
import { SKILLS } from '@/lib/dealership/staff-rules'
import { OPERATIONS, PACKAGES } from '@/prisma/seed/catalogue'
import { BAYS } from '@/prisma/seed/foundation'
import { STAFF } from '@/prisma/seed/people'
import { aPlan } from '@/prisma/seed/plots'
import { random, type Random } from '@/prisma/seed/random'

const ZONE = 'Asia/Shanghai'
const FIRST = '2026-11-02'
const HALF_HOURS = 2
const settings = Settings.parse({})
const rules = rulesOf(settings)

type Wish = { day: string; items: SlotItem[]; waits: boolean }
/** How one customer chooses among the free times of the day that suits him. */
type Choice = (slots: readonly Slot[]) => Slot | undefined

const workingDays = (count: number): string[] =>
  Array.from({ length: count * 2 }, (_, i) => plusDays(FIRST, i))
    .filter((day) => weekdayOf(day) <= 5)
    .slice(0, count)

/** The demo's people and bays on one day, as the ledger has them. */
function aDay(day: string): LedgerDay {
  const { start, end } = dayInterval(day, ZONE)
  const open = { start: instant(day, '08:30', ZONE), end: instant(day, '17:30', ZONE) }
  const attendance: Attendance[] = STAFF.flatMap(({ no, roles, skills = [] }) =>
    (['08:30-12:00', '13:00-17:30'] as const).map((span) => ({
      staffId: no,
      roles,
      technician: roles.includes('technician'),
      grade: null,
      skills,
      startsAt: instant(day, span.slice(0, 5), ZONE),
      endsAt: instant(day, span.slice(6), ZONE),
    })),
  )
  const laid = layOut({
    start,
    end,
    open,
    attendance,
    bays: BAYS.map(({ kind }) => ({ kind, downtimes: [] })),
    skills: SKILLS,
    productivityBp: settings['capacity.productivityBp'],
    gradeBp: { junior: 10_000, middle: 10_000, senior: 10_000 },
    rateBp: settings['booking.rateBp'],
    quickTechnicians: settings['booking.quickTechnicians'],
  })
  const empty = (capacity: number[]) => capacity.map(() => 0)
  const rooms = [...laid].map(
    ([resource, room]) => [resource, { ...room, booked: empty(room.capacity), bookedMinutes: 0 }] as const,
  )
  return {
    day,
    opensAt: open.start.getTime(),
    closesAt: open.end.getTime(),
    first: start.getTime(),
    rooms: new Map(rooms),
  }
}

/** What the demo's customers want: its packages and repairs, by its own seeded draw; one in three stays. */
function demand(r: Random, days: readonly string[], perDay: number): Wish[] {
  const wishes: Wish[] = []
  for (const day of days)
    for (let n = 0; n < perDay; n++) {
      const { packages, operation } = aPlan(r, instant(day, '09:00', ZONE))
      const items = [
        ...PACKAGES.filter(({ code }) => packages.includes(code)).map(({ minutes, skill, bayKind, quickLane }) => ({ minutes, skill, bayKind, quickLane })),
        ...OPERATIONS.filter(({ code }) => code === operation).map(({ minutes, skill }) => ({ minutes, skill, bayKind: 'general', quickLane: false })),
      ] // prettier-ignore
      if (items.length) wishes.push({ day, items, waits: r.chance(1 / 3) })
    }
  return wishes
}

function take(uses: readonly Use[]) {
  for (const { day, resource, minutes } of usesByRow(uses)) {
    const room = day.rooms.get(resource)
    if (!room) continue
    for (const [step, taken] of minutes) {
      room.booked[step] = (room.booked[step] ?? 0) + taken
      room.bookedMinutes += taken
    }
  }
}

/** Books one wish after the other; answers how many were taken in and the load of each hour as a share of its people. */
function play(wishes: readonly Wish[], days: readonly string[], choose: Choice) {
  const ledger = days.map(aDay)
  const pressing = false
  let accepted = 0
  for (const { day, items, waits } of wishes) {
    const ahead = ledger.slice(days.indexOf(day), days.indexOf(day) + 6)
    const [today] = ahead
    if (!today) continue
    const earliest = new Date(today.opensAt)
    const slots = freeSlots(
      { days: ahead, items, rules, waits, earliest, latest: new Date(8.64e15), adviserId: null, pressing, discountAt: () => 0 },
      1,
    ).get(day) // prettier-ignore
    const slot = choose(slots ?? [])
    if (!slot) continue
    const at = Date.parse(slot.startsAt)
    const received = at + rules.slotMinutes * 60_000
    const to = waysFor({ days: ahead, items, rules })(received, { waits, pressing })
    const adviser = STAFF.find(
      ({ no }) => today.rooms.has(`adviser:${no}`) && canReceive(today, no, at, received),
    )
    if (!to || !adviser) throw new Error('a free time that is none')
    take([...receptionOf(today, adviser.no, at, received), ...to.way.uses])
    accepted++
  }
  return { accepted, load: ledger.flatMap(hourly) }
}

/** Workshop and quick lane together, of the people who are there in that hour. */
function hourly(day: LedgerDay): number[] {
  const [work, quick] = [day.rooms.get('work'), day.rooms.get('quick')]
  const hours: number[] = []
  const [from, to] = [day.opensAt, day.closesAt].map((at) => Math.floor((at - day.first) / 1_800_000))
  for (let step = from ?? 0; step < (to ?? 0); step += HALF_HOURS) {
    const sum = (row: number[] | undefined) => (row?.[step] ?? 0) + (row?.[step + 1] ?? 0)
    if (sum(work?.capacity)) hours.push((sum(work?.booked) + sum(quick?.booked)) / sum(work?.capacity))
  }
  return hours
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)
}

/**
 * The demo's demand on twenty working days, once with every customer at the first free time of his day and once at the one that is
 * ranked first: standard deviation of the hourly load, in shares of what can be worked.
 */
export function levelling(perDay: number) {
  const days = workingDays(20)
  const wishes = demand(random(8001), days, perDay)
  const first = play(wishes, days, (slots) => slots[0])
  const ranked = play(wishes, days, (slots) => [...slots].sort((a, b) => a.rank - b.rank)[0])
  return {
    wishes: wishes.length,
    first: { accepted: first.accepted, deviation: deviation(first.load) },
    ranked: { accepted: ranked.accepted, deviation: deviation(ranked.load) },
  }
}
