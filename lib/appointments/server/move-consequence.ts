import 'server-only'
import { may } from '@/lib/auth/permissions'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { dayInterval, dayOf, fromDateColumn, minutesAfter, timeOf } from '@/lib/core/time'
import { houseHours } from '@/lib/dealership/server/open-days'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { OPEN_APPOINTMENTS, appointmentFlow, isOpen } from '../appointment'
import { loadLine, overloadedBy, tryOn, type Overloaded } from '../board'
import type { Consequence, DayOrWeekLoad, Told } from '../booking-board'
import { bandOf, bookingRateBp } from '../capacity'
import { partsThereOn } from '../late-parts'
import type { LedgerDay, Use } from '../ledger'
import { giveBack } from '../rooms'
import { MoveConsequence } from '../schemas'
import { earliestStart, freeSlots, rulesOf } from '../slots'
import { checkWay, wayAfter, type FreeWays, type Way } from '../way'
import { freeWays } from './arrange-way'
import { endangeredBy } from './endangered'
import { readLedger, roomIn, type Taken, type Taking } from './day-capacity'
import { latePartsOf } from './late-parts'
import { itemsOf } from './move-held'
import { checkTime } from './place-appointment'

type Found = Awaited<ReturnType<typeof bookingToMove>>

/**
 * What would follow from moving a booking, before anything is moved: whether it is free, who receives, when it would be ready, the
 * load that results, whether driver, loaner car and parts are there, who has to be told, and whose promises would be in danger
 * (S1-61). Decided by the functions that move it; writes nothing. What is not possible comes with the refusal and the nearest free
 * times of that day.
 */
