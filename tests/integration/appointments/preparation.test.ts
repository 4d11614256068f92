import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { awaitParts } from '@/lib/appointments/server/await-parts'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { bookingsToPrepare } from '@/lib/appointments/server/bookings-to-prepare'
import { prepareAppointment } from '@/lib/appointments/server/prepare-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { today } from '@/lib/reception/server/today'
import { aDealership, TODAY, type GivenDealership } from '../../support/given'
import { aCall, at } from './support'

const book = async (given: GivenDealership, over: Record<string, unknown> = {}) =>
  (await bookAppointment(given.as('B1'), aCall(over))).id
const prepare = (given: GivenDealership, who: string, input: Record<string, unknown>) =>
  prepareAppointment(given.as(who), input)
const statusOf = async (given: GivenDealership, id: string) =>
  (await appointment(given.as('B1'), { id })).status
const ready = async (given: GivenDealership, id: string) => {
  await prepare(given, 'partsClerk', { appointmentId: id, kind: 'parts', done: true })
  for (const kind of ['people', 'bay'])
    await prepare(given, 'foreman', { appointmentId: id, kind, done: true })
}

test('S1-71 S1-72 a confirmed booking brings its tasks to the departments, each to those who answer for it', async () => {
  const given = await aDealership()
  const id = await book(given, { difficult: true })
  const tasksOf = async (who: string) => (await bookingsToPrepare(given.as(who), {})).tasks
  const kinds = async (who: string) =>
    (await tasksOf(who)).filter(({ mine }) => mine).map(({ id: of, kind }) => [of, kind])
  expect(await kinds('partsClerk')).toEqual([[id, 'parts']])
  expect(await kinds('foreman')).toEqual([
    [id, 'people'],
    [id, 'bay'],
    [id, 'specialPlan'],
  ])
  expect(await kinds('B1')).toEqual([])
  expect((await tasksOf('B1')).map(({ owner }) => owner)).toEqual([
    'partsClerk',
    'foreman',
    'foreman',
    'foreman',
  ])
  await prepare(given, 'partsClerk', { appointmentId: id, kind: 'parts', done: true })
  expect(await kinds('partsClerk')).toEqual([])
})

test('S1-48 a difficult problem is prepared only with a repair plan, which the booking then shows', async () => {
  const given = await aDealership()
  const id = await book(given, { difficult: true })
  const plan = { appointmentId: id, kind: 'specialPlan', done: true }
  await expect(prepare(given, 'foreman', plan)).rejects.toMatchObject({ code: 'appointment.plan-wanted' })
  await prepare(given, 'foreman', { ...plan, note: '先读故障码，再测气缸压力' })
  const found = await appointment(given.as('B1'), { id })
  expect(found.plan).toBe('先读故障码，再测气缸压力')
  expect(found.preparationTasks.find(({ kind }) => kind === 'specialPlan')).toMatchObject({
    doneById: given.staffId('F1'),
    doneAt: given.now,
  })
})

test('S1-73 what cannot be had is said with its reason: the internal confirmation is taken back, and the booking is to be moved', async () => {
  const given = await aDealership()
  const id = await book(given)
  await ready(given, id)
  expect(await statusOf(given, id)).toBe('ready')
  const fail = { appointmentId: id, kind: 'people', failed: true }
  await expect(prepare(given, 'foreman', fail)).rejects.toMatchObject({
    issues: [{ path: ['note'], message: 'required' }],
  })
  await prepare(given, 'foreman', { ...fail, note: '高级技师请假' })
  expect(await statusOf(given, id)).toBe('confirmed')
  const { toMove, tasks } = await bookingsToPrepare(given.as('B1'), {})
  expect(toMove).toMatchObject([{ id, failed: [{ kind: 'people', reason: '高级技师请假' }] }])
  expect(tasks).toEqual([])
  const failed = (await appointment(given.as('B1'), { id })).preparationTasks.find(
    ({ kind }) => kind === 'people',
  )
  expect(failed).toMatchObject({ doneAt: null, failedAt: given.now, failedById: given.staffId('F1') })

  const moved = await rescheduleAppointment(given.as('B1'), {
    appointmentId: id,
    startsAt: at('14:00', '2026-11-25'),
    reason: 'workshop',
  })
  const after = await bookingsToPrepare(given.as('B1'), {})
  expect(after.toMove).toEqual([])
  expect(after.tasks.map((task) => [task.id, task.kind])).toEqual([
    [moved.id, 'parts'],
    [moved.id, 'people'],
    [moved.id, 'bay'],
  ])
})

