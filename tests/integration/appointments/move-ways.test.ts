import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { chooseWay } from '@/lib/appointments/server/choose-way'
import { confirmAppointment } from '@/lib/appointments/server/confirm-appointment'
import { missAppointment } from '@/lib/appointments/server/miss-appointment'
import { moveConsequence } from '@/lib/appointments/server/move-consequence'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { waysOfComing } from '@/lib/appointments/server/ways-of-coming'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { refusalText } from '@/lib/i18n/refusals'
import { aDealership, aPlate, type GivenDealership } from '../../support/given'
import { packageId } from '../../support/orders'
import { partId } from '../../support/workshop'
import { aCall, at } from './support'

const REASON = { reason: 'noTime' } as const
const LOANER = aPlate()

/** One driver, one loaner car that is lent for work of any length. */
async function aHouse() {
  const given = await aDealership()
  for (const [key, text] of Object.entries({ 'loaner.plates': LOANER, 'loaner.minRepairHours': '0' }))
    await changeSetting(given.as('serviceManager'), { key, text })
  return given
}
const book = async (given: GivenDealership, over: Record<string, unknown>) => {
  const { id } = await bookAppointment(given.as('B1'), aCall({ waiting: 'leaves', ...over }))
  const { customerId } = await given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))
  return { id, customer: given.asCustomer({ customerId, appointmentId: id }) }
}
const fetched = { pickUp: true, pickUpAddress: '莘庄路 8 号' }
const read = (given: GivenDealership, id: string) => appointment(given.as('B1'), { id })
const lastEvent = (given: GivenDealership, name: string) =>
  given.inside((tx) => tx.event.findFirstOrThrow({ where: { name }, orderBy: { id: 'desc' } }))

test('S1-50 a move to a time without a driver says what is not free and what can be done; customer and desk bring the car instead', async () => {
  const given = await aHouse()
  await book(given, { ...fetched, startsAt: at('16:00') })
  const { id, customer } = await book(given, { ...fetched, startsAt: at('10:00') })
  const wish = { appointmentId: id, startsAt: at('16:00'), ...REASON }
  const refusal = await rescheduleAppointment(customer, wish).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'pickUp.no-driver', facts: { loaner: 1 } })
  const said = refusalText(refusal as { code: 'pickUp.no-driver'; facts: { loaner: number } }, 'en')
  expect(said).toMatch(/No driver is free .* another time, or another way .* loaner car, which is free/)
  expect(await read(given, id)).toMatchObject({ status: 'confirmed', pickUp: true })

  const moved = await rescheduleAppointment(customer, { ...wish, way: 'own' })
  expect(await read(given, moved.id)).toMatchObject({ pickUp: false, loaner: false, driverTrips: [] })
  const other = await book(given, { ...fetched, startsAt: at('10:00') })
  const byCall = await confirmAppointment(given.as('B1'), {
    ...{ appointmentId: other.id, startsAt: at('13:30'), ...REASON },
    ...{ stage: 'dayBefore', result: 'reschedules', way: 'loaner' },
  })
  expect(await read(given, byCall.id)).toMatchObject({
    pickUp: false,
    loaner: true,
    loanerStay: { plate: LOANER },
  })
})

test('S1-29 a move to a time without a loaner car is refused with its reason, and goes without one or with a driver', async () => {
  const given = await aHouse()
  await book(given, { loaner: true, startsAt: at('14:00') })
  const { id } = await book(given, { loaner: true, startsAt: at('10:00') })
  const move = (over: object) =>
    rescheduleAppointment(given.as('B1'), { appointmentId: id, startsAt: at('14:30'), ...REASON, ...over })
  await expect(move({})).rejects.toMatchObject({ code: 'loaner.none-free', facts: { pickUp: 1 } })
  await changeSetting(given.as('serviceManager'), { key: 'loaner.minRepairHours', text: '24' })
  await expect(move({})).rejects.toMatchObject({ code: 'loaner.too-short', facts: { hours: 24 } })
  await expect(move({ way: 'pickUp' })).rejects.toMatchObject({ code: 'appointment.pick-up-address' })
  const { id: moved } = await move({ way: 'pickUp', pickUpAddress: '春申路 1 号' })
  expect(await read(given, moved)).toMatchObject({
    ...{ pickUp: true, loaner: false, loanerStay: null, pickUpAddress: '春申路 1 号', pickUpMetres: null },
    driverTrips: [{ leg: 'pickUp', startsAt: new Date(at('13:30')) }, { leg: 'return' }],
  })
})

