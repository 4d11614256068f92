import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { bookingsToConfirm } from '@/lib/appointments/server/bookings-to-confirm'
import { confirmAppointment } from '@/lib/appointments/server/confirm-appointment'
import { missAppointment } from '@/lib/appointments/server/miss-appointment'
import { remindersDue } from '@/lib/appointments/server/remind-appointment'
import { aDealership, type GivenDealership } from '../../support/given'
import { packageId } from '../../support/orders'
import { aCall, at, slotsOn } from './support'

const DAY = '2026-11-25'
const desk = (given: GivenDealership, time = '09:00', day = '2026-11-23') =>
  given.as('B1', { now: new Date(at(time, day)) })
const book = async (given: GivenDealership, over: Record<string, unknown> = {}) =>
  (await bookAppointment(desk(given), aCall({ startsAt: at('10:00', DAY), ...over }))).id
const listed = async (given: GivenDealership, time: string, day: string) =>
  (await bookingsToConfirm(desk(given, time, day), {})).map(({ id, next }) => [id, next])
const row = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))

test('S1-76 S1-78 S1-81 the work list asks one day before, one hour before, and then watches for the car', async () => {
  const given = await aDealership()
  const id = await book(given)
  expect(await listed(given, '17:00', '2026-11-23')).toEqual([])
  expect(await listed(given, '08:30', '2026-11-24')).toEqual([[id, 'dayBefore']])
  const call = { appointmentId: id, stage: 'dayBefore' } as const
  await confirmAppointment(desk(given, '09:00', '2026-11-24'), { ...call, result: 'notReached' })
  expect(await listed(given, '16:00', '2026-11-24')).toEqual([[id, 'dayBefore']])
  await confirmAppointment(desk(given, '16:00', '2026-11-24'), { ...call, result: 'keeps', thanked: true })
  expect(await listed(given, '16:30', '2026-11-24')).toEqual([])
  expect(await listed(given, '09:05', DAY)).toEqual([[id, 'hourBefore']])
  await confirmAppointment(desk(given, '09:05', DAY), { ...call, stage: 'hourBefore', result: 'notReached' })
  expect(await listed(given, '09:30', DAY)).toEqual([[id, 'watch']])
  const { appointmentConfirmations } = await appointment(given.as('B1'), { id })
  expect(appointmentConfirmations.map(({ stage, result, thanked }) => [stage, result, thanked])).toEqual([
    ['dayBefore', 'notReached', false],
    ['dayBefore', 'keeps', true],
    ['hourBefore', 'notReached', false],
  ])
})

test('S1-76 over a Sunday the call is made on the last day the house is open', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const monday = await book(given, { startsAt: at('10:00', '2026-11-30') })
  await given.inside((tx) =>
    tx.bookingDay.updateMany({
      where: { dealershipId, day: new Date('2026-11-29') },
      data: { opensAt: null, closesAt: null },
    }),
  )
  expect(await listed(given, '16:00', '2026-11-27')).toEqual([])
  expect(await listed(given, '09:00', '2026-11-28')).toEqual([[monday, 'dayBefore']])
})

test('S1-77 who wants another time gets it with the call: the old place is free at once, the new date is in the log', async () => {
  const given = await aDealership()
  const id = await book(given)
  const call = { appointmentId: id, stage: 'dayBefore', result: 'reschedules' } as const
  await expect(confirmAppointment(desk(given), { ...call, reason: 'noTime' })).rejects.toMatchObject({
    issues: [{ path: ['startsAt'], message: 'required' }],
  })
  await expect(
    confirmAppointment(desk(given), { ...call, startsAt: at('14:00', '2026-11-26') }),
  ).rejects.toMatchObject({ issues: [{ path: ['reason'] }] })
  const moved = await confirmAppointment(desk(given), {
    ...call,
    startsAt: at('14:00', '2026-11-26'),
    reason: 'noTime',
    note: '出差',
    channel: 'wechat',
    thanked: true,
  })
  expect(await row(given, id)).toMatchObject({ status: 'rescheduled', reason: 'noTime: 出差' })
  expect(await row(given, moved.id)).toMatchObject({
    status: 'confirmed',
    startsAt: new Date(at('14:00', '2026-11-26')),
  })
  expect(await slotsOn(given, DAY)).toMatchObject({ bookedMinutes: 0 })
  const { appointmentConfirmations } = await appointment(given.as('B1'), { id })
  expect(appointmentConfirmations).toMatchObject([
    { result: 'reschedules', channel: 'wechat', reason: 'noTime: 出差', thanked: true, newStartsAt: new Date(at('14:00', '2026-11-26')) },
  ]) // prettier-ignore
})

