import { expect, test } from 'vitest'
import { awaitParts } from '@/lib/appointments/server/await-parts'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { bookingBoard } from '@/lib/appointments/server/booking-board'
import { bookingWeek } from '@/lib/appointments/server/booking-week'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { confirmAppointment } from '@/lib/appointments/server/confirm-appointment'
import { followParts } from '@/lib/appointments/server/follow-parts'
import { joinWaitingList } from '@/lib/appointments/server/join-waiting-list'
import { orderPart } from '@/lib/parts/server/order-part'
import { controlBoard } from '@/lib/workshop/server/control-board'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { aDealership, TODAY, type GivenDealership } from '../../support/given'
import { packageId } from '../../support/orders'
import { statementsOf } from '../../support/statements'
import { aSignedOrder, partId } from '../../support/workshop'
import { aCall, at } from './support'

const DAY = '2026-11-24'
const board = (given: GivenDealership, day = DAY) => bookingBoard(given.as('B1'), { day })
const book = (given: GivenDealership, over: Record<string, unknown> = {}) =>
  bookAppointment(given.as('B1'), aCall(over))

test('S1-52 S1-53 S1-62 the board shows each term of the sum and the load of every half hour, by skill', async () => {
  const given = await aDealership()
  await book(given, { startsAt: at('10:00'), wishes: ['a', 'b'] })
  const { load, lines, times, quickLane } = await board(given)
  expect(load).toMatchObject({ bookedMinutes: 60, band: 'below' })
  expect(load.bookableMinutes).toBe(Math.floor(load.availableMinutes * 0.8))
  expect(lines.map(({ resource }) => resource)).toEqual([
    'work', 'skill:chassis', 'skill:electrical', 'skill:engine', 'skill:general',
  ]) // prettier-ignore
  const work = lines.find(({ resource }) => resource === 'work')
  expect(work?.steps.map(({ at: step }) => step)).toEqual(times.map(Number))
  // Received from 10:00 to 10:30, then an hour of one technician of three.
  const of = (time: string) => work?.steps.find((step) => step.at === Date.parse(at(time)))
  expect([of('10:00'), of('10:30'), of('11:00'), of('11:30')].map((step) => step?.bookedMinutes)).toEqual([
    0, 30, 30, 0,
  ])
  expect(of('10:30')).toMatchObject({ availableMinutes: 90, rateBp: 3333, band: 'below' })
  expect(quickLane?.bookableMinutes).toBeGreaterThan(0)
})

test('S1-63 S1-84 arrivals stand in the row of their adviser, whose half hour is taken; called-off cars are gone', async () => {
  const given = await aDealership()
  const kept = await book(given, { adviserId: given.staffId('A2') })
  const gone = await book(given, { startsAt: at('14:00') })
  await cancelAppointment(given.as('B1'), { appointmentId: gone.id, reason: 'noTime' })
  const { advisers, cards, times } = await board(given)
  expect(cards).toMatchObject([
    { id: kept.id, adviserId: given.staffId('A2'), status: 'confirmed', tasks: { done: 0, failed: 0, all: 3 }, partsDay: null },
  ]) // prettier-ignore
  const column = times.findIndex((time) => +time === Date.parse(at('10:00')))
  const row = (no: string) => advisers.find(({ id }) => id === given.staffId(no))?.cells
  expect(row('A2')?.[column]).toEqual({ there: true, taken: true })
  expect(row('A1')?.[column]).toEqual({ there: true, taken: false })
  expect(row('A2')?.[column + 1]).toEqual({ there: true, taken: false })
})

test('S1-36 S1-67 the board shows who is there that day, what they can do and what is planned for them', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given, { jobs: [{ title: '更换机油', minutes: 60 }] })
  await dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId('T2'), time: '10:00' })
  const { technicians } = await board(given, TODAY)
  expect(technicians.map(({ name }) => name)).toEqual(['孙初级', '钱中级', '郑高级'])
  const busy = technicians.find(({ id }) => id === given.staffId('T2'))
  expect(busy).toMatchObject({
    grade: 'middle',
    skills: ['general', 'chassis', 'engine'],
    jobs: [{ title: '更换机油' }],
  })
  expect(new Date(busy?.jobs[0]?.startsAt ?? 0)).toEqual(new Date(at('10:00', TODAY)))
  expect(busy?.shifts.length).toBeGreaterThan(0)
})

