import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { returnLoaner, settleTrip } from '@/lib/appointments/server/settle-trip'
import { tripsOfDay } from '@/lib/appointments/server/trips-of-day'
import { waysOfComing } from '@/lib/appointments/server/ways-of-coming'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { aDealership, aPlate, type GivenDealership } from '../../support/given'
import { aCall, at } from './support'

const DAY = '2026-11-24'
const [FIRST, SECOND] = [aPlate(), aPlate()]

async function aHouse() {
  const given = await aDealership()
  const settings = { 'loaner.plates': `${FIRST} ${SECOND}`, 'loaner.minRepairHours': '0' }
  for (const [key, text] of Object.entries(settings))
    await changeSetting(given.as('serviceManager'), { key, text })
  return given
}
const book = (given: GivenDealership, over: Record<string, unknown>) =>
  bookAppointment(given.as('B1'), aCall({ waiting: 'leaves', ...over }))
const fetched = { pickUp: true, pickUpAddress: '莘庄路 8 号', name: '李娜', phone: '13800000001' }

test('S1-50 the trips of a day are listed with car, address and telephone, and are noted as driven once', async () => {
  const given = await aHouse()
  const { id } = await book(given, { ...fetched, startsAt: at('10:00') })
  await book(given, { ...fetched, phone: '13800000002', startsAt: at('10:00', '2026-11-25') })
  const seen = async (time: string) =>
    (await tripsOfDay(given.as('greeter', { now: new Date(at(time)) }), { day: DAY })).trips
  const before = await seen('08:00')
  expect(before).toMatchObject([
    {
      ...{ leg: 'pickUp', driver: 1, startsAt: new Date(at('09:00')), state: 'planned' },
      appointment: { id, pickUpAddress: '莘庄路 8 号', customer: { name: '李娜', phone: '13800000001' } },
    },
    { leg: 'return', state: 'planned', carReady: false },
  ])
  expect((await seen('09:30'))[0]!.state).toBe('now')
  expect((await seen('10:00'))[0]!.state).toBe('late')
  const tripId = before[0]!.id
  const greeter = given.as('greeter', { now: new Date(at('10:05')) })
  await settleTrip(greeter, { tripId })
  expect((await seen('10:10'))[0]).toMatchObject({ state: 'done', doneAt: greeter.now })
  await expect(settleTrip(greeter, { tripId })).rejects.toMatchObject({ code: 'common.changed-meanwhile' })
  await settleTrip(greeter, { tripId, undo: 'on' })
  expect((await seen('10:10'))[0]!.state).toBe('late')
  const event = await given.inside((tx) => tx.event.findFirstOrThrow({ where: { name: 'trip.settle' } }))
  expect(event).toMatchObject({ subjectId: id, facts: { leg: 'pickUp', done: true } })
})

test('a trip is noted also after a driver has left the house', async () => {
  const given = await aHouse()
  await changeSetting(given.as('serviceManager'), { key: 'pickup.drivers', text: '2' })
  await book(given, { ...fetched, startsAt: at('10:00') })
  await book(given, { ...fetched, phone: '13800000003', startsAt: at('10:00') })
  await changeSetting(given.as('serviceManager'), { key: 'pickup.drivers', text: '1' })
  const { trips } = await tripsOfDay(given.as('B1'), { day: DAY })
  for (const { id: tripId } of trips) await settleTrip(given.as('B1'), { tripId })
})

test('S1-29 each loaner car is in the house, kept, away or overdue, with who has it until when; one that is back is free at once', async () => {
  const given = await aHouse()
  const { id } = await book(given, { loaner: true, startsAt: at('10:00'), name: '李娜' })
  const cars = async (time: string) =>
    (await tripsOfDay(given.as('B1', { now: new Date(at(time)) }), {})).loaners
  expect(await cars('09:00')).toMatchObject([
    { plate: FIRST, away: null, next: [{ state: 'reserved', appointment: { id } }] },
    { plate: SECOND, away: null, next: [] },
  ])
  await expect(returnLoaner(given.as('B1'), { appointmentId: id })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await arriveVisit(given.as('A1', { now: new Date(at('10:00')) }), { appointmentId: id })
  const [car] = await cars('10:30')
  expect(car).toMatchObject({ away: { state: 'out', appointment: { customer: { name: '李娜' } } }, next: [] })
  expect((await cars('20:00'))[0]).toMatchObject({ away: { state: 'overdue' } })
  const now = new Date(at('11:00'))
  await returnLoaner(given.as('B1', { now }), { appointmentId: id })
  expect((await cars('11:00'))[0]).toMatchObject({ away: null, next: [] })
  await book(given, { loaner: true, startsAt: at('11:30') })
  expect(await waysOfComing(given.as('B1'), { startsAt: at('11:30'), readyAt: at('12:30') })).toMatchObject({
    loaner: true,
  })
  await expect(returnLoaner(given.as('B1', { now }), { appointmentId: id })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
})

test('trips and loaner cars are for the front of the own house', async () => {
  const [given, there] = [await aHouse(), await aHouse()]
  await book(given, { ...fetched, startsAt: at('10:00') })
  const [trip] = (await tripsOfDay(given.as('B1'), { day: DAY })).trips
  await expect(settleTrip(there.as('B1'), { tripId: trip!.id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const { id: appointmentId } = trip!.appointment
  await expect(returnLoaner(there.as('B1'), { appointmentId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  for (const who of ['technician', 'cashier']) {
    await expect(tripsOfDay(given.as(who), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(settleTrip(given.as(who), { tripId: trip!.id })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
    await expect(returnLoaner(given.as(who), { appointmentId })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  }
})
