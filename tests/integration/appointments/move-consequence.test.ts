import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { moveConsequence } from '@/lib/appointments/server/move-consequence'
import { prepareAppointment } from '@/lib/appointments/server/prepare-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { aDealership, TODAY, type GivenDealership } from '../../support/given'
import { packageId } from '../../support/orders'
import { aSignedOrder } from '../../support/workshop'
import { aCall, at, today } from './support'

const DAY = '2026-11-24'
const book = (given: GivenDealership, over: Record<string, unknown> = {}) =>
  bookAppointment(given.as('B1'), aCall(over))
const ask = (
  given: GivenDealership,
  appointmentId: string,
  startsAt: string,
  over: object = {},
  who = 'B1',
) => moveConsequence(given.as(who), { appointmentId, startsAt, ...over })

/** Everything that a move would write. */
const rows = (given: GivenDealership) =>
  given.inside(async (tx) => ({
    appointments: await tx.appointment.findMany({ orderBy: { id: 'asc' } }),
    uses: await tx.capacityUse.findMany({
      orderBy: [{ appointmentId: 'asc' }, { day: 'asc' }, { resource: 'asc' }],
    }),
    ledger: await tx.capacityDay.findMany({ orderBy: [{ day: 'asc' }, { resource: 'asc' }] }),
    events: await tx.event.count(),
    messages: await tx.outboxMessage.count(),
  }))

test('S1-62 S1-70 what follows from a move is told before it is made, and is what the move then does', async () => {
  const given = await aDealership()
  const { id } = await book(given)
  const before = await rows(given)
  const told = await ask(given, id, at('14:00', '2026-11-25'))
  expect(await rows(given)).toEqual(before)
  if (!told.possible) throw new Error(told.refused.code)
  expect(told).toMatchObject({
    over: false,
    day: '2026-11-25',
    adviser: { wanted: true },
    before: { rateBp: 0, band: 'below', bookedMinutes: 0 },
    after: { bookedMinutes: 30 },
    endangered: [],
    partsLate: null,
  })
  expect(told.after.rateBp).toBeGreaterThan(0)
  expect(told.peakBp).toBe(3333)
  const moved = await rescheduleAppointment(given.as('B1'), {
    appointmentId: id,
    startsAt: at('14:00', '2026-11-25'),
    reason: 'noTime',
  })
  const row = await given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id: moved.id } }))
  expect(row).toMatchObject({
    adviserId: told.adviser.id,
    promisedFrom: new Date(told.readyFrom!),
    promisedAt: new Date(told.readyAt!),
  })
})

test('the own place counts as free, and the load of the same day stays', async () => {
  const given = await aDealership()
  const { id } = await book(given)
  const told = await ask(given, id, at('10:30'))
  expect(told).toMatchObject({ possible: true, before: { bookedMinutes: 30 }, after: { bookedMinutes: 30 } })
  expect(await ask(given, id, at('10:00'))).toMatchObject({
    possible: false,
    refused: { code: 'appointment.same-time' },
  })
})

test('S1-57 what is not possible says why, with the nearest free times of that day', async () => {
  const given = await aDealership()
  const { id } = await book(given)
  for (const adviserId of ['A1', 'A2'])
    await book(given, { startsAt: at('14:00'), adviserId: given.staffId(adviserId) })
  const told = await ask(given, id, at('14:00'))
  if (told.possible) throw new Error('two cars of one adviser at a time')
  expect(told.refused).toEqual({ code: 'appointment.slot-taken', facts: { day: DAY, time: '14:00' } })
  expect(told.nearest).toHaveLength(3)
  expect(told.nearest).toContain(at('14:30'))
  for (const time of told.nearest)
    expect(await ask(given, id, time)).toMatchObject({ possible: true, over: false })
  expect(await ask(given, id, at('06:00'))).toMatchObject({ refused: { code: 'appointment.outside-hours' } })
  expect(await ask(given, id, at('08:30', TODAY))).toMatchObject({
    refused: { code: 'appointment.in-the-past' },
  })
})

test('a wanted adviser who has no time is named with who receives instead', async () => {
  const given = await aDealership()
  const { id } = await book(given, { adviserId: given.staffId('A1') })
  await book(given, { startsAt: at('14:00'), adviserId: given.staffId('A2') })
  expect(await ask(given, id, at('14:00'), { adviserId: given.staffId('A2') })).toMatchObject({
    possible: true,
    adviser: { id: given.staffId('A1'), wanted: false },
  })
})

test('who has to be told: the customer, both advisers, and who has prepared the car already', async () => {
  const given = await aDealership()
  const { id } = await book(given, {
    adviserId: given.staffId('A1'),
    packageIds: [await packageId(given, 'F')],
    wishes: [],
  })
  const toldAt = async (startsAt: string, over = {}) => {
    const told = await ask(given, id, startsAt, over)
    return told.possible ? told.told : told.refused
  }
  expect(await toldAt(at('11:00'))).toEqual([{ who: 'customer', name: '刘洋' }])
  await prepareAppointment(given.as('foreman'), { appointmentId: id, kind: 'bay', done: true })
  expect(await toldAt(at('11:00', '2026-11-25'), { adviserId: given.staffId('A2') })).toEqual([
    { who: 'customer', name: '刘洋' },
    { who: 'adviser', name: '王顾问' },
    { who: 'adviser', name: '李顾问' },
    { who: 'parts', name: '' },
    { who: 'workshop', name: '' },
  ])
})

test('S1-61 past the rate the manager sees whose promised times would be in danger', async () => {
  const given = await aDealership()
  const { orderId, orderNo, jobId, vehicle } = await aSignedOrder(given, {
    jobs: [{ minutes: 120 }],
    order: { promisedAt: new Date(today('17:00')), promisedTo: new Date(today('17:30')) },
  })
  await dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId('T3'), time: '14:00' })
  // Three technicians: three cars of four hours fill the afternoon, and this customer waits.
  const long = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const others = []
  for (const time of ['11:00', '11:00', '11:30'])
    others.push(await book(given, { startsAt: today(time), wishes: long, waiting: 'leaves' }))
  const { id } = await book(given, { startsAt: at('15:00'), wishes: ['a', 'b'] })
  const told = await ask(given, id, today('14:00'), {}, 'serviceManager')
  if (!told.possible) throw new Error(told.refused.code)
  expect(told.over).toBe(true)
  expect(told.endangered).toContainEqual({
    kind: 'order', id: orderId, no: orderNo, plate: vehicle.plate, promisedAt: new Date(today('17:30')),
  }) // prettier-ignore
  const booked = told.endangered.filter(({ kind }) => kind === 'appointment').map((one) => one.id)
  expect(booked.length).toBeGreaterThan(0)
  expect(others.map((one) => one.id)).toEqual(expect.arrayContaining(booked))
  // Who may not book past the rate is told that it is full instead.
  expect(await ask(given, id, today('14:00'))).toMatchObject({ possible: false })
})

test('the consequence is for who moves bookings, and for bookings of the own house', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const { id } = await book(there)
  await expect(ask(here, id, at('14:00'))).rejects.toMatchObject({ code: 'common.not-found' })
  for (const who of ['foreman', 'partsClerk', 'technician'])
    await expect(ask(there, id, at('14:00'), {}, who)).rejects.toMatchObject({ code: 'auth.forbidden' })
})
