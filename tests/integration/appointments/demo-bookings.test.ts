import { expect, test } from 'vitest'
import { bookingStory, furnishBooking } from '@/prisma/seed/booking-story'
import { random } from '@/prisma/seed/random'
import { aCustomerWithCar, aDealership, TODAY } from '../../support/given'

const PEOPLE: Record<string, string> = { M01: 'serviceManager', B01: 'B1', F01: 'foreman' }

test('each screen of booking has something to show in the demo: a car to fetch, a loaner car, needs, requests, a failed preparation, closures', async () => {
  const here = await aDealership()
  await aCustomerWithCar(here)
  const { dealershipId, inside } = here
  const place = { dealershipId, inside, r: random(1), as: (no: string) => here.as(PEOPLE[no] ?? no) }
  await furnishBooking(place, '沪A8B001 沪A8B002')
  await bookingStory(place, TODAY, 5000)
  const found = await here.inside(async (tx) => ({
    fetched: await tx.appointment.findMany({
      where: { pickUp: true },
      select: { pickUpMetres: true, driverTrips: true },
    }),
    lent: await tx.loanerStay.count({ where: { appointment: { loaner: true } } }),
    leads: await tx.lead.count(),
    requests: await tx.serviceRequest.count(),
    failed: await tx.preparationTask.count({ where: { failedAt: { not: null } } }),
    downtimes: await tx.bayDowntime.count(),
    blocked: await tx.blockedTime.count(),
  }))
  expect(found).toMatchObject({ lent: 1, leads: 1, requests: 2, failed: 1, downtimes: 1, blocked: 1 })
  const [{ pickUpMetres, driverTrips } = { pickUpMetres: null, driverTrips: [] }] = found.fetched
  expect(pickUpMetres).toBeGreaterThan(500)
  expect(pickUpMetres).toBeLessThan(3000)
  expect(driverTrips.length).toBeGreaterThan(0)
}, 60_000)