test('S1-73 what could not be had and then was found makes the booking ready after all', async () => {
  const given = await aDealership()
  const id = await book(given)
  await prepare(given, 'foreman', { appointmentId: id, kind: 'bay', failed: true, note: '举升机维修' })
  await ready(given, id)
  expect(await statusOf(given, id)).toBe('ready')
  expect((await bookingsToPrepare(given.as('B1'), {})).toMove).toEqual([])
})

test('S1-75 a part that failed and is ordered after all waits for its arrival', async () => {
  const given = await aDealership()
  const id = await book(given)
  await prepare(given, 'partsClerk', { appointmentId: id, kind: 'parts', failed: true, note: '缺货' })
  await awaitParts(given.as('partsClerk'), { appointmentId: id })
  expect((await bookingsToPrepare(given.as('B1'), {})).toMove).toEqual([])
  await awaitParts(given.as('partsClerk'), { appointmentId: id, arrived: true })
  expect(await statusOf(given, id)).toBe('confirmed')
})

test('S1-80 within the hour before a car is expected its adviser prepares the reception, also when all else is ready', async () => {
  const given = await aDealership()
  const id = await book(given, { adviserId: given.staffId('A1') })
  await ready(given, id)
  const kinds = async (who: string, time: string) =>
    (await bookingsToPrepare(given.as(who, { now: new Date(at(time)) }), {})).tasks.map(({ kind, mine }) => [
      kind,
      mine,
    ])
  expect(await kinds('A1', '08:59')).toEqual([])
  expect(await kinds('A1', '09:01')).toEqual([['reception', true]])
  expect(await kinds('A2', '09:01')).toEqual([['reception', false]])
  const adviser = given.as('A1', { now: new Date(at('09:10')) })
  await prepareAppointment(adviser, { appointmentId: id, kind: 'reception', done: true })
  expect(await kinds('A1', '09:11')).toEqual([])
  expect(await statusOf(given, id)).toBe('ready')
})

test('the tasks are for those who prepare, of the own house, and a cashier prepares nothing', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const id = await book(there)
  expect(await bookingsToPrepare(here.as('foreman'), {})).toEqual({ tasks: [], toMove: [] })
  await expect(bookingsToPrepare(here.as('cashier'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(
    prepare(here, 'foreman', { appointmentId: id, kind: 'bay', done: true }),
  ).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('S1-80 S1-83 the day of the front desk says whether the reception of an expected car is prepared', async () => {
  const given = await aDealership()
  const id = await book(given, { startsAt: at('10:00', TODAY) })
  const line = async () => (await today(given.as('A1'), {})).arriving[0]
  expect(await line()).toMatchObject({
    appointmentId: id,
    receptionPrepared: false,
    preparedTasks: 0,
    allTasks: 3,
  })
  await prepare(given, 'A1', { appointmentId: id, kind: 'reception', done: true })
  expect(await line()).toMatchObject({ receptionPrepared: true, preparedTasks: 0, allTasks: 3 })
})

test('R42 a repair plan that somebody has rewritten meanwhile is not overwritten', async () => {
  const given = await aDealership()
  const id = await book(given, { difficult: true, plan: '先试车' })
  const plan = { appointmentId: id, kind: 'specialPlan', done: true }
  await prepare(given, 'foreman', { ...plan, was: '先试车', note: '先读故障码' })
  await prepare(given, 'foreman', { ...plan, done: false })
  await expect(
    prepare(given, 'foreman', { ...plan, was: '先试车', note: '先测气缸压力' }),
  ).rejects.toMatchObject({
    code: 'common.text-changed',
    facts: { text: '先读故障码' },
  })
  expect((await appointment(given.as('B1'), { id })).plan).toBe('先读故障码')
  await prepare(given, 'foreman', { ...plan, was: '先读故障码', note: '先测气缸压力' })
  expect((await appointment(given.as('B1'), { id })).plan).toBe('先测气缸压力')
})
