import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { refreshCapacity } from '@/lib/dealership/server/capacity-ledger'
import { aCustomerWithCar, aDealership, aMobile, aPlate, aVin } from '../../support/given'
import { statementsOf } from '../../support/statements'
import { aCall, aProvenPhone, at, packageOf, today } from './support'

test('S1-24 S1-25 S1-39 S1-40 a visitor books online without an account and is told what, when, how long and how much', async () => {
  const given = await aDealership()
  const { phone, proof } = await aProvenPhone(given)
  const oil = await packageOf(given, 'A')
  const plate = aPlate()
  const booked = await bookAppointment(given.asVisitor(), {
    plate, model: '凯美瑞', name: '李娜', phone, proof, packageIds: [oil], wishes: ['空调不凉', '后备箱关不严'], startsAt: at('10:00'),
  }) // prettier-ignore
  expect(booked).toMatchObject({ minutes: 60 + 2 * 30, priceFen: 51_100 })
  expect(booked.token).toMatch(/^[\w-]{43}$/)
  const [message] = await given.inside((tx) =>
    tx.outboxMessage.findMany({ where: { template: 'appointment-confirmed' } }),
  )
  expect(message?.recipient).toBe(phone)
  expect(message?.facts).toMatchObject({
    plate,
    priceFen: 51_100,
    minutes: 120,
    openPrice: true,
    link: `/v/${booked.token}`,
  })
  expect(message?.facts).toHaveProperty('adviser', booked.adviserName)
  const stored = await given.inside((tx) => tx.accessLink.findMany())
  expect(JSON.stringify(stored)).not.toContain(booked.token)
})

test('goal 9 a booking of a new customer in own words asks the database seven times', async () => {
  const given = await aDealership()
  const book = (startsAt: string) =>
    bookAppointment(given.as('B1'), aCall({ startsAt: at(startsAt), wishes: ['异响'] }))
  await book('10:00')
  expect(await statementsOf(() => book('11:00'))).toBe(7)
  const [message] = await given.inside((tx) =>
    tx.outboxMessage.findMany({ where: { template: 'appointment-confirmed' } }),
  )
  expect(message?.facts).toMatchObject({ items: '异响' })
})

test('S1-13 S1-27 S1-28 S1-33 S1-35 S1-38 the booking keeps channel, kind, mileage, each wish as a line, and both times', async () => {
  const given = await aDealership()
  const call = aCall({
    kind: 'active',
    odometerKm: 32_100,
    wishes: ['换机油', '检查轮胎'],
    concern: '油耗高',
  })
  const { id } = await bookAppointment(given.as('bookingReceptionist'), call)
  const found = await appointment(given.as('serviceAdviser'), { id })
  expect(found).toMatchObject({
    status: 'confirmed',
    channel: 'phone',
    kind: 'active',
    odometerKm: 32_100,
    concern: '油耗高',
  })
  expect(found.appointmentItems.map(({ description }) => description)).toEqual(['换机油', '检查轮胎'])
  expect(found.startsAt).toEqual(new Date(at('10:00')))
  expect(found.promisedAt).toEqual(new Date(at('12:45')))
  expect(found.readBackAt).not.toBeNull()
})

test('S1-42 S1-43 the adviser asked for receives the car, and the customer is told the name', async () => {
  const given = await aDealership()
  const booked = await bookAppointment(given.as('serviceAdviser'), aCall({ adviserId: given.staffId('A2') }))
  expect(booked.adviserName).toBe('李顾问')
  const next = await bookAppointment(given.as('serviceAdviser'), aCall({ adviserId: given.staffId('A2') }))
  expect(next.adviserName).toBe('王顾问')
})

test('S1-63 S1-84 an adviser receives one booked car at a time; without a wish the least booked one is taken', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const names = [await bookAppointment(adviser, aCall()), await bookAppointment(adviser, aCall())].map(
    (b) => b.adviserName,
  )
  expect(new Set(names).size).toBe(2)
  await expect(bookAppointment(adviser, aCall())).rejects.toMatchObject({ code: 'appointment.slot-taken' })
})

test('S1-48 S1-72 preparation tasks are opened with the booking, one more for a difficult problem', async () => {
  const given = await aDealership()
  const { id } = await bookAppointment(given.as('serviceAdviser'), aCall({ difficult: true }))
  const { preparationTasks } = await appointment(given.as('foreman'), { id })
  expect(preparationTasks.map(({ kind }) => kind).sort()).toEqual(['bay', 'parts', 'people', 'specialPlan'])
})

test('S1-51 a come-back links the earlier order; a number that is not there is refused', async () => {
  const given = await aDealership()
  const { vehicle, customer } = await aCustomerWithCar(given)
  const call = aCall({
    vehicleId: vehicle.id,
    customerId: customer.id,
    comeback: true,
    comebackOrderNo: 'R000',
  })
  await expect(bookAppointment(given.as('serviceAdviser'), call)).rejects.toMatchObject({
    code: 'appointment.comeback-order',
  })
})

