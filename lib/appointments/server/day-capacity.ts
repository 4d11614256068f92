import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, toDateColumn } from '@/lib/core/time'
import { enqueueOffers } from '@/lib/dealership/server/waiting-list'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { canReceive, receptionOf, usesByRow, type LedgerDay, type Use } from '../ledger'
import { ledgerDay, type ToldDay } from '../rooms'
import { readyRange, rulesOf, waysFor, type SlotItem } from '../slots'

/** Days in which work that begins on the first may end. */
const DAYS = 10

type Ledger = { dealershipId: string; day: string; items: readonly SlotItem[] }

/** The ledger from a day on, with the first day locked until the end of the transaction: its bookings are decided one by one. */
async function holdLedger(tx: Tx, of: Ledger, now: Date): Promise<LedgerDay[]> {
  await tx.$queryRaw`SELECT 1::int AS one FROM "BookingDay" WHERE "dealershipId" = ${of.dealershipId}::uuid AND day = ${of.day}::date FOR UPDATE`
  return readLedger(tx, of, now)
}

/** The ledger from a day on, for the resources that the work needs. */
export async function readLedger(
  tx: Tx,
  { dealershipId, day, items }: Ledger,
  now: Date,
): Promise<LedgerDay[]> {
  const more = new Set(
    items.flatMap(({ skill, bayKind, minGrade = 'junior' }) => [
      `skill:${skill}`,
      `bay:${bayKind}`,
      `grade:${minGrade}`,
    ]),
  )
  const rows = await tx.$queryRaw<ToldDay[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, "startsAt", "opensAt", "closesAt", rooms
    FROM slot_search(${dealershipId}::uuid, ${now}, ${day}::date, ${DAYS}::int, '{}', '{}', NULL, ${[...more]}::text[])`
  return rows.flatMap((row) => ledgerDay(row) ?? [])
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
 * Finds the adviser and the way through the workshop for a car that comes at `startsAt`. Refuses `appointment.slot-taken` when no
 * adviser is free then, `appointment.no-bay`, `appointment.nobody-skilled`, and `appointment.day-full`; with `pastCapacity` (a
 * manager with a reason) the work is taken in all the same. What was found still has to be written by `takeUses`.
 */
export async function findRoom(tx: Tx, taking: Taking): Promise<Taken> {
  return roomIn(await holdLedger(tx, taking, taking.now), taking)
}

/** What `findRoom` decides, on a ledger that was read. */
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

/** Writes what a booking uses; the ledger follows by itself and refuses what it has no room for. */
export async function takeUses(
  tx: Tx,
  { dealershipId, appointmentId }: Of,
  uses: readonly Use[],
  pastCapacity: boolean,
) {
  const rows = usesByRow(uses).map(({ day, resource, minutes }) => {
    const last = Math.max(...minutes.keys())
    return {
      day: day.day,
      resource,
      minutes: Array.from({ length: last + 1 }, (_, step) => minutes.get(step) ?? 0),
    }
  })
  await tx.$executeRaw`
    INSERT INTO "CapacityUse" ("dealershipId", "appointmentId", day, resource, minutes, "pastCapacity")
    SELECT ${dealershipId}::uuid, ${appointmentId}::uuid, r.day, r.resource, r.minutes, ${pastCapacity}::boolean
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(day date, resource text, minutes smallint[])
    ORDER BY r.day, r.resource`
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
  const days = await holdLedger(tx, { dealershipId, day: dayOf(now, timeZone), items }, now)
  const from = Math.max(now.getTime(), days[0]?.opensAt ?? 0)
  const rules = rulesOf(settings)
  const found = waysFor({ days, items, rules })(from, { waits, pressing: true })
  if (!found) return null
  await takeUses(tx, { dealershipId, appointmentId }, found.way.uses, true)
  const { to } = readyRange(found.way, rules.bufferMinutes, days)
  return to === null ? null : new Date(to)
}
