import { expect, test } from 'vitest'
import { minutesAfter, plusDays } from '@/lib/core/time'
import { addBookingGift, bookingGifts, withdrawBookingGift } from '@/lib/dealership/server/booking-gifts'
import { giveGift, visitGifts } from '@/lib/reception/server/visit-gifts'
import { aCustomerWithCar, aDealership, TODAY, type GivenDealership } from '../../support/given'

async function aVisit(here: GivenDealership, booked: boolean) {
  const { vehicle, customer } = await aCustomerWithCar(here)
  const { dealershipId, now } = here
  return here.inside(async (tx) => {
    const appointment = booked
      ? await tx.appointment.create({
          data: {
            dealershipId,
            no: `B${vehicle.id.slice(-6)}`,
            status: 'arrived',
            channel: 'phone',
            customerId: customer.id,
            vehicleId: vehicle.id,
            startsAt: now,
            receptionEndsAt: minutesAfter(now, 30),
            labourMinutes: 60,
            createdAt: now,
          },
        })
      : null
    const visit = await tx.visit.create({
      data: {
        dealershipId,
        no: `V${vehicle.id.slice(-6)}`,
        vehicleId: vehicle.id,
        senderId: customer.id,
        appointmentId: appointment?.id,
        arrivedAt: now,
      },
    })
    return visit.id
  })
}

test('S1-86 who has booked gets the gift of the day, once and with its cost; who just came does not', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const days = { firstDay: TODAY, lastDay: plusDays(TODAY, 10) }
  const { id: giftId } = await addBookingGift(manager, {
    name: '香薰',
    nameEn: 'Fragrance',
    cost: '12.5',
    ...days,
  })
  await addBookingGift(manager, {
    name: '以后',
    cost: '1',
    firstDay: plusDays(TODAY, 1),
    lastDay: plusDays(TODAY, 2),
  })
  const [booked, walkIn] = [await aVisit(here, true), await aVisit(here, false)]
  const by = here.as('serviceAdviser')
  expect(await visitGifts(by, { visitId: booked })).toMatchObject([{ id: giftId, given: false }])
  expect(await visitGifts(by, { visitId: walkIn })).toEqual([])
  await giveGift(by, { visitId: booked, giftId })
  await expect(giveGift(by, { visitId: booked, giftId })).rejects.toMatchObject({
    code: 'gift.already-given',
  })
  await expect(giveGift(by, { visitId: walkIn, giftId })).rejects.toMatchObject({ code: 'common.not-found' })
  await withdrawBookingGift(manager, { id: giftId })
  expect(await visitGifts(by, { visitId: booked })).toMatchObject([{ id: giftId, given: true }])
  expect(await visitGifts(by, { visitId: await aVisit(here, true) })).toEqual([])
  expect(await bookingGifts(manager, {})).toContainEqual(
    expect.objectContaining({ id: giftId, costFen: 1250, given: 1, spentFen: 1250, over: true }),
  )
})

test('a gift needs days that are to come, and only managers offer it', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const gift = (firstDay: string, lastDay: string) => ({ name: '香薰', cost: '1', firstDay, lastDay })
  await expect(addBookingGift(manager, gift(TODAY, plusDays(TODAY, -1)))).rejects.toMatchObject({
    code: 'quietOffer.ends-before-start',
  })
  await expect(addBookingGift(manager, gift(plusDays(TODAY, -9), plusDays(TODAY, -1)))).rejects.toMatchObject(
    { code: 'quietOffer.over' },
  )
  await expect(withdrawBookingGift(manager, { id: here.dealershipId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const adviser = here.as('serviceAdviser')
  const technician = here.as('technician')
  for (const door of [
    addBookingGift(adviser, {}),
    withdrawBookingGift(adviser, {}),
    visitGifts(technician, {}),
    giveGift(technician, {}),
  ])
    await expect(door).rejects.toMatchObject({ code: 'auth.forbidden' })
})
