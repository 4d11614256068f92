import 'server-only'
import { OPEN_APPOINTMENTS, type AppointmentStatus } from '@/lib/appointments/appointment'
import { registerCustomerAndVehicle } from '@/lib/customers/server/register-customer'
import { Refusal } from '@/lib/core/refusal'
import { isInRegisterWindow } from '../register-window'
import type { ArriveVisit } from '../schemas'
import type { Tx } from '@/lib/server/db'

export type Place = { dealershipId: string; timeZone: string; windowMonths: number; now: Date }

/** States from which a booked car may be received; a no-show who comes after all counts. */
const RECEIVABLE = [...OPEN_APPOINTMENTS, 'noShow'] as const satisfies AppointmentStatus[]

const BOOKING = {
  id: true, no: true, status: true, startsAt: true, customerId: true, vehicleId: true, adviserId: true,
  requestedAdviserId: true, concern: true, fault: true, waiting: true, comebackOfId: true,
  appointmentItems: { where: { answer: { not: 'declined' } }, orderBy: { position: 'asc' }, select: { description: true } },
} as const // prettier-ignore

/** S2-12: the booking of this car within the register window: open ones first, then the nearest in time. */
export async function bookingOf(
  tx: Tx,
  vehicleId: string,
  { dealershipId, now, timeZone, windowMonths }: Place,
) {
  const booked = await tx.appointment.findMany({
    where: { dealershipId, vehicleId, status: { in: [...RECEIVABLE] } },
    select: BOOKING,
  })
  const distance = (at: Date) => Math.abs(at.getTime() - now.getTime())
  return booked
    .filter(({ startsAt }) => isInRegisterWindow(startsAt, now, windowMonths, timeZone))
    .sort(
      (a, b) =>
        Number(a.status === 'noShow') - Number(b.status === 'noShow') ||
        distance(a.startsAt) - distance(b.startsAt),
    )[0]
}

/** The booking that was tapped. Refuses with `common.not-found` or `visit.booking-too-far`. */
async function namedBooking(tx: Tx, id: string, { dealershipId, now, timeZone, windowMonths }: Place) {
  const booking = await tx.appointment.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    select: BOOKING,
  })
  if (!booking) throw new Refusal('common.not-found')
  if (!isInRegisterWindow(booking.startsAt, now, windowMonths, timeZone))
    throw new Refusal('visit.booking-too-far', { months: windowMonths })
  return booking
}

/**
 * The car, its booking if it has one, and who owns it and brings it (S2-70); registers whoever is new.
 * Refuses with `visit.register-first` when an unknown car comes without name, telephone or model.
 */
export async function arrivingCar(tx: Tx, input: ArriveVisit, place: Place) {
  const { dealershipId, now } = place
  const named = input.appointmentId ? await namedBooking(tx, input.appointmentId, place) : undefined
  const vehicleId = named?.vehicleId ?? (await vehicleAtTheDoor(tx, input, place))
  const booking = named ?? (input.withoutBooking ? undefined : await bookingOf(tx, vehicleId, place))
  const { plate, vin } = await tx.vehicle.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: vehicleId } },
    select: { plate: true, vin: true },
  })
  const owner = await tx.vehicleParty.findFirst({
    where: { dealershipId, vehicleId, role: 'owner', until: null },
    select: { customerId: true },
  })
  const payer = await tx.vehicleParty.findFirst({
    where: { dealershipId, vehicleId, role: 'payer', until: null },
    select: { customerId: true },
  })
  const brought =
    input.senderName && input.senderPhone
      ? await registerCustomerAndVehicle(tx, {
          dealershipId,
          now,
          ...(plate === vin ? { vin } : { plate }),
          name: input.senderName,
          phone: input.senderPhone,
          source: 'store',
        })
      : undefined
  const senderId = brought?.customerId ?? booking?.customerId ?? owner?.customerId
  if (!senderId) throw new Refusal('visit.register-first', { plate })
  const ownerId = owner?.customerId ?? senderId
  return { vehicleId, plate, booking, senderId, ownerId, payerId: payer?.customerId ?? ownerId }
}

async function vehicleAtTheDoor(tx: Tx, input: ArriveVisit, { dealershipId, now }: Place): Promise<string> {
  const { plate, name, phone, model } = input
  if (!plate) throw new Refusal('common.not-found')
  const known = await tx.vehicle.findUnique({
    where: { dealershipId_plate: { dealershipId, plate } },
    select: { id: true, vehicleParties: { where: { until: null, role: 'owner' }, select: { id: true } } },
  })
  if (known?.vehicleParties.length) return known.id
  if (!name || !phone || !(known || model)) throw new Refusal('visit.register-first', { plate })
  const { brand, vin, formOfAddress, locale } = input
  const registered = await registerCustomerAndVehicle(tx, {
    dealershipId, now, plate, name, phone, source: 'store', brand, model, vin, formOfAddress, locale,
  }) // prettier-ignore
  if (registered.newVehicle && input.bodyKind)
    await tx.vehicle.update({
      where: { dealershipId_id: { dealershipId, id: registered.vehicleId } },
      data: { bodyKind: input.bodyKind },
      select: { id: true },
    })
  return registered.vehicleId
}
