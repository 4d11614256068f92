import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { bookingBoard } from '@/lib/appointments/server/booking-board'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { bookingDeskOf } from '@/lib/appointments/desk'
import { layOutDays } from '@/lib/dealership/server/capacity-ledger'
import { handOver } from '@/lib/delivery/server/hand-over'
import { aDealership } from '../../support/given'
import { aSignedOrder } from '../../support/workshop'
import { aCall, at } from './support'

const DAY = '2026-11-24'

/** A day whose rate leaves room for one hour. */
async function aFullDay() {
  const given = await aDealership()
  const { dealershipId, now } = given
  await given.inside(async (tx) => {
    await tx.shift.deleteMany({
      where: { staff: { roles: { has: 'technician' }, employeeNo: { not: 'T1' } } },
    })
    await tx.setting.create({ data: { dealershipId, key: 'booking.rateBp', value: 1250, changedAt: now } })
    await layOutDays(tx, { dealershipId, from: DAY, to: '2026-11-25' })
  })
  await bookAppointment(given.as('B1'), aCall({ wishes: ['a', 'b'] }))
  return given
}

test('S1-55 S1-56 an urgent repair past the rate is marked by the manager with a reason; where there is room nothing is taken of the reserve', async () => {
  const given = await aFullDay()
  const manager = given.as('serviceManager')
  const urgent = aCall({ startsAt: at('11:00'), urgent: 'on', overrideReason: '刹车失灵' })
  await expect(bookAppointment(given.as('B1'), urgent)).rejects.toMatchObject({
    code: 'appointment.override-needs-manager',
  })
  const { id } = await bookAppointment(manager, urgent)
  expect(await appointment(manager, { id })).toMatchObject({ urgent: true, overrideReason: '刹车失灵' })
  const { cards } = await bookingBoard(manager, { day: DAY })
  expect(cards.filter((card) => card.urgent).map((card) => card.id)).toEqual([id])
  const moved = await rescheduleAppointment(manager, {
    appointmentId: id,
    startsAt: at('11:00', '2026-11-25'),
    reason: 'noTime',
  })
  expect(await appointment(manager, { id: moved.id })).toMatchObject({ urgent: false, overrideReason: null })
  const pressed = aCall({ startsAt: at('14:00', '2026-11-26'), urgent: 'on', overrideReason: 'x' })
  const free = await bookAppointment(manager, pressed)
  expect(await appointment(manager, { id: free.id })).toMatchObject({ urgent: false })
})

test('S7-15 from the hand-over the desk opens with car and customer chosen', async () => {
  const given = await aDealership()
  const { orderId } = await aSignedOrder(given, { jobs: [{ minutes: 60 }] })
  const { order } = await handOver(given.as('A1'), { orderId })
  const address = new URL(bookingDeskOf(order), 'http://desk')
  const found = await knownCars(given.as('A1'), { q: address.searchParams.get('q') ?? '' })
  expect(found).toContainEqual(
    expect.objectContaining({
      vehicleId: address.searchParams.get('vehicle'),
      customerId: address.searchParams.get('customer'),
    }),
  )
})