export const moveConsequence = query(
  'appointment.preview',
  MoveConsequence,
  async ({ tx, actor, now }, input): Promise<Consequence> => {
    const { dealershipId, locale } = actor
    const found = await bookingToMove(tx, dealershipId, input.appointmentId)
    const settings = await settingsOf(tx)
    const { timeZone } = found.dealership
    const day = dayOf(input.startsAt, timeZone)
    const items = itemsOf(found)
    const days = await readLedger(tx, { dealershipId, day, items }, now)
    const [target] = days
    const before = loadOn(target, settings, day)
    const uses = found.capacityUses.map((use) => ({ ...use, day: fromDateColumn(use.day) }))
    if (isOpen(found.status)) giveBack(days, uses)
    const advisers = await tx.staff.findMany({
      where: { dealershipId, disabledAt: null, roles: { hasSome: ['serviceAdviser', 'receptionAdviser'] } },
      orderBy: { employeeNo: 'asc' },
      select: { id: true, name: true, nameEn: true },
    })
    const taking: Taking = {
      dealershipId, day, items, now, settings,
      startsAt: input.startsAt,
      receptionEndsAt: minutesAfter(input.startsAt, settings['booking.slotMinutes']),
      time: timeOf(input.startsAt, timeZone),
      waits: found.waiting !== 'leaves',
      advisers: advisers.map(({ id }) => id),
      wantedAdviserId: input.adviserId ?? found.requestedAdviserId ?? found.adviserId,
      pastCapacity: false,
    } // prettier-ignore
    const { id: exceptId, vehicleId } = found
    const waysAt = (startsAt: Date, promisedAt: Date | null) =>
      freeWays(tx, { dealershipId, exceptId }, { startsAt, promisedAt }, settings)
    const minHours = settings['loaner.minRepairHours']
    let ways: FreeWays | null = null
    try {
      checkSame(found, input)
      const hours = await houseHours(tx, { dealershipId, from: day, to: day })
      checkTime({ ...taking, timeZone, selfService: false, hours })
      await checkNotBooked(tx, { dealershipId, vehicleId, day, timeZone, exceptId })
      const taken = roomFor(days, taking)
      ways = await waysAt(input.startsAt, taken.promisedAt)
      checkWay(wayAfter(found, input), ways, minHours)
      tryOn(taken.uses)
      const name = (id: string | null) => {
        const one = advisers.find((adviser) => adviser.id === id)
        return one ? nameIn(one, locale) : ''
      }
      const there = partsThereOn(await latePartsOf(tx, lateOf(found, dayOf(now, timeZone), settings)))
      return {
        possible: true,
        over: taken.overridden,
        day,
        adviser: {
          id: taken.adviserId,
          name: name(taken.adviserId),
          wanted: !input.adviserId || input.adviserId === taken.adviserId,
        },
        readyFrom: taken.promisedFrom?.toISOString() ?? null,
        readyAt: taken.promisedAt?.toISOString() ?? null,
        before,
        after: loadOn(target, settings, day),
        peakBp: peakOf(target, taken.uses, settings),
        told: toldOf(found, day, timeZone, { id: taken.adviserId, name: name(taken.adviserId) }, name(found.adviserId)), // prettier-ignore
        endangered: await endangeredBy(tx, overloadedIf(taken), {
          dealershipId,
          exceptId,
          timeZone,
        }),
        ways,
        partsLate: there !== null && there > day ? there : null,
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return {
        possible: false,
        refused: { code: error.code, facts: error.facts },
        nearest: await nearestFree(days, taking, comesAs),
        ways,
      }
    }

    /** Whether the booking may come as it wants to at that time. */
    async function comesAs(startsAt: string, readyAt: string | null): Promise<boolean> {
      const wanted = wantedWay(found, input)
      if (!wanted.pickUp && !wanted.loaner) return true
      const free = await waysAt(new Date(startsAt), readyAt === null ? null : new Date(readyAt))
      return (!wanted.pickUp || free.pickUp) && (!wanted.loaner || free.loaner)
    }

    /** With room, or past capacity for who may say so. */
    function roomFor(ledger: readonly LedgerDay[], wish: Taking): Taken {
      try {
        return roomIn(ledger, wish)
      } catch (error) {
        if (!(error instanceof Refusal) || !may(actor, 'appointment.override')) throw error
        return roomIn(ledger, { ...wish, pastCapacity: true })
      }
    }
  },
)

async function bookingToMove(tx: Tx, dealershipId: string, id: string) {
  const found = await tx.appointment.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      appointmentItems: { orderBy: { position: 'asc' }, include: { package: true, operation: true } },
      vehicle: { select: { plate: true } },
      customer: { select: { name: true, formOfAddress: true } },
      dealership: { select: { timeZone: true } },
      capacityUses: { select: { day: true, resource: true, minutes: true } },
      preparationTasks: { select: { kind: true, doneAt: true } },
      partReservations: {
        where: { jobId: null, status: { in: ['ordered', 'reserved', 'arrived', 'picked'] } },
        select: { id: true },
      },
    },
  })
  if (!found) throw new Refusal('common.not-found')
  return found
}

function checkSame(found: Found, { startsAt, adviserId }: { startsAt: Date; adviserId?: string }): void {
  appointmentFlow.next(found.status, 'reschedule')
  if (found.startsAt.getTime() === startsAt.getTime() && (adviserId ?? found.adviserId) === found.adviserId)
    throw new Refusal('appointment.same-time')
}

function loadOn(target: LedgerDay | undefined, settings: Settings, day: string): DayOrWeekLoad {
  const room = target?.day === day ? target.rooms.get('work') : undefined
  const rules = rulesOf(settings)
  const bookedMinutes = room?.bookedMinutes ?? 0
  const bookableMinutes = room?.bookableMinutes ?? 0
  const available = Math.floor((sum(room?.capacity ?? []) * rules.productivityBp) / 10_000)
  const rateBp = bookingRateBp(bookedMinutes, available)
  return { rateBp, band: bandOf(rateBp, rules), bookedMinutes, bookableMinutes }
}

const sum = (minutes: readonly number[]) => minutes.reduce((total, one) => total + one, 0)