test('S1-75 a booking whose part is on order is provisional on the board, with the day of the part', async () => {
  const given = await aDealership()
  const pads = await partId(given, 'P0010')
  await given.inside((tx) => tx.stockItem.updateMany({ where: { partId: pads }, data: { onHandMilli: 0 } }))
  const { id } = await book(given, {
    packageIds: [await packageId(given, 'F')],
    wishes: [],
    startsAt: at('10:00', '2026-11-27'),
  })
  const card = async () => (await board(given, '2026-11-27')).cards[0]
  expect(await card()).toMatchObject({ status: 'confirmed', partsDay: null })
  const [reserved] = await given.inside((tx) => tx.partReservation.findMany({ where: { appointmentId: id } }))
  await orderPart(given.as('partsClerk'), { reservationId: reserved!.id, expectedOn: '2026-11-26' })
  await followParts(given.asSystem(), { appointmentId: id })
  expect(await card()).toMatchObject({ status: 'waitingParts', partsDay: '2026-11-26' })
})

test('S1-37 S1-75 a confirmed booking stands on the progress board of its day, planned in and planned out', async () => {
  const given = await aDealership()
  const { id } = await book(given)
  const { booked } = await controlBoard(given.as('foreman'), { day: DAY })
  const row = await given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))
  expect(booked).toMatchObject([
    { id, startsAt: new Date(at('10:00')), workStartsAt: new Date(at('10:30')), promisedFrom: row.promisedFrom, promisedAt: row.promisedAt, provisional: false },
  ]) // prettier-ignore
  expect(row.promisedAt).not.toBeNull()
  await awaitParts(given.as('partsClerk'), { appointmentId: id })
  expect((await controlBoard(given.as('foreman'), { day: DAY })).booked).toMatchObject([
    { provisional: true },
  ])
})

test('S1-66 the week shows each day with its hours, band, arrivals and who waits', async () => {
  const given = await aDealership()
  await book(given)
  const call = aCall()
  await joinWaitingList(given.as('B1'), { ...call, firstDay: DAY, lastDay: '2026-11-25' })
  await confirmAppointment(given.as('B1'), {
    appointmentId: (await book(given, { startsAt: at('11:00', '2026-11-26') })).id,
    stage: 'dayBefore',
    result: 'keeps',
  })
  const week = await bookingWeek(given.as('B1'), { day: '2026-11-26' })
  expect(week.monday).toBe('2026-11-23')
  expect(week.days).toHaveLength(7)
  expect(week.days.map(({ waiting }) => waiting)).toEqual([0, 1, 1, 0, 0, 0, 0])
  expect(week.days.map(({ cards }) => cards.length)).toEqual([0, 1, 0, 1, 0, 0, 0])
  expect(week.days[1]).toMatchObject({ day: DAY, bookedMinutes: 30, band: 'below', opensAt: '08:00' })
  expect(week.days[3]?.cards[0]?.confirmation).toEqual({ stage: 'dayBefore', result: 'keeps' })
  expect((await board(given)).waiting).toBe(1)
})

test('goal 6 board and week are two statements each, whether the day has one booking or eight', async () => {
  const given = await aDealership()
  const reading = async () => [
    await statementsOf(() => board(given)),
    await statementsOf(() => bookingWeek(given.as('B1'), { day: DAY })),
  ]
  await book(given)
  expect(await reading()).toEqual([2, 2])
  for (const time of ['08:30', '09:00', '11:00', '13:00', '14:00', '15:00', '16:00'])
    await book(given, { startsAt: at(time) })
  expect((await board(given)).cards).toHaveLength(8)
  expect(await reading()).toEqual([2, 2])
})

test('the board of one dealership shows nothing of another, and is not for technicians', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  await book(there)
  expect((await board(here)).cards).toEqual([])
  for (const door of [bookingBoard, bookingWeek])
    await expect(door(here.as('technician'), { day: DAY })).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('a day without a ledger is a closed day', async () => {
  const given = await aDealership()
  const closed = await board(given, '2027-06-01')
  expect(closed).toMatchObject({
    times: [],
    lines: [],
    quickLane: null,
    cards: [],
    load: { bookableMinutes: 0 },
  })
})
