import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { settlePickUp } from '@/lib/appointments/server/settle-pick-up'
import { waysOfComing } from '@/lib/appointments/server/ways-of-coming'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { aDealership, aPlate, type GivenDealership } from '../../support/given'
import { aCall, aProvenPhone, at } from './support'

const HOUSE = '31.1128,121.3817'
const NEAR = { latitude: 31.12, longitude: 121.39 }
const FAR = { latitude: 31.2304, longitude: 121.4737 }

async function aHouse(settings: Record<string, string> = {}) {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  for (const [key, text] of Object.entries({ 'place.coordinates': HOUSE, ...settings }))
    await changeSetting(manager, { key, text })
  return here
}

const fetched = (over: Record<string, unknown> = {}) => ({
  plate: aPlate(), name: '李娜', wishes: ['检查'], waiting: 'leaves', pickUp: true, pickUpAddress: '莘庄路 8 号',
  pickUpFrom: NEAR, startsAt: at('10:00'), ...over,
}) // prettier-ignore

const book = async (here: GivenDealership, wish: Record<string, unknown>) =>
  bookAppointment(here.asVisitor(), { ...(await aProvenPhone(here)), ...wish })

const trips = (here: GivenDealership) => here.inside((tx) => tx.driverTrip.findMany())

test('S1-29 S1-50 a car within the limit is fetched and brought back by a driver who is free; the distance is measured and kept', async () => {
  const here = await aHouse()
  const { id } = await book(here, fetched())
  const adviser = here.as('serviceAdviser')
  const found = await appointment(adviser, { id })
  expect(found).toMatchObject({ pickUp: true, pickUpAddress: '莘庄路 8 号', waiting: 'leaves' })
  expect(found.pickUpMetres).toBeGreaterThan(900)
  expect(found.pickUpMetres).toBeLessThan(1300)
  expect(found.driverTrips).toMatchObject([
    { leg: 'pickUp', driver: 1, startsAt: new Date(at('09:00')), endsAt: new Date(at('10:00')) },
    { leg: 'return', driver: 1, startsAt: found.promisedAt },
  ])
  expect(JSON.stringify(found)).not.toContain('31.12')
})

