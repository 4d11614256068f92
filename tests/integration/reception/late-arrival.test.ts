import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { missAppointment } from '@/lib/appointments/server/miss-appointment'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { clockWork } from '@/lib/kpi/server/clock-work'
import { aCall, at, today } from '../appointments/support'
import { aDealership, NOW, TODAY, type GivenDealership } from '../../support/given'

const DESK = 'bookingReceptionist'
const book = (given: GivenDealership, over = {}) =>
  bookAppointment(given.as(DESK), aCall({ startsAt: today('11:00'), ...over }))
const row = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))
const booked = (given: GivenDealership, day = TODAY) =>
  given.inside(async (tx) => {
    const { _sum } = await tx.capacityDay.aggregate({
      where: { day: new Date(day), resource: 'work' },
      _sum: { bookedMinutes: true },
    })
    return _sum.bookedMinutes ?? 0
  })
const messages = (given: GivenDealership, appointmentId: string) =>
  given.inside((tx) => tx.outboxMessage.count({ where: { appointmentId, template: 'appointment-missed' } }))
const past = (minutes: number) => minutesAfter(new Date(today('11:00')), minutes)

test('S1-79 the clock notes a no-show when the grace time is over: capacity goes back, the customer is thanked once', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const { id } = await book(given)
  const minutes = await booked(given)
  await clockWork(dealershipId, past(29))
  expect((await row(given, id)).status).toBe('confirmed')
  await clockWork(dealershipId, past(30))
  await clockWork(dealershipId, past(31))
  expect(await row(given, id)).toMatchObject({ status: 'noShow', reason: null })
  expect(await booked(given)).toBe(0)
  expect(minutes).toBeGreaterThan(0)
  expect(await messages(given, id)).toBe(1)
  const events = await given.inside((tx) => tx.event.findMany({ where: { name: 'appointment.miss' } }))
  expect(events).toMatchObject([{ subjectId: id, actorKind: 'system', facts: { missed: true } }])
})

test('S1-79 the grace time is a setting; a car that waits for its parts, came, or is weeks past is treated accordingly', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  await given.inside((tx) =>
    tx.setting.create({
      data: { dealershipId, key: 'booking.noShowGraceMinutes', value: 60, changedAt: NOW },
    }),
  )
  const [late, waits, came, old] = [
    await book(given),
    await book(given, { startsAt: today('11:30') }),
    await book(given, { startsAt: today('14:00') }),
    await book(given, { startsAt: at('10:00') }),
  ]
  await given.inside((tx) =>
    tx.appointment.updateMany({ where: { id: waits.id }, data: { status: 'waitingParts' } }),
  )
  await arriveVisit(given.as('greeter'), { appointmentId: came.id })
  await clockWork(dealershipId, past(59))
  expect((await row(given, late.id)).status).toBe('confirmed')
  await clockWork(dealershipId, past(60 * 24 * 9))
  const state = async (id: string) => (await row(given, id)).status
  expect([await state(late.id), await state(waits.id), await state(came.id), await state(old.id)]).toEqual([
    'noShow',
    'waitingParts',
    'arrived',
    'noShow',
  ])
  expect(await messages(given, old.id)).toBe(0)
})

test('S1-79 a car that comes between the look at the clock and the note of the no-show is received', async () => {
  const given = await aDealership()
  const { id } = await book(given)
  const late = { now: past(40) }
  await arriveVisit(given.as('greeter', late), { appointmentId: id })
  expect(await missAppointment(given.asSystem(late), { appointmentId: id })).toEqual({ missed: false })
  expect((await row(given, id)).status).toBe('arrived')
  for (const who of [DESK, 'serviceManager', 'greeter'])
    await expect(missAppointment(given.as(who, late), { appointmentId: id })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
})

test('S1-52 S1-84 a no-show who comes after all takes the minutes of today again, whatever is free, and nobody else’s adviser', async () => {
  const given = await aDealership()
  const first = await book(given, { adviserId: given.staffId('A1') })
  const minutes = await booked(given)
  await clockWork(given.dealershipId, past(30))
  const other = await bookAppointment(
    given.as('serviceManager'),
    aCall({ startsAt: today('11:00'), adviserId: given.staffId('A1') }),
  )
  expect((await row(given, other.id)).adviserId).toBe(given.staffId('A1'))
  await given.inside((tx) => tx.shift.deleteMany({ where: { staff: { roles: { has: 'technician' } } } }))
  await arriveVisit(given.as('greeter', { now: past(50) }), { appointmentId: first.id })
  expect(await row(given, first.id)).toMatchObject({ status: 'arrived', adviserId: null })
  expect(await booked(given)).toBe(2 * minutes)
})

test('S1-52 a car that comes a day early takes its minutes along', async () => {
  const given = await aDealership()
  const { id } = await book(given, { startsAt: at('10:00') })
  const minutes = await booked(given, '2026-11-24')
  await arriveVisit(given.as('greeter'), { appointmentId: id })
  expect([await booked(given, '2026-11-24'), await booked(given)]).toEqual([0, minutes])
  expect((await row(given, id)).adviserId).not.toBeNull()
})
