import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ZodError } from 'zod'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { aPastOrder } from './given-past'
import { aCall, at } from './support'

const bookings = ({ inside }: GivenDealership) => inside((tx) => tx.appointment.count())
const customers = ({ inside }: GivenDealership) => inside((tx) => tx.customer.count())

/** The field at fault as the form is told it. */
async function faultOf(booking: Promise<unknown>): Promise<string> {
  const error = await booking.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error === null) return 'booked'
  if (error instanceof ZodError) return String(error.issues[0]?.path[0])
  if (error instanceof Error && 'code' in error) return String(error.code)
  throw error
}

const LONG = (length: number) => '长'.repeat(length)

const WRONG: [field: string, value: unknown, fault: string][] = [
  ['name', '', 'appointment.who-comes'],
  ['name', '\u0000\u200b ', 'name'],
  ['name', LONG(61), 'name'],
  ['name', LONG(10_000), 'name'],
  ['phone', '', 'appointment.who-comes'],
  ['phone', '12345', 'phone'],
  ['phone', '1380013800a', 'phone'],
  ['phone', '138'.repeat(20), 'phone'],
  ['plate', '', 'customer.plate-or-vin'],
  ['plate', '沪A1', 'plate'],
  ['plate', 'A12345', 'plate'],
  ['plate', '沪A😀2345', 'plate'],
  ['vin', 'LFM123', 'vin'],
  ['vin', 'LFMIOQ00000000000', 'vin'],
  ['model', LONG(61), 'model'],
  ['formOfAddress', LONG(21), 'formOfAddress'],
  ['odometerKm', '-1', 'odometerKm'],
  ['odometerKm', '1.5', 'odometerKm'],
  ['odometerKm', 'many', 'odometerKm'],
  ['odometerKm', '99999999', 'odometerKm'],
  ['wishes', LONG(301), 'wishes'],
  ['wishes', LONG(10_000), 'wishes'],
  ['wishes', Array(11).fill('异响'), 'wishes'],
  ['wishes', ['  ', '\u200b'], 'appointment.nothing-wanted'],
  ['packageIds', 'A', 'packageIds'],
  ['packageIds', randomUUID(), 'catalogue.not-offered'],
  ['packageIds', Array(13).fill(randomUUID()), 'packageIds'],
  ['startsAt', '', 'startsAt'],
  ['startsAt', '2026-11-24', 'startsAt'],
  ['startsAt', '2026-13-45T10:00:00Z', 'startsAt'],
  ['startsAt', at('10:00', '2026-11-20'), 'appointment.in-the-past'],
  ['startsAt', at('10:00', '2027-11-24'), 'appointment.too-far'],
  ['startsAt', at('05:00'), 'appointment.outside-hours'],
  ['startsAt', at('10:07'), 'appointment.not-a-slot'],
  ['adviserId', 'me', 'adviserId'],
  ['adviserId', randomUUID(), 'common.not-found'],
  ['customerId', randomUUID(), 'common.not-found'],
  ['vehicleId', randomUUID(), 'common.not-found'],
  ['waiting', 'perhaps', 'waiting'],
  ['channel', 'api', 'channel'],
  ['kind', 'both', 'kind'],
  ['locale', 'fr', 'locale'],
  ['pickUp', 'on', 'appointment.pick-up-address'],
  ['pickUpAddress', LONG(201), 'pickUpAddress'],
  ['concern', LONG(501), 'concern'],
  ['remarks', LONG(501), 'remarks'],
  ['need', LONG(501), 'need'],
  ['overrideReason', '很急', 'appointment.override-needs-manager'],
  ['overrideReason', LONG(201), 'overrideReason'],
  ['readBack', '', 'appointment.not-read-back'],
  ['readBack', 'perhaps', 'readBack'],
  ['callSeconds', '-1', 'callSeconds'],
  ['callSeconds', '36001', 'callSeconds'],
  ['callSeconds', 'long', 'callSeconds'],
  ['callSteps', 'sang', 'callSteps'],
  ['proposals', 'due:service', 'proposals'],
  ['proposals', `due:${'x'.repeat(61)}:accepted`, 'proposals'],
  ['proposals', Array(31).fill('due:service:accepted'), 'proposals'],
]

