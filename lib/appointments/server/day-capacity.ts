import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayInterval, dayOf, toDateColumn } from '@/lib/core/time'
import { enqueueOffers } from '@/lib/dealership/server/waiting-list'
import type { QuietOffer } from '@/lib/dealership/quiet-offer'
import type { ToldHours } from '@/lib/dealership/server/open-days'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { flush, later } from '@/lib/server/later'
import { OPEN_APPOINTMENTS } from '../appointment'
import { canReceive, receptionOf, usesByRow, type LedgerDay, type Use } from '../ledger'
import { ledgerDay, type ToldDay } from '../rooms'
import { readyRange, rulesOf, waysFor, type SlotItem } from '../slots'

/** Days in which work that begins on the first may end. */
const DAYS = 10

type Ledger = { dealershipId: string; day: string; items: readonly SlotItem[] }

/** The resources of the ledger that work needs, as `slot_search` takes them. */
const resourcesOf = (items: readonly SlotItem[]): string[] => [
  ...new Set(
    items.flatMap(({ skill, bayKind, minGrade = 'junior' }) => [
      `skill:${skill}`,
      `bay:${bayKind}`,
      `grade:${minGrade}`,
    ]),
  ),
]

/** The ledger from a day on, for the resources that the work needs. */
export async function readLedger(
  tx: Tx,
  { dealershipId, day, items }: Ledger,
  now: Date,
): Promise<LedgerDay[]> {
  const rows = await tx.$queryRaw<ToldDay[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, "startsAt", "opensAt", "closesAt", rooms
    FROM slot_search(${dealershipId}::uuid, ${now}, ${day}::date, ${DAYS}::int, '{}', '{}', NULL, ${resourcesOf(items)}::text[])`
  return rows.flatMap((row) => ledgerDay(row) ?? [])
}

type Adviser = { id: string; name: string; nameEn: string }
type Place = {
  hours: ToldHours
  alreadyBooked: boolean
  advisers: Adviser[]
  offers: QuietOffer[]
  number: bigint
  ledger: (Omit<ToldDay, 'startsAt' | 'opensAt' | 'closesAt'> &
    Record<'startsAt' | 'opensAt' | 'closesAt', string | null>)[]
}

/**
 * All that decides about a booking of a car on a day, in one question: opening hours, whether the car is booked that day already,
 * advisers by their number, offers of quiet times, the number of the booking, and the ledger, whose first day is locked until the
 * end of the transaction: its bookings are decided one by one.
 */
export async function placeOfBooking(
  tx: Tx,
  {
    dealershipId,
    day,
    items,
    vehicleId,
    timeZone,
    now,
  }: Ledger & { vehicleId: string | null; timeZone: string; now: Date },
) {
  const { start, end } = dayInterval(day, timeZone)
  const [{ ledger, ...place }] = await tx.$queryRaw<[Place]>`
    SELECT * FROM place_of_booking(${dealershipId}::uuid, ${now}, ${day}::date, ${start}, ${end}, ${vehicleId}::uuid,
      ${[...OPEN_APPOINTMENTS]}::text[], ${DAYS}::int, ${resourcesOf(items)}::text[])`
  const at = (text: string | null) => (text === null ? null : new Date(text))
  const days = ledger.flatMap(
    (told) =>
      ledgerDay({
        ...told,
        startsAt: at(told.startsAt),
        opensAt: at(told.opensAt),
        closesAt: at(told.closesAt),
      }) ?? [],
  )
  return { ...place, days }
}

export type Taking = Ledger & {
  now: Date
  startsAt: Date
  receptionEndsAt: Date
  /** Of the start, for the words of a refusal. */
  time: string
  settings: Settings
  waits: boolean
  /** In the order in which they are to be asked. */
  advisers: readonly string[]
  wantedAdviserId: string | null
  pastCapacity: boolean
}
export type Taken = {
  adviserId: string
  uses: Use[]
  workStartsAt: Date
  /** What the customer is told: ready from the one to the other. */
  promisedFrom: Date | null
  promisedAt: Date | null
  quickLane: boolean
  overridden: boolean
}

/**
 * Finds the adviser and the way through the workshop for a car that comes at `startsAt`, on a ledger that was read. Refuses
 * `appointment.slot-taken` when no adviser is free then, `appointment.no-bay`, `appointment.nobody-skilled`, and
 * `appointment.day-full`; with `pastCapacity` (a manager with a reason) the work is taken in all the same. What was found still has
 * to be written by `takeUses`.
 */
export function roomIn(days: readonly LedgerDay[], taking: Taking): Taken {
  const { day, startsAt, receptionEndsAt, items, settings } = taking
  const [today] = days
  if (!today || today.day !== day) throw new Refusal('appointment.closed-day', { day })
  checkEquipped(today, taking)
  const [from, to] = [startsAt.getTime(), receptionEndsAt.getTime()]
  const free = taking.advisers.filter((id) => canReceive(today, id, from, to))
  const booked = (id: string) => today.rooms.get(`adviser:${id}`)?.bookedMinutes ?? 0
  const [adviserId] = [...free].sort(
    (a, b) =>
      Number(b === taking.wantedAdviserId) - Number(a === taking.wantedAdviserId) || booked(a) - booked(b),
  )
  const rules = rulesOf(settings)
  const ways = waysFor({ days, items, rules })
  const found = ways(to, { waits: taking.waits, pressing: taking.pastCapacity })
  if (!found) {
    const left = taking.waits && ways(to, { waits: false, pressing: false })
    throw new Refusal(left ? 'appointment.not-while-waiting' : 'appointment.day-full', { day })
  }
  if (!adviserId) throw new Refusal('appointment.slot-taken', { day, time: taking.time })
  const { way, lane, over } = found
  const ready = readyRange(way, rules.bufferMinutes, days)
  return {
    adviserId,
    uses: [...receptionOf(today, adviserId, from, to), ...way.uses],
    workStartsAt: new Date(way.startsAt),
    promisedFrom: ready.from === null ? null : new Date(ready.from),
    promisedAt: ready.to === null ? null : new Date(ready.to),
    quickLane: lane === 'quick',
    overridden: over,
  }
}

/** Refuses work that nobody and no place of the house is made for on that day. */
function checkEquipped(day: LedgerDay, { items, pastCapacity }: Taking): void {
  const has = (resource: string) => (day.rooms.get(resource)?.bookableMinutes ?? 0) > 0
  for (const { bayKind, quickLane, skill, minGrade = 'junior' } of items) {
    const bays = quickLane || bayKind === 'quick' ? ['bay:quick', 'bay:general'] : [`bay:${bayKind}`]
    if (!bays.some(has)) throw new Refusal('appointment.no-bay')
    const able = has(`skill:${skill}`) && (minGrade === 'junior' || has(`grade:${minGrade}`))
    if (!pastCapacity && !able) throw new Refusal('appointment.nobody-skilled', { day: day.day })
  }
}

type Of = { dealershipId: string; appointmentId: string }

/** Writes what a booking uses with the rows that wait (see `later`); the ledger follows by itself and refuses what it has no room for. */
export async function takeUses(
  tx: Tx,
  { dealershipId, appointmentId }: Of,
  uses: readonly Use[],
  pastCapacity: boolean,
): Promise<void> {
  const rows = usesByRow(uses).map(({ day, resource, minutes }) => {
    const last = Math.max(...minutes.keys())
    return {
      dealershipId,
      appointmentId,
      day: day.day,
      resource,
      minutes: Array.from({ length: last + 1 }, (_, step) => minutes.get(step) ?? 0),
      pastCapacity,
    }
  })
  // Everybody takes the rows of the ledger in the same order, so that nobody waits for each other in a circle.
  const inOrder = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    a.day === b.day ? (a.resource < b.resource ? -1 : 1) : a.day < b.day ? -1 : 1
  await later(tx, 'CapacityUse', rows.sort(inOrder))
}

/** Gives everything back that a booking uses, at once (S1-77). */
export async function releaseUses(tx: Tx, { dealershipId, appointmentId }: Of) {
  await tx.capacityUse.deleteMany({ where: { dealershipId, appointmentId } })
  await enqueueOffers(tx, dealershipId)
}

/** Gives back what lies ahead of `now`: the work has stopped, what is past was used. */
export async function releaseAhead(tx: Tx, { dealershipId, appointmentId }: Of, now: Date, timeZone: string) {
  const today = dayOf(now, timeZone)
  await tx.capacityUse.deleteMany({
    where: { dealershipId, appointmentId, day: { gt: toDateColumn(today) } },
  })
  await tx.$executeRaw`
    UPDATE "CapacityUse" u SET minutes = u.minutes[1:greatest(0, ceil(extract(epoch FROM ${now}::timestamptz - d."startsAt") / 1800)::int)]
    FROM "BookingDay" d WHERE d."dealershipId" = u."dealershipId" AND d.day = u.day
      AND u."dealershipId" = ${dealershipId}::uuid AND u."appointmentId" = ${appointmentId}::uuid AND u.day = ${today}::date`
  await enqueueOffers(tx, dealershipId)
}

/**
 * A booked car has come on another day than its own: its work is taken in today, from now on, whether there is room or not. Answers
 * when it will be ready; null where that lies beyond the days known.
 */
export async function takeToday(
  tx: Tx,
  {
    dealershipId,
    appointmentId,
    items,
    waits,
    settings,
    timeZone,
    now,
  }: Of & Pick<Taking, 'items' | 'waits' | 'settings' | 'now'> & { timeZone: string },
): Promise<Date | null> {
  const day = dayOf(now, timeZone)
  const { days } = await placeOfBooking(tx, { dealershipId, day, items, vehicleId: null, timeZone, now })
  const from = Math.max(now.getTime(), days[0]?.opensAt ?? 0)
  const rules = rulesOf(settings)
  const found = waysFor({ days, items, rules })(from, { waits, pressing: true })
  if (!found) return null
  await takeUses(tx, { dealershipId, appointmentId }, found.way.uses, true)
  await flush(tx)
  const { to } = readyRange(found.way, rules.bufferMinutes, days)
  return to === null ? null : new Date(to)
}
