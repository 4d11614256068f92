import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { platesIn } from '@/lib/core/plate'
import { dayInterval, dayOf } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { loanState, tripState } from '../trips'

const CUSTOMER = { select: { name: true, formOfAddress: true, phone: true } } as const

export type TripRow = Awaited<ReturnType<typeof tripsOfDay>>['trips'][number]
export type LoanerRow = Awaited<ReturnType<typeof tripsOfDay>>['loaners'][number]

/**
 * The trips of the drivers on a day in their order, each with car, address, telephone and state (S1-50), and every loaner car with who
 * has it until when and for whom it is kept next (S1-29).
 */
export const tripsOfDay = query(
  'trip.list',
  z.object({ day: f.optional(f.day) }),
  async ({ tx, actor: { dealershipId }, now }, { day: asked }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const settings = await settingsOf(tx)
    const today = dayOf(now, timeZone)
    const day = asked ?? today
    const { start, end } = dayInterval(day, timeZone)
    const found = await tx.driverTrip.findMany({
      where: { dealershipId, startsAt: { lt: end }, endsAt: { gt: start } },
      orderBy: [{ startsAt: 'asc' }, { driver: 'asc' }],
      include: {
        appointment: {
          select: {
            id: true, no: true, status: true, pickUpAddress: true, pickUpMetres: true, customer: CUSTOMER,
            vehicle: { select: { plate: true, brand: true, model: true } },
            visit: { select: { repairOrders: { select: { readyAt: true, status: true } } } },
          }, // prettier-ignore
        },
      },
    })
    return {
      day,
      today,
      drivers: settings['pickup.drivers'],
      trips: found.map(({ appointment: { visit, ...appointment }, ...trip }) => {
        const orders = visit?.repairOrders.filter(({ status }) => status !== 'cancelled') ?? []
        return {
          id: trip.id,
          leg: trip.leg as 'pickUp' | 'return',
          driver: trip.driver,
          startsAt: trip.startsAt,
          endsAt: trip.endsAt,
          doneAt: trip.doneAt,
          state: tripState(trip, now),
          /** Of a car that is brought back: whether its work is over. */
          carReady: orders.length > 0 && orders.every(({ readyAt }) => readyAt !== null),
          appointment,
        }
      }),
      loaners: await loanersOf(tx, { dealershipId, plates: platesIn(settings['loaner.plates']), now }),
    }
  },
)

type Of = { dealershipId: string; plates: string[]; now: Date }

async function loanersOf(tx: Tx, { dealershipId, plates, now }: Of) {
  const stays = await tx.loanerStay.findMany({
    where: {
      dealershipId,
      backAt: null,
      OR: [{ endsAt: { gt: now } }, { appointment: { visit: { leftAt: null } } }],
    },
    orderBy: { startsAt: 'asc' },
    take: 500,
    include: {
      appointment: {
        select: { id: true, no: true, customer: CUSTOMER, visit: { select: { leftAt: true } } },
      },
    },
  })
  const loans = stays.map(({ appointment: { visit, ...appointment }, plate, startsAt, endsAt }) => {
    const arrived = visit !== null
    return { plate, startsAt, endsAt, state: loanState({ startsAt, endsAt, arrived }, now), appointment }
  })
  return [...new Set([...plates, ...loans.map(({ plate }) => plate)])].map((plate) => {
    const own = loans.filter((loan) => loan.plate === plate)
    const away = own.find(({ state }) => state !== 'reserved') ?? null
    return { plate, away, next: own.filter((loan) => loan !== away).slice(0, 3) }
  })
}