function peakOf(target: LedgerDay | undefined, uses: readonly Use[], settings: Settings): number {
  const line = target && loadLine(target, 'work', rulesOf(settings))
  if (!line) return 0
  const touched = new Set(
    uses
      .filter(({ day, needs }) => day === target && (needs.includes('work') || needs.includes('quick')))
      .map(({ step }) => target.first + step * 30 * 60_000),
  )
  return Math.max(0, ...line.steps.filter(({ at }) => touched.has(at)).map(({ rateBp }) => rateBp))
}

const overloadedIf = ({ overridden, uses }: Taken): Overloaded[] =>
  overridden ? overloadedBy(uses).filter(({ resource }) => !resource.startsWith('adviser:')) : []

type Adviser = { id: string; name: string }

/** The customer by message; both advisers when the car goes to another or comes on another day; whoever has prepared it already. */
function toldOf(found: Found, day: string, timeZone: string, next: Adviser, earlier: string): Told[] {
  const otherDay = dayOf(found.startsAt, timeZone) !== day
  const prepared = (kinds: string[]) =>
    found.preparationTasks.some(({ kind, doneAt }) => kinds.includes(kind) && doneAt)
  const told: Told[] = [{ who: 'customer', name: `${found.customer.name}${found.customer.formOfAddress}` }]
  if (found.adviserId && found.adviserId !== next.id) told.push({ who: 'adviser', name: earlier })
  if (otherDay || found.adviserId !== next.id) told.push({ who: 'adviser', name: next.name })
  if (found.partReservations.length > 0 && (otherDay || prepared(['parts']))) told.push({ who: 'parts', name: '' }) // prettier-ignore
  if (prepared(['people', 'bay', 'specialPlan'])) told.push({ who: 'workshop', name: '' })
  return told
}

/** The wanted way, as far as it is told: an address may still be typed. */
const wantedWay = (found: Found, { way }: { way: string }): Way =>
  way === 'kept' ? found : { pickUp: way === 'pickUp', loaner: way === 'loaner' }

/** As the move does: a booking takes its own parts along, one that was given up has to have them set aside anew. */
const lateOf = (found: Found, today: string, settings: Settings) => ({
  dealershipId: found.dealershipId,
  of: isOpen(found.status)
    ? { appointmentId: found.id }
    : { packageIds: found.appointmentItems.flatMap(({ packageId }) => packageId ?? []) },
  today,
  leadDays: settings['parts.leadDays'],
})

const NEAREST = 3

async function nearestFree(
  days: readonly LedgerDay[],
  { items, settings, waits, now, startsAt, day }: Taking,
  suits: (startsAt: string, readyAt: string | null) => Promise<boolean>,
): Promise<string[]> {
  const slots = freeSlots(
    {
      days: days.filter((one) => one.day >= day),
      items,
      rules: rulesOf(settings),
      waits,
      earliest: earliestStart(now, 0),
      latest: minutesAfter(now, settings['booking.horizonDays'] * 24 * 60),
      adviserId: null,
      pressing: false,
      discountAt: () => 0,
    },
    1,
  ).get(day)
  const away = (slot: { startsAt: string }) => Math.abs(Date.parse(slot.startsAt) - startsAt.getTime())
  const found: string[] = []
  for (const slot of (slots ?? []).toSorted((a, b) => away(a) - away(b))) {
    if (found.length === NEAREST) break
    if (await suits(slot.startsAt, slot.readyAt)) found.push(slot.startsAt)
  }
  return found.sort()
}

type OfCar = { dealershipId: string; vehicleId: string; day: string; timeZone: string; exceptId: string }

/** A car has one open booking a day; the one that moves does not count. Refuses `appointment.vehicle-already-booked`. */
async function checkNotBooked(tx: Tx, { dealershipId, vehicleId, day, timeZone, exceptId }: OfCar) {
  const { start, end } = dayInterval(day, timeZone)
  const same = await tx.appointment.findFirst({
    where: {
      dealershipId,
      vehicleId,
      status: { in: [...OPEN_APPOINTMENTS] },
      startsAt: { gte: start, lt: end },
      id: { not: exceptId },
    },
    select: { id: true },
  })
  if (same) throw new Refusal('appointment.vehicle-already-booked')
}