test('S1-77 a new time that is not free leaves the booking and its log as they were', async () => {
  const given = await aDealership()
  const id = await book(given)
  for (const no of ['A1', 'A2'])
    await book(given, { startsAt: at('14:00', DAY), adviserId: given.staffId(no) })
  await expect(
    confirmAppointment(desk(given), { appointmentId: id, stage: 'dayBefore', result: 'reschedules', reason: 'noTime', startsAt: at('14:00', DAY) }),
  ).rejects.toMatchObject({ code: 'appointment.slot-taken' }) // prettier-ignore
  expect((await row(given, id)).status).toBe('confirmed')
  expect((await appointment(given.as('B1'), { id })).appointmentConfirmations).toEqual([])
})

test('S1-79 a missed booking is asked about: why, thanked, and booked again with its parts or cancelled with a code', async () => {
  const given = await aDealership()
  const parts = { packageIds: [await packageId(given, 'F')], wishes: [] }
  const [again, given_up] = [await book(given, parts), await book(given, { startsAt: at('10:30', DAY) })]
  const late = given.asSystem({ now: new Date(at('11:30', DAY)) })
  for (const appointmentId of [again, given_up]) await missAppointment(late, { appointmentId })
  expect(await listed(given, '11:31', DAY)).toEqual([
    [again, 'missed'],
    [given_up, 'missed'],
  ])
  const now = desk(given, '11:40', DAY)
  await confirmAppointment(now, { appointmentId: again, stage: 'missed', result: 'notReached' })
  expect(await listed(given, '11:45', DAY)).toHaveLength(2)
  await expect(
    confirmAppointment(now, { appointmentId: given_up, stage: 'missed', result: 'cancels' }),
  ).rejects.toMatchObject({ issues: [{ path: ['reason'] }] })
  await expect(
    confirmAppointment(now, { appointmentId: given_up, stage: 'missed', result: 'keeps' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
  await confirmAppointment(now, {
    appointmentId: given_up,
    stage: 'missed',
    result: 'cancels',
    reason: 'elsewhere',
    thanked: true,
  })
  const { id } = await confirmAppointment(now, {
    appointmentId: again,
    stage: 'missed',
    result: 'reschedules',
    reason: 'forgot',
    startsAt: at('14:00', '2026-11-26'),
    thanked: true,
  })
  expect(await listed(given, '12:00', DAY)).toEqual([])
  expect(await row(given, given_up)).toMatchObject({ status: 'cancelled', reason: 'elsewhere' })
  expect(await row(given, again)).toMatchObject({ status: 'rescheduled', reason: 'forgot' })
  const kept = await given.inside((tx) => tx.partReservation.findMany({ where: { appointmentId: id } }))
  expect(kept).toMatchObject([{ status: 'reserved' }])
})

test('the call list is for who calls, of the own house; a call before time is no call after a missed booking', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const id = await book(there)
  expect(await listed(here, '08:30', '2026-11-24')).toEqual([])
  for (const who of ['foreman', 'partsClerk', 'technician'])
    await expect(bookingsToConfirm(there.as(who), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(
    confirmAppointment(there.as('B1'), { appointmentId: id, stage: 'missed', result: 'notReached' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('S1-76 S1-78 the settings say how many open days and hours before the house calls and writes; 0 is not at all', async () => {
  const given = await aDealership()
  const set = (key: string, value: number) =>
    given.inside((tx) =>
      tx.setting.upsert({
        where: { dealershipId_key: { dealershipId: given.dealershipId, key } },
        create: { dealershipId: given.dealershipId, key, value, changedAt: given.now },
        update: { value },
      }),
    )
  const id = await book(given, { startsAt: at('10:00', '2026-11-27') })
  const due = (time: string, day: string) => given.inside((tx) => remindersDue(tx, new Date(at(time, day))))
  await set('confirm.dayBefore', 2)
  await set('confirm.hourBefore', 3)
  expect(await listed(given, '08:30', '2026-11-24')).toEqual([])
  expect(await listed(given, '08:30', '2026-11-25')).toEqual([[id, 'dayBefore']])
  expect(await listed(given, '07:30', '2026-11-27')).toEqual([[id, 'hourBefore']])
  expect(await due('09:30', '2026-11-25')).toEqual([])
  expect(await due('07:30', '2026-11-27')).toEqual([{ appointmentId: id, stage: 'hourBefore' }])
  await set('confirm.dayBefore', 0)
  await set('confirm.hourBefore', 0)
  expect(await listed(given, '08:30', '2026-11-26')).toEqual([])
  expect(await listed(given, '09:30', '2026-11-27')).toEqual([])
  expect(await due('09:30', '2026-11-27')).toEqual([])
})
