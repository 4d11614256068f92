import 'server-only'
import { platesIn } from '@/lib/core/plate'
import { Refusal } from '@/lib/core/refusal'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { isLong, loanOf, tripsOf } from '../way'

type Of = { dealershipId: string; appointmentId: string }
type Times = { startsAt: Date; promisedAt: Date | null }
type Way = { pickUp: boolean; loaner: boolean }

/**
 * Reserves what the way of a booking needs: a driver to fetch the car and to bring it back (S1-50), a loaner car until it is
 * ready (S1-29). Refuses `pickUp.no-driver` and `loaner.none-free`; whoever comes at the same moment waits, and the exclusion
 * constraints state it again.
 */
export async function arrangeWay(tx: Tx, of: Of, times: Times, way: Way, settings: Settings): Promise<void> {
  if (!way.pickUp && !way.loaner) return
  const { dealershipId } = of
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ways ${dealershipId}`}, 0))::text`
  if (way.pickUp)
    for (const trip of tripsOf(times, settings['pickup.driveMinutes'])) {
      const driver = await freeDriver(tx, dealershipId, settings['pickup.drivers'], trip)
      if (driver === null) throw new Refusal('pickUp.no-driver')
      await tx.driverTrip.create({ data: { ...of, ...trip, driver }, select: { id: true } })
    }
  if (way.loaner) {
    const loan = loanOf(times, settings['promise.bufferMinutes'])
    const plate = isLong(times, settings['loaner.minRepairHours'])
      ? await freeLoaner(tx, dealershipId, settings['loaner.plates'], loan)
      : null
    if (plate === null) throw new Refusal('loaner.none-free')
    await tx.loanerStay.create({ data: { ...of, ...loan, plate }, select: { plate: true } })
  }
}

/** Gives drivers and loaner car of a booking back. */
export async function releaseWay(tx: Tx, { dealershipId, appointmentId }: Of): Promise<void> {
  await tx.driverTrip.deleteMany({ where: { dealershipId, appointmentId } })
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
export async function freeWays(tx: Tx, dealershipId: string, times: Times, settings: Settings): Promise<Way> {
  const drivers = settings['pickup.drivers']
  const free = await Promise.all(
    tripsOf(times, settings['pickup.driveMinutes']).map((trip) =>
      freeDriver(tx, dealershipId, drivers, trip),
    ),
  )
  const loan = loanOf(times, settings['promise.bufferMinutes'])
  return {
    pickUp: free.every((driver) => driver !== null),
    loaner:
      isLong(times, settings['loaner.minRepairHours']) &&
      (await freeLoaner(tx, dealershipId, settings['loaner.plates'], loan)) !== null,
  }
}

type Interval = { startsAt: Date; endsAt: Date }
const during = ({ startsAt, endsAt }: Interval) => ({ startsAt: { lt: endsAt }, endsAt: { gt: startsAt } })

async function freeDriver(tx: Tx, dealershipId: string, drivers: number, interval: Interval) {
  const busy = await tx.driverTrip.findMany({
    where: { dealershipId, ...during(interval) },
    select: { driver: true },
  })
  const taken = new Set(busy.map(({ driver }) => driver))
  for (let driver = 1; driver <= drivers; driver++) if (!taken.has(driver)) return driver
  return null
}

async function freeLoaner(tx: Tx, dealershipId: string, plates: string, interval: Interval) {
  const away = await tx.loanerStay.findMany({
    where: { dealershipId, ...during(interval) },
    select: { plate: true },
  })
  const gone = new Set(away.map(({ plate }) => plate))
  return platesIn(plates).find((plate) => !gone.has(plate)) ?? null
}
