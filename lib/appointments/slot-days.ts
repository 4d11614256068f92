import type { z } from 'zod'
import { DAY, dayOf, instant, isoOf, minutesAfter, plusDays, timeOf } from '@/lib/core/time'
import { quietDiscountBp, type QuietOffer } from '@/lib/dealership/quiet-offer'
import { Settings } from '@/lib/dealership/settings'
import { latestPart, type LatePart } from './late-parts'
import { giveBack, ledgerDay } from './rooms'
import type { OpenSlots } from './schemas'
import { earliestStart, freeSlots, loadOf, rulesOf, type DayLoad, type Slot, type SlotItem } from './slots'
import { skillOf } from './work'

export type SlotDay = DayLoad & {
  day: string
  opensAt: string | null
  closesAt: string | null
  /** `open`: has slots; `full`: the workshop or the advisers are booked; `closed`; `past`: nothing left today; `parts`: not there yet. */
  state: 'open' | 'full' | 'closed' | 'past' | 'parts'
  slots: Slot[]
  /** The part that is waited for on this day, the last one to come. */
  waitsFor: LatePart | null
}
export type OpenSlotsAnswer = {
  days: SlotDay[]
  minutes: number
  skill: string
  timeZone: string
  today: string
}

type House = {
  timeZone: string
  settings: Record<string, unknown> | null
  items: SlotItem[]
  quiet: QuietOffer[] | null
  moving: { waiting: string; uses: { day: string; resource: string; minutes: number[] }[] | null } | null
}
/** A day as the search tells it; the first row has the house. */
export type SearchRow = {
  day: string
  startsAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  attendanceMinutes: number | null
  rooms: string | null
  house: House | null
  late: LatePart[] | null
}

const momentOf = (seconds: string | undefined) => (seconds ? new Date(Number(seconds) * 1000) : null)
const jsonOf = <Told>(text: string | undefined) => (text ? (JSON.parse(text) as Told) : null)

/** The days of a search as the database tells them: one after the other, parted by \\v, their fields by \\f. */
export function toldDays(told: string): SearchRow[] {
  if (!told) return []
  return told.split('\v').map((line) => {
    const [day = '', startsAt, opensAt, closesAt, attendance, rooms, house, late] = line.split('\f')
    return {
      day,
      startsAt: momentOf(startsAt),
      opensAt: momentOf(opensAt),
      closesAt: momentOf(closesAt),
      attendanceMinutes: attendance ? Number(attendance) : null,
      rooms: rooms || null,
      house: jsonOf<House>(house),
      late: jsonOf<LatePart[]>(late),
    }
  })
}

type Asked = { input: z.output<typeof OpenSlots>; now: Date; outside: boolean }

/**
 * The answer of a search from its rows. `outside`: customers and integrations see free times alone, with notice, from the day on
 * which the parts are there (S1-74, S1-75).
 */
export function slotDays(rows: readonly SearchRow[], { input, now, outside }: Asked): OpenSlotsAnswer {
  const house = rows[0]?.house
  const timeZone = house?.timeZone ?? 'UTC'
  const today = dayOf(now, timeZone)
  if (!house) return { days: [], minutes: 0, skill: 'general', timeZone, today }
  const settings = Settings.parse(house.settings ?? {})
  const rules = rulesOf(settings)
  const wish = {
    minutes: settings['booking.wishMinutes'],
    skill: 'general',
    bayKind: 'general',
    quickLane: false,
  }
  const items = [...house.items, ...Array<SlotItem>(input.wishes).fill(wish)]
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const skill = skillOf(items)
  const last = latestPart(rows[0]?.late ?? [])
  const soonest = earliestStart(now, outside ? settings['booking.noticeMinutes'] : 0)
  const delivered = last && outside ? instant(last.day, '00:00', timeZone) : soonest
  const ledger = rows.map((row) => ledgerDay(row))
  const open = ledger.flatMap((day) => day ?? [])
  giveBack(open, house.moving?.uses ?? [])
  const asked = rows.slice(0, input.days)
  const slots = freeSlots(
    {
      days: open,
      items,
      rules,
      waits: waitingOf(input.waiting ?? house.moving?.waiting),
      earliest: delivered > soonest ? delivered : soonest,
      partsThereOn: last?.day ?? null,
      latest: minutesAfter(now, settings['booking.horizonDays'] * 24 * 60),
      adviserId: input.adviserId ?? null,
      pressing: !outside,
      discountAt: (at) => quietDiscountBp(house.quiet ?? [], new Date(at), timeZone),
    },
    ledger.slice(0, asked.length).flatMap((day) => day ?? []).length,
  )
  const lastDay = plusDays(input.from ?? today, input.days - 1)
  return {
    days: asked.flatMap((row, position) => {
      if (row.day > lastDay) return []
      const day = ledger[position] ?? null
      const clock = clockOf(row.startsAt, rows[position + 1]?.startsAt ?? null, timeZone)
      const load = loadOf(day, row.attendanceMinutes ?? 0, skill, rules)
      const free = slots.get(row.day) ?? []
      const waitsFor = last && row.day < last.day ? last : null
      const state = stateOf(row, free, now, settings['booking.slotMinutes'])
      return {
        ...load,
        day: row.day,
        opensAt: row.opensAt && clock(row.opensAt),
        closesAt: row.closesAt && clock(row.closesAt),
        state: state === 'full' && waitsFor && outside ? ('parts' as const) : state,
        slots: free,
        waitsFor,
      }
    }),
    minutes,
    skill,
    timeZone,
    today,
  }
}

/** The wall clock of a day: the time since midnight, unless the clocks are put forward or back on it. */
function clockOf(midnight: Date | null, next: Date | null, timeZone: string): (at: Date) => string {
  if (!midnight || !next || next.getTime() - midnight.getTime() !== DAY) return (at) => timeOf(at, timeZone)
  return (at) => isoOf(at.getTime() - midnight.getTime()).slice(11, 16)
}

function stateOf(
  { opensAt, closesAt }: SearchRow,
  slots: readonly Slot[],
  now: Date,
  slotMinutes: number,
): SlotDay['state'] {
  if (!opensAt || !closesAt) return 'closed'
  if (minutesAfter(now, slotMinutes) > closesAt) return 'past'
  return slots.some(({ over }) => !over) ? 'open' : 'full'
}

const waitingOf = (waiting: string | undefined): boolean | null => (waiting ? waiting === 'waits' : null)
