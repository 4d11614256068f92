import 'server-only'
import * as z from 'zod'
import { authorize } from '@/lib/auth/permissions'
import * as f from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, daysBetween, fromDateColumn, minutesAfter, timeOf, toDateColumn } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { asTenant, type Tx } from '@/lib/server/db'
import { command, type Context } from '@/lib/server/doors'
import { createLink } from '@/lib/server/links'
import { systemContext } from '@/lib/server/system-context'
import { waitingTold } from '../waiting-told'
import { arrangeWay } from './arrange-way'
import { photosOfWaitTo } from './fault-photos'
import { keepProposals } from './keep-proposals'
import { openSlots } from './open-slots'
import { placeAppointment } from './place-appointment'
import { tellAppointment } from './tell-appointment'
import { wishItems } from './wish-items'

/** Times that are tried for one person, and of one day. */
const MOST_TIMES = 9
const MOST_OF_A_DAY = 3

/**
 * Holds a free time for somebody of the waiting list for `booking.holdMinutes`, as a booking that is not yet confirmed, and tells
 * them with a link. What they told when joining goes to the booking, with its driver or loaner car (S1-30). Decided on the locked entry and the locked day: one place never goes to two. Refuses `status.not-from-here`
 * when they no longer wait, and whatever a booking into that time is refused for.
 */
export const offerPlace = command(
  'waiting.offer',
  z.object({ waitingId: f.id, startsAt: f.at }),
  async ({ tx, actor: { dealershipId }, now }, { waitingId, startsAt }) => {
    const entry = await waitingEntryOf(tx, dealershipId, waitingId)
    const { status, customer, vehicle, dealership, packageIds, wishes } = entry
    if (status !== 'waiting') throw new Refusal('status.not-from-here', { from: status, action: 'offer' })
    const settings = await settingsOf(tx)
    const { timeZone } = dealership
    const items = await wishItems(
      tx,
      { packageIds, operationIds: [], wishes },
      {
        model: vehicle.model,
        day: dayOf(now, timeZone),
        english: customer.locale === 'en',
        online: false,
        settings,
      },
    )
    const { details, proposals, byStaff } = waitingTold(entry.told)
    const heldUntil = minutesAfter(now, settings['booking.holdMinutes'])
    const placed = await placeAppointment(tx, {
      dealershipId,
      timeZone,
      now,
      settings,
      startsAt,
      items,
      adviserId: entry.adviserId ?? customer.preferredAdviserId,
      selfService: true,
      pastCapacity: false,
      details: {
        ...details,
        status: 'requested',
        heldUntil,
        channel: entry.channel,
        customerId: entry.customerId,
        vehicleId: entry.vehicleId,
        requestedAdviserId: entry.adviserId,
        waiting: entry.waiting,
      },
    })
    await tx.waitingEntry.update({
      where: { dealershipId_id: { dealershipId, id: waitingId } },
      data: { status: 'offered', appointmentId: placed.id, offeredAt: now },
      select: { id: true },
    })
    const booked = { dealershipId, appointmentId: placed.id }
    await arrangeWay(tx, booked, { startsAt, promisedAt: placed.promisedAt }, details, settings)
    const { customerId, vehicleId } = entry
    const asked = { ...booked, vehicleId, customerId, now, timeZone, staff: byStaff }
    await keepProposals(tx, asked, proposals)
    await photosOfWaitTo(tx, { dealershipId, waitingId }, placed.id)
    const link = { dealershipId, customerId: entry.customerId, appointmentId: placed.id }
    const token = await createLink(tx, link, now)
    await tellAppointment(tx, 'waiting-offer', dealershipId, placed.id, now, token)
    return {
      result: { appointmentId: placed.id, startsAt: startsAt.toISOString() },
      subject: { type: 'appointment', id: placed.id },
      facts: { no: placed.no, plate: vehicle.plate, startsAt: startsAt.toISOString() },
    }
  },
)

/** An entry of the waiting list, locked until the end of the transaction. Refuses `common.not-found`. */
export async function waitingEntryOf(tx: Tx, dealershipId: string, id: string) {
  await tx.$queryRaw`SELECT 1::int AS one FROM "WaitingEntry" WHERE "dealershipId" = ${dealershipId}::uuid AND id = ${id}::uuid FOR UPDATE`
  const found = await tx.waitingEntry.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: { customer: true, vehicle: true, dealership: { select: { timeZone: true } } },
  })
  if (!found) throw new Refusal('common.not-found')
  return found
}

type Waiting = {
  id: string
  packageIds: string[]
  wishes: string[]
  firstDay: Date
  lastDay: Date
  parts: string[]
  adviserId: string | null
  waiting: 'waits' | 'leaves'
}

/** Free times that fit a wish, the earliest first, as a customer may book them. */
async function timesFor(context: Context, entry: Waiting, today: string): Promise<string[]> {
  const [first, last] = [fromDateColumn(entry.firstDay), fromDateColumn(entry.lastDay)]
  const from = first > today ? first : today
  if (last < from) return []
  const { days, timeZone } = await openSlots(context, {
    packageIds: entry.packageIds,
    wishes: entry.wishes.length,
    adviserId: entry.adviserId ?? undefined,
    waiting: entry.waiting,
    from,
    days: Math.min(60, daysBetween(from, last) + 1),
  })
  const suits = (startsAt: string) =>
    entry.parts.length === 0 ||
    entry.parts.includes(timeOf(new Date(startsAt), timeZone) < '12:00' ? 'morning' : 'afternoon')
  return days
    .flatMap(({ slots }) =>
      slots.filter(({ startsAt, wanted }) => wanted && suits(startsAt)).slice(0, MOST_OF_A_DAY),
    )
    .map(({ startsAt }) => startsAt)
    .slice(0, MOST_TIMES)
}

/** Offers the first time that fits and is still free when it is taken; null when there is none. */
async function offerTo(context: Context, entry: Waiting, today: string) {
  const { dealershipId } = context.actor
  for (const startsAt of await timesFor(systemContext(dealershipId, context.now), entry, today))
    try {
      return await offerPlace(context, { waitingId: entry.id, startsAt })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'status.not-from-here') return null
    }
  return null
}

const ofDealership = (context: Context, waitingId?: string) =>
  asTenant(context.db, context.actor.dealershipId, async (tx) => {
    const { dealershipId } = context.actor
    const { timeZone } = await tx.dealership.findUniqueOrThrow({ where: { id: dealershipId } })
    const today = dayOf(context.now, timeZone)
    const entries = await tx.waitingEntry.findMany({
      where: {
        dealershipId,
        status: 'waiting',
        lastDay: { gte: toDateColumn(today) },
        ...(waitingId ? { id: waitingId } : {}),
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
    return { today, entries }
  })

/** Offers what is free to everybody who waits, in the order of joining; answers to how many. May run at any time, and twice. */
export async function offerPlaces(context: Context): Promise<number> {
  const { today, entries } = await ofDealership(context)
  let offered = 0
  for (const entry of entries) if (await offerTo(context, entry, today)) offered++
  return offered
}

/** Offers a time to one person of the list, out of turn. Refuses `common.not-found` and `waiting.nothing-free`. */
export async function offerNow(context: Context, raw: unknown) {
  authorize(context.actor, 'waiting.offer')
  const { waitingId } = z.object({ waitingId: f.id }).parse(raw)
  const { today, entries } = await ofDealership(context, waitingId)
  const [entry] = entries
  if (!entry) throw new Refusal('common.not-found')
  const offered = await offerTo(context, entry, today)
  if (!offered) throw new Refusal('waiting.nothing-free')
  return offered
}
