import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { signAsShown } from '@/prisma/seed/sign-as-shown'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { KIT_PIECES, WALK_AROUND_ITEMS } from '@/lib/reception/walk-around'
import { aCustomerWithCar, aMobile, aPlate, NOW, type GivenDealership } from '../../support/given'

export const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

export const walkIn = (over = {}) => ({
  plate: aPlate(),
  name: '张伟',
  phone: aMobile(),
  model: '凯美瑞',
  ...over,
})

export const strokes = JSON.stringify([
  {
    points: [
      { x: 1, y: 1 },
      { x: 30, y: 20 },
      { x: 60, y: 5 },
    ],
  },
])

export const everything = {
  odometerKm: 30_500,
  fuelEighths: 5,
  items: WALK_AROUND_ITEMS.map((kind) => ({ kind, state: 'ok' as const, note: '' })),
  valuablesReminded: true,
  customerStatement: '刹车有异响',
  freeWash: true,
}

/** A known car whose walk-around has just begun. */
export async function aWalkAround(here: GivenDealership, car: { name?: string; km?: number } = {}) {
  const { vehicle, customer } = await aCustomerWithCar(here, car)
  const { visitId } = await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  await greetVisit(here.as('greeter', { now: after(9) }), { visitId })
  const adviser = here.as('A1', { now: after(60) })
  await startInspection(adviser, { visitId, kitPieces: [...KIT_PIECES] })
  return { visitId, vehicle, customer, adviser }
}

/** The same, filled in and signed. */
export async function aSignedRecord(here: GivenDealership, car: { name?: string; km?: number } = {}) {
  const given = await aWalkAround(here, car)
  const { visitId, adviser } = given
  await saveInspection(adviser, { visitId, ...everything })
  const signed = await signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes })
  return { ...given, ...signed }
}

/** A confirmed booking as a row. */
export async function aBooking(
  here: GivenDealership,
  over: {
    startsAt?: Date
    adviser?: string
    requested?: string
    status?: 'requested' | 'confirmed' | 'noShow' | 'cancelled'
  } = {},
) {
  const { vehicle, customer } = await aCustomerWithCar(here)
  const startsAt = over.startsAt ?? after(1800)
  const { dealershipId } = here
  const appointment = await here.inside((tx) =>
    tx.appointment.create({
      data: {
        dealershipId,
        no: `B${vehicle.plate.slice(-5)}${Math.random()}`,
        status: over.status ?? 'confirmed',
        channel: 'online',
        customerId: customer.id,
        vehicleId: vehicle.id,
        adviserId: over.adviser ? here.staffId(over.adviser) : null,
        requestedAdviserId: over.requested ? here.staffId(over.requested) : null,
        startsAt,
        receptionEndsAt: new Date(startsAt.getTime() + 30 * 60_000),
        labourMinutes: 60,
        concern: '保养',
        createdAt: NOW,
      },
    }),
  )
  return { appointment, vehicle, customer }
}
