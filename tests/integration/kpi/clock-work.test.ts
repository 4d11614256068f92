import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { clockWork, watchClock } from '@/lib/kpi/server/clock-work'
import { poisoned } from '../../support/poison'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'

async function aBooking(
  here: GivenDealership,
  startsAt: Date,
  status: 'confirmed' | 'cancelled' = 'confirmed',
) {
  const { customer, vehicle } = await aCustomerWithCar(here)
  const { dealershipId, now } = here
  return here.inside((tx) =>
    tx.appointment.create({
      data: {
        dealershipId,
        no: `A${Math.random()}`,
        status,
        channel: 'phone',
        customerId: customer.id,
        vehicleId: vehicle.id,
        startsAt,
        receptionEndsAt: minutesAfter(startsAt, 30),
        labourMinutes: 60,
        createdAt: minutesAfter(now, -5 * 24 * 60),
      },
    }),
  )
}
const reminders = (here: GivenDealership) =>
  here.inside((tx) => tx.outboxMessage.count({ where: { template: 'appointment-reminder' } }))

test('S1-49 a booking is remembered a day and an hour before, once each, however often the clock strikes', async () => {
  const here = await aDealership()
  const startsAt = minutesAfter(here.now, 20 * 60)
  await aBooking(here, startsAt)
  await aBooking(here, startsAt, 'cancelled')
  await aBooking(here, minutesAfter(here.now, 60 * 60))
  await clockWork(here.dealershipId, here.now)
  await clockWork(here.dealershipId, minutesAfter(here.now, 1))
  expect(await reminders(here)).toBe(1)
  await clockWork(here.dealershipId, minutesAfter(startsAt, -50))
  await clockWork(here.dealershipId, minutesAfter(startsAt, -49))
  expect(await reminders(here)).toBe(2)
  await clockWork(here.dealershipId, minutesAfter(startsAt, 5))
  expect(await reminders(here)).toBe(2)
})

test('a booking that cannot be reminded of keeps neither its neighbours nor another dealership waiting', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const startsAt = minutesAfter(here.now, 20 * 60)
  const { id } = await aBooking(here, startsAt)
  await aBooking(here, startsAt)
  await aBooking(there, startsAt)
  await poisoned('OutboxMessage', `NEW."appointmentId" = '${id}'`, () => watchClock(here.now))
  expect([await reminders(here), await reminders(there)]).toEqual([1, 1])
  await watchClock(minutesAfter(here.now, 1))
  expect([await reminders(here), await reminders(there)]).toEqual([2, 1])
})
