import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { DAY, dayOf, instant, isoOf, minutesAfter, plusDays, timeOf } from '@/lib/core/time'
import { quietDiscountBp, type QuietOffer } from '@/lib/dealership/quiet-offer'
import { Settings } from '@/lib/dealership/settings'
import { ask } from '@/lib/server/ask'
import { question } from '@/lib/server/doors'
import { latestPart, type LatePart } from '../late-parts'
import { giveBack, ledgerDay } from '../rooms'
import { OpenSlots } from '../schemas'
import { earliestStart, freeSlots, loadOf, rulesOf, type DayLoad, type Slot, type SlotItem } from '../slots'
import { skillOf } from '../work'
import { USUAL_LEAD_DAYS } from './late-parts'

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
type Row = {
  day: string
  startsAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  attendanceMinutes: number | null
  rooms: string | null
  house: House | null
  late: LatePart[] | null
}

/** Days past those asked for in which work that begins on the last of them may end. */
const MORE_DAYS = 5

const SEARCH = `SELECT s.*, CASE WHEN s.house IS NOT NULL THEN late_parts($1, ($2::timestamptz AT TIME ZONE (s.house ->> 'timeZone'))::date,
    coalesce((s.house -> 'settings' ->> 'parts.leadDays')::int, $9), $5, $7) END AS late
  FROM slot_search($1, $2, $3, $4, $5, $6, $7, $8) s`

/**
 * Days with the times that are really free for the wanted work: an adviser to receive the car, then technicians of the skill, a
 * bay of the kind, inspection and wash one after the other (S1-64, S1-69), ranked by how level they leave the workshop. Staff
 * see times on full days too, and times before all parts are there, which make the booking provisional; others are offered times
 * from the day on which the parts are there (S1-74, S1-75). Reads one statement: the ledger, which is written when shifts, bays or bookings change.
 */
export const openSlots = question(
  'slot.list',
  OpenSlots,
  async ({ actor, now }, input): Promise<OpenSlotsAnswer> => {
    checkMoving(actor, input.movingId)
    const rows = await ask<Row>('slot_search', SEARCH, [
      actor.dealershipId,
      now,
      input.from ?? null,
      input.days + MORE_DAYS,
      input.packageIds,
      input.operationIds,
      input.movingId ?? null,
      [],
      USUAL_LEAD_DAYS,
    ])
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
    const outside = actor.kind !== 'staff'
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
  },
)

/** A booking is named only by who may move it: it tells what it takes and which parts it waits for. Refuses `common.not-found`. */
function checkMoving(actor: Actor, movingId: string | undefined): void {
  const own = actor.kind === 'customer' ? actor.appointmentId === movingId : actor.kind !== 'visitor'
  if (movingId && !own) throw new Refusal('common.not-found')
}

/** The wall clock of a day: the time since midnight, unless the clocks are put forward or back on it. */
function clockOf(midnight: Date | null, next: Date | null, timeZone: string): (at: Date) => string {
  if (!midnight || !next || next.getTime() - midnight.getTime() !== DAY) return (at) => timeOf(at, timeZone)
  return (at) => isoOf(at.getTime() - midnight.getTime()).slice(11, 16)
}

function stateOf(
  { opensAt, closesAt }: Row,
  slots: readonly Slot[],
  now: Date,
  slotMinutes: number,
): SlotDay['state'] {
  if (!opensAt || !closesAt) return 'closed'
  if (minutesAfter(now, slotMinutes) > closesAt) return 'past'
  return slots.some(({ over }) => !over) ? 'open' : 'full'
}

const waitingOf = (waiting: string | undefined): boolean | null => (waiting ? waiting === 'waits' : null)
