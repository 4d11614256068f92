import 'server-only'
import { platesIn } from '@/lib/core/plate'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { checkWay, isLong, loanOf, tripsOf, type FreeWays, type Way } from '../way'

type Of = { dealershipId: string; appointmentId: string }
/** Whose way it is: `exceptId` names a booking whose own drivers and loaner car count as free. */
type For = { dealershipId: string; exceptId?: string }
type Times = { startsAt: Date; promisedAt: Date | null }

/**
 * Reserves what the way of a booking needs: a driver to fetch the car and to bring it back (S1-50), a loaner car until it is
 * ready (S1-29). Refuses what `checkWay` refuses; whoever comes at the same moment waits, and the exclusion constraints state it
 * again.
 */
export async function arrangeWay(tx: Tx, of: Of, times: Times, way: Way, settings: Settings): Promise<void> {
  if (!way.pickUp && !way.loaner) return
  await inTurn(tx, of.dealershipId)
  const found = await lookForWays(tx, of, times, settings)
  checkWay(way, freeOf(found), settings['loaner.minRepairHours'])
  await reserve(tx, of, way, found)
}

/**
 * The car has come on another day than it had booked: what was reserved for that day is given back, and from now on the driver who
 * brings the car back and a loaner car are reserved if they are free; agreed is agreed, however long the work is. Answers what is missing.
 */
export async function arrangeWayOfToday(
  tx: Tx,
  of: Of,
  times: Times,
  way: Way,
  settings: Settings,
): Promise<Way> {
  await releaseOpenWay(tx, of)
  if (!way.pickUp && !way.loaner) return { pickUp: false, loaner: false }
  await inTurn(tx, of.dealershipId)
  const { trips, loan } = await lookForWays(tx, of, times, { ...settings, 'loaner.minRepairHours': 0 })
  const back = trips.filter(({ leg, driver }) => leg === 'return' && driver !== null && times.promisedAt)
  await reserve(tx, of, way, { trips: back, loan })
  return { pickUp: way.pickUp && back.length === 0, loaner: way.loaner && loan.plate === null }
}

/** Gives drivers and loaner car of a booking back. */
export async function releaseWay(tx: Tx, { dealershipId, appointmentId }: Of): Promise<void> {
  await tx.driverTrip.deleteMany({ where: { dealershipId, appointmentId } })
  await tx.loanerStay.deleteMany({ where: { dealershipId, appointmentId } })
}

/** Trips that were driven stay: a car that was fetched may be noted as arrived on the day after. */
async function releaseOpenWay(tx: Tx, { dealershipId, appointmentId }: Of): Promise<void> {
  await tx.driverTrip.deleteMany({ where: { dealershipId, appointmentId, doneAt: null } })
  await tx.loanerStay.deleteMany({ where: { dealershipId, appointmentId } })
}

/** Gives back what lies ahead of `now`: the car has left sooner than its booking reckoned. */
export async function releaseWayAhead(tx: Tx, { dealershipId, appointmentId }: Of, now: Date): Promise<void> {
  const own = { dealershipId, appointmentId }
  await tx.driverTrip.deleteMany({ where: { ...own, startsAt: { gt: now } } })
  await tx.loanerStay.deleteMany({ where: { ...own, startsAt: { gte: now } } })
  await tx.loanerStay.updateMany({ where: { ...own, endsAt: { gt: now } }, data: { endsAt: now } })
}

/** What could be reserved for these times now. */
export const freeWays = async (tx: Tx, of: For, times: Times, settings: Settings): Promise<FreeWays> =>
  freeOf(await lookForWays(tx, of, times, settings))

type Found = Awaited<ReturnType<typeof lookForWays>>

async function lookForWays(tx: Tx, of: For, times: Times, settings: Settings) {
  const trips = tripsOf(times, settings['pickup.driveMinutes'])
  const drivers = await Promise.all(trips.map((trip) => freeDriver(tx, of, settings['pickup.drivers'], trip)))
  const loan = loanOf(times, settings['promise.bufferMinutes'])
  const minHours = settings['loaner.minRepairHours']
  const long = minHours === 0 || isLong(times, minHours)
  return {
    trips: trips.map((trip, position) => ({ ...trip, driver: drivers[position] ?? null })),
    loan: { ...loan, plate: long ? await freeLoaner(tx, of, settings['loaner.plates'], loan) : null },
    long,
  }
}

const freeOf = ({ trips, loan, long }: Found): FreeWays => ({
  pickUp: trips.every(({ driver }) => driver !== null),
  loaner: loan.plate !== null,
  long,
})

type Reserved = Pick<Found, 'trips' | 'loan'>

async function reserve(tx: Tx, { dealershipId, appointmentId }: Of, way: Way, { trips, loan }: Reserved) {
  const own = { dealershipId, appointmentId }
  if (way.pickUp)
    await tx.driverTrip.createMany({
      data: trips.flatMap(({ driver, ...trip }) => (driver === null ? [] : [{ ...own, ...trip, driver }])),
    })
  const { plate, ...until } = loan
  if (way.loaner && plate !== null)
    await tx.loanerStay.create({ data: { ...own, ...until, plate }, select: { plate: true } })
}

const inTurn = (tx: Tx, dealershipId: string) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ways ${dealershipId}`}, 0))::text`

type Interval = { startsAt: Date; endsAt: Date }

const during = ({ dealershipId, exceptId }: For, { startsAt, endsAt }: Interval) => ({
  dealershipId,
  startsAt: { lt: endsAt },
  endsAt: { gt: startsAt },
  ...(exceptId ? { appointmentId: { not: exceptId } } : {}),
})

async function freeDriver(tx: Tx, of: For, drivers: number, interval: Interval) {
  const busy = await tx.driverTrip.findMany({ where: during(of, interval), select: { driver: true } })
  const taken = new Set(busy.map(({ driver }) => driver))
  for (let driver = 1; driver <= drivers; driver++) if (!taken.has(driver)) return driver
  return null
}

async function freeLoaner(tx: Tx, of: For, plates: string, interval: Interval) {
  const away = await tx.loanerStay.findMany({ where: during(of, interval), select: { plate: true } })
  const gone = new Set(away.map(({ plate }) => plate))
  return platesIn(plates).find((plate) => !gone.has(plate)) ?? null
}