test('S1-45 every field of the desk refuses what is wrong by its name, and nothing is half booked', async () => {
  const given = await aDealership()
  const by = given.as('bookingReceptionist')
  const before = await customers(given)
  for (const [field, value, fault] of WRONG)
    expect([field, value, await faultOf(bookAppointment(by, aCall({ [field]: value })))]).toEqual([
      field,
      value,
      fault,
    ])
  expect(await bookings(given)).toBe(0)
  expect(await customers(given)).toBe(before)
})

test('characters of four bytes, new-energy plates and full-width digits are right', async () => {
  const given = await aDealership()
  const by = given.as('bookingReceptionist')
  const { id } = await bookAppointment(
    by,
    aCall({
      name: '𠮷野😀',
      plate: '沪AD12345',
      phone: '１３８００１３８０００',
      wishes: ['有𪚥响', ' 后备箱 '],
      remarks: '半个字\ud83d',
      concern: '\'; DROP TABLE "Appointment"; --',
    }),
  )
  expect(await appointment(by, { id })).toMatchObject({
    customer: { name: '𠮷野😀', phone: '13800138000' },
    vehicle: { plate: '沪AD12345' },
    appointmentItems: [{ description: '有𪚥响' }, { description: '后备箱' }],
    concern: '\'; DROP TABLE "Appointment"; --',
  })
  expect(await knownCars(by, { q: '𠮷野' })).toHaveLength(1)
  expect(await knownCars(by, { q: "%' OR '1'='1" })).toEqual([])
  await expect(knownCars(by, { q: LONG(300) })).rejects.toThrow()
})

test('S1-51 an earlier order of another car is no come-back of this one', async () => {
  const given = await aDealership()
  const [car, other] = [await aCustomerWithCar(given), await aCustomerWithCar(given)]
  const own = await aPastOrder(given, car)
  const foreign = await aPastOrder(given, other)
  const by = given.as('bookingReceptionist')
  const call = (no: string) =>
    aCall({
      customerId: car.customer.id,
      vehicleId: car.vehicle.id,
      comeback: 'on',
      comebackOrderNo: no,
    })
  expect(await faultOf(bookAppointment(by, call(foreign.order.no)))).toBe('appointment.comeback-order')
  const { id } = await bookAppointment(by, call(own.order.no))
  expect((await appointment(by, { id })).comebackOf).toMatchObject({ no: own.order.no })
})

test('ids of another dealership are as if they were not there', async () => {
  const [given, there] = [await aDealership(), await aDealership()]
  const foreign = await aCustomerWithCar(there)
  const by = given.as('bookingReceptionist')
  for (const over of [
    { customerId: foreign.customer.id, vehicleId: foreign.vehicle.id },
    { customerId: foreign.customer.id },
    { vehicleId: foreign.vehicle.id },
    { adviserId: there.staffId('A1') },
  ])
    expect(await faultOf(bookAppointment(by, aCall(over)))).toBe('common.not-found')
  expect(await bookings(given)).toBe(0)
})

test('the same form posted twice books once; without its key the car is found booked already', async () => {
  const given = await aDealership()
  const by = { ...given.as('bookingReceptionist'), idempotencyKey: randomUUID() }
  const call = aCall()
  const answers = await Promise.all([bookAppointment(by, call), bookAppointment(by, call)])
  expect(answers[0].id).toBe(answers[1].id)
  expect(await bookings(given)).toBe(1)
  expect(await faultOf(bookAppointment(by, { ...call, remarks: '另一个' }))).toBe('common.key-reused')
  const again = { ...call, startsAt: at('14:00') }
  expect(await faultOf(bookAppointment(given.as('bookingReceptionist'), again))).toBe(
    'appointment.vehicle-already-booked',
  )
  expect(await bookings(given)).toBe(1)
})