test('S1-50 beyond the limit nobody is sent, whether measured or looked up by the adviser, and then the driver is free again', async () => {
  const here = await aHouse()
  await expect(book(here, fetched({ pickUpFrom: FAR }))).rejects.toMatchObject({
    code: 'pickUp.too-far',
    facts: { km: 3 },
  })
  const { id } = await book(here, fetched({ pickUpFrom: undefined }))
  const adviser = here.as('serviceAdviser')
  expect((await appointment(adviser, { id })).pickUpMetres).toBeNull()
  const settle = (over: object) => settlePickUp(adviser, { appointmentId: id, ...over })
  await expect(settle({ km: '3.1' })).rejects.toMatchObject({ code: 'pickUp.too-far' })
  await expect(settle({ km: '' })).rejects.toMatchObject({ issues: [{ path: ['km'], message: 'required' }] })
  await settle({ km: '2.5' })
  expect((await appointment(adviser, { id })).pickUpMetres).toBe(2500)
  await expect(settlePickUp(here.as('technician'), { appointmentId: id, km: 1 })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await settle({ drop: 'on' })
  expect(await trips(here)).toEqual([])
  expect(await appointment(adviser, { id })).toMatchObject({ pickUp: false, pickUpMetres: null })
  await expect(settle({ km: '1' })).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('S1-50 the last driver goes to one of many who ask at the same moment, and PostgreSQL knows no driver more', async () => {
  const here = await aHouse({ 'pickup.drivers': '2' })
  const times = ['10:00', '10:30', '10:00', '10:30']
  const asked = await Promise.allSettled(times.map((time) => book(here, fetched({ startsAt: at(time) }))))
  const got = asked.filter(({ status }) => status === 'fulfilled')
  expect(got).toHaveLength(2)
  for (const one of asked)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'pickUp.no-driver' })
  const [trip] = await trips(here)
  if (!trip) throw new Error('no trip')
  const { id: _id, ...same } = trip
  await expect(
    here.inside((tx) =>
      tx.driverTrip.create({ data: { ...same, leg: trip.leg === 'return' ? 'pickUp' : 'return' } }),
    ),
  ).rejects.toThrow()
  await expect(here.inside((tx) => tx.driverTrip.updateMany({ data: { driver: 3 } }))).rejects.toThrow(
    /driver 3 is not there/,
  )
})

test('S1-50 a moved booking takes its driver along, a cancelled one gives it back', async () => {
  const here = await aHouse()
  const { id } = await book(here, fetched())
  const desk = here.as('bookingReceptionist')
  await expect(bookAppointment(desk, aCall(fetched({ pickUpFrom: undefined })))).rejects.toMatchObject({
    code: 'pickUp.no-driver',
  })
  const moved = await rescheduleAppointment(desk, {
    appointmentId: id,
    startsAt: at('14:00'),
    reason: 'noTime',
  })
  const found = await appointment(desk, { id: moved.id })
  expect(found.driverTrips.map(({ startsAt }) => startsAt)).toContainEqual(new Date(at('13:00')))
  expect(found.pickUpMetres).not.toBeNull()
  expect(await trips(here)).toHaveLength(2)
  await cancelAppointment(desk, { appointmentId: moved.id, reason: 'noTime' })
  expect(await trips(here)).toEqual([])
})

test('S1-29 a loaner car is offered while one is free and the work is long enough, and is lent to one at a time', async () => {
  const plate = aPlate()
  const here = await aHouse({ 'loaner.plates': plate, 'loaner.minRepairHours': '0' })
  const lent = (over: object) => book(here, { ...fetched(), pickUp: false, loaner: true, ...over })
  const times = { startsAt: at('10:00'), readyAt: at('12:00') }
  expect(await waysOfComing(here.asVisitor(), times)).toMatchObject({
    loaner: true,
    pickUp: true,
    radiusKm: 3,
  })
  const { id } = await lent({})
  const adviser = here.as('serviceAdviser')
  expect((await appointment(adviser, { id })).loanerStay).toMatchObject({
    plate,
    startsAt: new Date(at('10:00')),
  })
  expect(await waysOfComing(here.asVisitor(), times)).toMatchObject({ loaner: false })
  await expect(lent({ startsAt: at('10:30') })).rejects.toMatchObject({ code: 'loaner.none-free' })
  await cancelAppointment(adviser, { appointmentId: id, reason: 'noTime' })
  await changeSetting(here.as('serviceManager'), { key: 'loaner.minRepairHours', text: '24' })
  expect(await waysOfComing(here.asVisitor(), times)).toMatchObject({ loaner: false })
  await expect(lent({ startsAt: at('11:00') })).rejects.toMatchObject({
    code: 'loaner.too-short',
    facts: { hours: 24 },
  })
})

test('S1-29 S1-50 a car that leaves without an order gives its loaner car and its way back to the next', async () => {
  const plate = aPlate()
  const here = await aHouse({ 'loaner.plates': plate, 'loaner.minRepairHours': '0' })
  const { id } = await book(here, fetched({ loaner: true }))
  const now = new Date(at('10:00'))
  const adviser = here.as('serviceAdviser', { now })
  const { visitId } = await arriveVisit(adviser, { appointmentId: id })
  await leaveWithoutOrder(adviser, { visitId, reason: '改天再来' })
  expect((await trips(here)).map(({ leg }) => leg)).toEqual(['pickUp'])
  const stays = await here.inside((tx) => tx.loanerStay.findMany())
  expect(stays.filter(({ endsAt }) => endsAt > now)).toEqual([])
  const times = { startsAt: at('11:30'), readyAt: at('13:00') }
  expect(await waysOfComing(here.asVisitor(), times)).toMatchObject({ loaner: true, pickUp: true })
})