test('S1-29 S1-50 customer and desk choose another way without moving the booking; what was reserved is free at once', async () => {
  const given = await aHouse()
  const { id, customer } = await book(given, { loaner: true, startsAt: at('10:00') })
  const times = { startsAt: at('10:00'), readyAt: at('12:00') }
  expect(await waysOfComing(customer, times)).toMatchObject({ loaner: false, pickUp: true })
  expect(await waysOfComing(customer, { ...times, movingId: id })).toMatchObject({ loaner: true })
  const stranger = await book(given, { startsAt: at('15:00') })
  await expect(waysOfComing(stranger.customer, { ...times, movingId: id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await chooseWay(customer, { appointmentId: id, way: 'own' })
  expect(await read(given, id)).toMatchObject({ loaner: false, loanerStay: null })
  expect((await lastEvent(given, 'appointment.chooseWay')).facts).toMatchObject({
    ...{ freedLoaner: LOANER, loaner: false, pickUp: false },
  })
  await chooseWay(given.as('A1'), { appointmentId: id, way: 'pickUp', pickUpAddress: '莘庄路 8 号' })
  expect((await read(given, id)).driverTrips).toHaveLength(2)
  await chooseWay(given.as('A1'), { appointmentId: id, way: 'loaner' })
  expect(await read(given, id)).toMatchObject({ driverTrips: [], loanerStay: { plate: LOANER } })

  const late = { ...customer, now: new Date(at('09:00')) }
  await expect(chooseWay(late, { appointmentId: id, way: 'own' })).rejects.toMatchObject({
    code: 'appointment.too-late-to-change',
  })
  for (const who of ['technician', 'foreman'])
    await expect(chooseWay(given.as(who), { appointmentId: id, way: 'own' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  await expect(chooseWay(stranger.customer, { appointmentId: id, way: 'own' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('S1-79 a missed booking gives its loaner car back with an event, still knows of it, and a move reserves it anew or says why not', async () => {
  const given = await aHouse()
  const { id } = await book(given, { loaner: true, startsAt: at('10:00') })
  const after = new Date(at('11:00'))
  await missAppointment(given.asSystem({ now: after }), { appointmentId: id })
  expect((await lastEvent(given, 'appointment.miss')).facts).toMatchObject({
    missed: true,
    freedLoaner: LOANER,
  })
  expect(await read(given, id)).toMatchObject({ status: 'noShow', loaner: true, loanerStay: null })
  const desk = given.as('B1', { now: after })
  const other = await book(given, { loaner: true, startsAt: at('15:00') })
  const wish = { appointmentId: id, startsAt: at('14:30'), ...REASON }
  await expect(rescheduleAppointment(desk, wish)).rejects.toMatchObject({ code: 'loaner.none-free' })
  await chooseWay(desk, { appointmentId: other.id, way: 'own' })
  const moved = await rescheduleAppointment(desk, wish)
  expect(await read(given, moved.id)).toMatchObject({ loaner: true, loanerStay: { plate: LOANER } })
})

test('S1-29 S1-50 a car that comes on another day than booked has driver and loaner car from then on, and gives those of its day back', async () => {
  const given = await aHouse()
  const { id } = await book(given, { ...fetched, loaner: true, startsAt: at('10:00', '2026-11-25') })
  const now = new Date(at('09:00'))
  await arriveVisit(given.as('A1', { now }), { appointmentId: id })
  const { driverTrips, loanerStay } = await read(given, id)
  expect(loanerStay).toMatchObject({ plate: LOANER, startsAt: now })
  expect(loanerStay!.endsAt < new Date(at('10:00', '2026-11-25'))).toBe(true)
  expect(driverTrips).toMatchObject([{ leg: 'return' }])
  expect(driverTrips[0]!.startsAt < new Date(at('18:00'))).toBe(true)
  const booked = { startsAt: at('10:00', '2026-11-25'), readyAt: at('12:00', '2026-11-25') }
  expect(await waysOfComing(given.as('B1'), booked)).toMatchObject({ pickUp: true, loaner: true })
})

test('a car that comes on another day goes without what is not free, and its visit says so', async () => {
  const given = await aHouse()
  await book(given, { loaner: true, startsAt: at('09:00') })
  const { id } = await book(given, { loaner: true, startsAt: at('10:00', '2026-11-25') })
  await arriveVisit(given.as('A1', { now: new Date(at('09:30')) }), { appointmentId: id })
  expect(await read(given, id)).toMatchObject({ loaner: true, loanerStay: null })
  expect((await lastEvent(given, 'visit.arrive')).facts).toMatchObject({ noLoaner: true })
})

test('S1-61 the consequence of a move knows drivers and loaner cars as the move does, and names times at which they are free', async () => {
  const given = await aHouse()
  await book(given, { ...fetched, startsAt: at('16:00') })
  const { id } = await book(given, { ...fetched, startsAt: at('10:00') })
  const ask = (startsAt: string, over = {}) =>
    moveConsequence(given.as('B1'), { appointmentId: id, startsAt, ...over })
  const told = await ask(at('16:00'))
  if (told.possible) throw new Error('two cars of one driver')
  expect(told).toMatchObject({
    refused: { code: 'pickUp.no-driver', facts: { loaner: 1 } },
    ways: { pickUp: false, loaner: true },
  })
  expect(told.nearest.length).toBeGreaterThan(0)
  for (const time of told.nearest) expect(await ask(time)).toMatchObject({ possible: true })
  expect(await ask(at('16:00'), { way: 'own' })).toMatchObject({ possible: true })
  expect(await ask(at('10:30'))).toMatchObject({ possible: true, ways: { pickUp: true } })
  await rescheduleAppointment(given.as('B1'), {
    ...{ appointmentId: id, startsAt: at('16:00'), way: 'own', ...REASON },
  })
})

test('S1-75 the consequence of a move tells of parts by the rule of the move: before the day on which they can be there it is provisional', async () => {
  const given = await aHouse()
  const pads = await partId(given, 'P0010')
  await given.inside((tx) => tx.stockItem.updateMany({ where: { partId: pads }, data: { onHandMilli: 0 } }))
  const { id } = await book(given, {
    ...{ packageIds: [await packageId(given, 'F')], wishes: [], startsAt: at('10:00', '2026-11-26') },
  })
  const ask = (startsAt: string) => moveConsequence(given.as('B1'), { appointmentId: id, startsAt })
  expect(await ask(at('10:00', '2026-11-27'))).toMatchObject({ possible: true, partsLate: null })
  expect(await ask(at('10:00'))).toMatchObject({ possible: true, partsLate: '2026-11-25' })
  const moved = await rescheduleAppointment(given.as('B1'), {
    ...{ appointmentId: id, startsAt: at('10:00'), ...REASON },
  })
  expect(await read(given, moved.id)).toMatchObject({ status: 'waitingParts' })
})
