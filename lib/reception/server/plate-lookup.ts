import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { LookUpPlate } from '../schemas'
import { bookingOf } from './arriving-car'

/** What is known of a car at the door: an open visit, the booking, the file (S2-12). */
export const plateLookup = query('visit.arrive', LookUpPlate, async ({ tx, actor, now }, { plate }) => {
  const { dealershipId } = actor
  const vehicle = await tx.vehicle.findUnique({
    where: { dealershipId_plate: { dealershipId, plate } },
    select: {
      id: true,
      brand: true,
      model: true,
      vehicleParties: {
        where: { until: null },
        select: { role: true, customer: { select: { id: true, name: true, formOfAddress: true } } },
      },
      visits: {
        where: { status: { notIn: ['closed', 'leftWithoutOrder'] } },
        select: { id: true, no: true },
      },
    },
  })
  if (!vehicle) return { plate, vehicle: null, openVisit: null, booking: null }
  const { timeZone } = await thisDealership(tx, dealershipId)
  const windowMonths = (await settingsOf(tx))['booking.registerWindowMonths']
  const booking = await bookingOf(tx, vehicle.id, { dealershipId, now, timeZone, windowMonths })
  const { id, brand, model, vehicleParties, visits } = vehicle
  const owner = vehicleParties.find(({ role }) => role === 'owner')?.customer ?? null
  return {
    plate,
    vehicle: { id, brand, model, owner },
    openVisit: visits[0] ?? null,
    booking: booking
      ? { id: booking.id, no: booking.no, startsAt: booking.startsAt, concern: booking.concern }
      : null,
  }
})