test('a known car keeps its file; a car without a plate is known by its VIN until it has one', async () => {
  const given = await aDealership()
  const { vehicle, customer } = await aCustomerWithCar(given)
  const { id } = await bookAppointment(
    given.as('serviceAdviser'),
    aCall({ plate: vehicle.plate, phone: customer.phone, name: '别人', model: '别的' }),
  )
  const found = await appointment(given.as('serviceAdviser'), { id })
  expect(found.vehicle).toMatchObject({ id: vehicle.id, model: '凯美瑞' })
  expect(found.customer).toMatchObject({ id: customer.id, name: '张伟' })
  const vin = aVin()
  const fresh = await bookAppointment(
    given.as('serviceAdviser'),
    aCall({ plate: undefined, vin, startsAt: at('11:00') }),
  )
  expect((await appointment(given.as('serviceAdviser'), { id: fresh.id })).vehicle).toMatchObject({
    plate: vin,
    vin,
  })
  const plate = aPlate()
  const again = await bookAppointment(
    given.as('serviceAdviser'),
    aCall({ plate, vin, startsAt: at('11:00', '2026-11-25') }),
  )
  expect((await appointment(given.as('serviceAdviser'), { id: again.id })).vehicle).toMatchObject({
    plate,
    vin,
  })
})

const wrong: [string, Record<string, unknown>][] = [
  ['appointment.nothing-wanted', { wishes: [] }],
  ['appointment.not-read-back', { readBack: false }],
  ['appointment.who-comes', { name: '' }],
  ['customer.plate-or-vin', { plate: '' }],
  ['appointment.pick-up-address', { pickUp: true }],
  ['appointment.in-the-past', { startsAt: today('08:30') }],
  ['appointment.too-far', { startsAt: at('10:00', '2027-03-01') }],
  ['appointment.outside-hours', { startsAt: at('07:00') }],
  ['appointment.not-a-slot', { startsAt: at('10:10') }],
  ['appointment.slot-taken', { startsAt: at('12:00') }],
  ['appointment.nobody-skilled', { startsAt: at('10:00', '2026-12-15') }],
  ['common.not-found', { adviserId: '0193b3a0-0000-7000-8000-000000000000' }],
  ['catalogue.not-offered', { packageIds: ['0193b3a0-0000-7000-8000-000000000000'] }],
  ['appointment.override-needs-manager', { overrideReason: '老客户' }],
] // prettier-ignore
test.each(wrong)('S1-41 S1-45 a form that cannot be is refused: %s', async (code, over) => {
  const given = await aDealership()
  await expect(bookAppointment(given.as('serviceAdviser'), aCall(over))).rejects.toMatchObject({ code })
  expect(await given.inside((tx) => tx.appointment.count())).toBe(0)
  expect(await given.inside((tx) => tx.customer.count())).toBe(0)
})

test('S1-69 a holiday and a bay that is down are refused', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  await given.inside((tx) =>
    tx.calendarDay.create({
      data: { dealershipId, day: new Date('2026-11-24'), isOpen: false, reason: '盘点' },
    }),
  )
  await expect(bookAppointment(given.as('serviceAdviser'), aCall())).rejects.toMatchObject({
    code: 'appointment.closed-day',
  })
  const alignment = await packageOf(given, 'T')
  await given.inside((tx) =>
    tx.bay.updateMany({ where: { kind: 'alignment' }, data: { disabledAt: given.now } }),
  )
  await given.inside((tx) => refreshCapacity(tx, { dealershipId, now: given.now }))
  const call = aCall({ packageIds: [alignment], startsAt: at('10:00', '2026-11-25') })
  await expect(bookAppointment(given.as('serviceAdviser'), call)).rejects.toMatchObject({
    code: 'appointment.no-bay',
  })
})

test('self-service keeps the notice, needs the proof of this number, and holds two bookings at most', async () => {
  const given = await aDealership()
  const { phone, proof } = await aProvenPhone(given)
  const wish = (over = {}) => ({
    plate: aPlate(),
    name: '李娜',
    phone,
    proof,
    wishes: ['保养'],
    startsAt: at('10:00'),
    ...over,
  })
  const visitor = given.asVisitor()
  await expect(bookAppointment(visitor, wish({ startsAt: today('09:30') }))).rejects.toMatchObject({
    code: 'appointment.too-soon',
  })
  await expect(bookAppointment(visitor, wish({ proof: '' }))).rejects.toMatchObject({
    code: 'appointment.phone-not-proven',
  })
  await expect(bookAppointment(visitor, wish({ phone: aMobile() }))).rejects.toMatchObject({
    code: 'appointment.phone-not-proven',
  })
  await bookAppointment(visitor, wish())
  await bookAppointment(visitor, wish({ startsAt: at('11:00') }))
  await expect(bookAppointment(visitor, wish({ startsAt: at('14:00') }))).rejects.toMatchObject({
    code: 'appointment.too-many-open',
  })
})

test('a car has one open booking a day, and a technician may not book', async () => {
  const given = await aDealership()
  const call = aCall()
  await bookAppointment(given.as('serviceAdviser'), call)
  await expect(
    bookAppointment(given.as('serviceAdviser'), { ...call, startsAt: at('14:00') }),
  ).rejects.toMatchObject({
    code: 'appointment.vehicle-already-booked',
  })
  await expect(bookAppointment(given.as('technician'), aCall())).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('a car or customer of another dealership is not there', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const { customer, vehicle } = await aCustomerWithCar(there)
  const call = aCall({ customerId: customer.id, vehicleId: vehicle.id })
  await expect(bookAppointment(here.as('serviceAdviser'), call)).rejects.toMatchObject({
    code: 'common.not-found',
  })
})
