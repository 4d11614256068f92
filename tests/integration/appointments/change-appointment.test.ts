import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { awaitParts } from '@/lib/appointments/server/await-parts'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { confirmAppointment } from '@/lib/appointments/server/confirm-appointment'
import { markNoShow } from '@/lib/appointments/server/mark-no-show'
import { prepareAppointment } from '@/lib/appointments/server/prepare-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { aDealership, type GivenDealership } from '../../support/given'
import { aCall, at, slotsOn } from './support'

const DAY = '2026-11-24'
const REASON = { reason: 'noTime' } as const

async function booked(over: Record<string, unknown> = {}) {
  const given = await aDealership()
  const { id } = await bookAppointment(given.as('serviceAdviser'), aCall(over))
  const row = await rowOf(given, id)
  const customer = given.asCustomer({ customerId: row.customerId, appointmentId: id })
  const asCustomer = (now = given.now) => ({ ...customer, now })
  return { given, id, asCustomer, adviser: given.as('serviceAdviser') }
}
const rowOf = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))
const told = (given: GivenDealership, template: string) =>
  given.inside((tx) => tx.outboxMessage.count({ where: { template } }))

test('S1-38 a moved booking gives the old slot back, keeps its lines, and the link follows it', async () => {
  const { given, id, asCustomer } = await booked({ wishes: ['a', 'b'] })
  const moved = await rescheduleAppointment(asCustomer(), {
    appointmentId: id,
    startsAt: at('14:00', '2026-11-25'),
    ...REASON,
  })
  expect(await rowOf(given, id)).toMatchObject({ status: 'rescheduled', reason: 'noTime' })
  expect(await slotsOn(given, DAY)).toMatchObject({ bookedMinutes: 0 })
  expect(await slotsOn(given, '2026-11-25')).toMatchObject({ bookedMinutes: 60 })
  const found = await appointment(given.as('serviceAdviser'), { id: moved.id })
  expect(found.appointmentItems.map(({ description }) => description)).toEqual(['a', 'b'])
  expect(found.history).toMatchObject([{ id, startsAt: new Date(at('10:00')) }])
  const links = await given.inside((tx) => tx.accessLink.findMany())
  expect(new Set(links.map(({ appointmentId }) => appointmentId))).toEqual(new Set([moved.id]))
  expect(await told(given, 'appointment-moved')).toBe(1)
})

test('a move into a taken slot is refused and leaves everything as it was', async () => {
  const { given, id, adviser } = await booked()
  await bookAppointment(adviser, aCall({ startsAt: at('15:00') }))
  await bookAppointment(adviser, aCall({ startsAt: at('15:00') }))
  const wish = { appointmentId: id, startsAt: at('15:00'), ...REASON }
  await expect(rescheduleAppointment(adviser, wish)).rejects.toMatchObject({ code: 'appointment.slot-taken' })
  expect(await rowOf(given, id)).toMatchObject({ status: 'confirmed', reason: null })
  expect(await slotsOn(given, DAY)).toMatchObject({ bookedMinutes: 90 })
  await expect(rescheduleAppointment(adviser, { ...wish, startsAt: at('10:00') })).rejects.toMatchObject({
    code: 'appointment.same-time',
  })
  const past = { ...wish, startsAt: at('16:00'), overrideReason: 'x' }
  await expect(rescheduleAppointment(adviser, past)).rejects.toMatchObject({
    code: 'appointment.override-needs-manager',
  })
})

test('the customer moves or cancels until two hours before; later only the dealership can', async () => {
  const { given, id, asCustomer } = await booked()
  const late = asCustomer(new Date(at('08:01')))
  const move = { appointmentId: id, startsAt: at('14:00'), ...REASON }
  await expect(rescheduleAppointment(late, move)).rejects.toMatchObject({
    code: 'appointment.too-late-to-change',
  })
  await expect(cancelAppointment(late, { appointmentId: id, ...REASON })).rejects.toMatchObject({
    code: 'appointment.too-late-to-change',
  })
  // Confirming is no way round the limit.
  await expect(
    confirmAppointment(late, { appointmentId: id, stage: 'hourBefore', result: 'cancels' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
  await cancelAppointment({ ...given.as('serviceAdviser'), now: late.now }, { appointmentId: id, ...REASON })
  expect(await rowOf(given, id)).toMatchObject({ status: 'cancelled' })
})

test('a customer changes only the booking of the own link', async () => {
  const { given, id } = await booked()
  const other = await bookAppointment(given.as('serviceAdviser'), aCall())
  const row = await rowOf(given, other.id)
  const stranger = given.asCustomer({ customerId: row.customerId, appointmentId: other.id })
  await expect(cancelAppointment(stranger, { appointmentId: id, ...REASON })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(appointment(stranger, { id })).rejects.toMatchObject({ code: 'common.not-found' })
})

test('S1-77 a cancelled booking frees its capacity and adviser at once, with reason and thanks', async () => {
  const { given, id, adviser } = await booked()
  await cancelAppointment(adviser, { appointmentId: id, reason: 'carSold', note: '已卖' })
  expect(await rowOf(given, id)).toMatchObject({ status: 'cancelled', reason: 'carSold: 已卖' })
  const day = await slotsOn(given, DAY)
  expect(day).toMatchObject({ bookedMinutes: 0 })
  expect(day.slots.find(({ startsAt }) => startsAt === at('10:00'))?.advisers).toBe(2)
  expect(await told(given, 'appointment-cancelled')).toBe(1)
  await expect(cancelAppointment(adviser, { appointmentId: id, ...REASON })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await expect(
    cancelAppointment(given.as('technician'), { appointmentId: id, ...REASON }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-76 S1-78 S1-81 the contacts one day and one hour before are kept with their results', async () => {
  const { given, id, adviser, asCustomer } = await booked()
  await confirmAppointment(adviser, { appointmentId: id, stage: 'dayBefore', result: 'notReached' })
  await confirmAppointment(asCustomer(), { appointmentId: id, stage: 'dayBefore', result: 'keeps' })
  await confirmAppointment(adviser, {
    appointmentId: id,
    stage: 'hourBefore',
    result: 'keeps',
    channel: 'sms',
  })
  const { appointmentConfirmations } = await appointment(adviser, { id })
  expect(appointmentConfirmations).toMatchObject([
    { stage: 'dayBefore', result: 'notReached', channel: 'phone', byId: given.staffId('A1') },
    { stage: 'dayBefore', result: 'keeps', channel: 'online', byId: null },
    { stage: 'hourBefore', result: 'keeps', channel: 'sms' },
  ])
  await expect(
    confirmAppointment(given.as('technician'), { appointmentId: id, stage: 'dayBefore', result: 'keeps' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-77 a booking that is not kept is cancelled with the contact', async () => {
  const { given, id, adviser } = await booked()
  await confirmAppointment(adviser, {
    appointmentId: id,
    stage: 'dayBefore',
    result: 'cancels',
    reason: 'price',
  })
  expect(await rowOf(given, id)).toMatchObject({ status: 'cancelled', reason: 'price' })
  expect(await slotsOn(given, DAY)).toMatchObject({ bookedMinutes: 0 })
  await expect(
    confirmAppointment(adviser, { appointmentId: id, stage: 'hourBefore', result: 'keeps' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('S1-72 S1-73 when parts, people and bay are ticked the booking is ready', async () => {
  const { given, id } = await booked()
  const parts = given.as('partsClerk')
  expect(await prepareAppointment(parts, { appointmentId: id, kind: 'parts', done: true })).toEqual({
    open: 2,
    ready: false,
  })
  await prepareAppointment(given.as('foreman'), { appointmentId: id, kind: 'people', done: true })
  expect(
    await prepareAppointment(given.as('foreman'), { appointmentId: id, kind: 'bay', done: true }),
  ).toEqual({ open: 0, ready: true })
  const found = await appointment(parts, { id })
  expect(found.status).toBe('ready')
  expect(found.preparationTasks.every(({ doneAt, doneById }) => doneAt && doneById)).toBe(true)
  await expect(
    prepareAppointment(parts, { appointmentId: id, kind: 'bay', done: false }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
  await expect(
    prepareAppointment(given.as('cashier'), { appointmentId: id, kind: 'bay', done: true }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-75 while a part is on order the date is provisional, and confirmed when it has come', async () => {
  const { given, id } = await booked()
  const parts = given.as('partsClerk')
  await awaitParts(parts, { appointmentId: id, note: 'P0018' })
  expect(await rowOf(given, id)).toMatchObject({ status: 'waitingParts' })
  expect(await told(given, 'appointment-provisional')).toBe(1)
  await awaitParts(parts, { appointmentId: id, arrived: true })
  expect(await rowOf(given, id)).toMatchObject({ status: 'confirmed' })
  await expect(awaitParts(given.as('cashier'), { appointmentId: id })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S1-79 who does not come is noted after the grace time with a reason and thanks, and can be booked again', async () => {
  const { given, id, adviser } = await booked()
  const after = (time: string) => ({ ...adviser, now: new Date(at(time)) })
  await expect(markNoShow(after('10:29'), { appointmentId: id, ...REASON })).rejects.toMatchObject({
    code: 'appointment.still-expected',
  })
  await markNoShow(after('10:30'), { appointmentId: id, reason: 'forgot' })
  expect(await rowOf(given, id)).toMatchObject({ status: 'noShow', reason: 'forgot' })
  expect(await told(given, 'appointment-missed')).toBe(1)
  expect(await slotsOn(given, DAY)).toMatchObject({ bookedMinutes: 0 })
  await rescheduleAppointment(after('11:00'), { appointmentId: id, startsAt: at('14:00'), ...REASON })
  expect(await slotsOn(given, DAY)).toMatchObject({ bookedMinutes: 30 })
  await expect(markNoShow(given.as('technician'), { appointmentId: id, ...REASON })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('two people move the same booking at once: one does, the other is told', async () => {
  const { given, id, adviser } = await booked()
  const moves = await Promise.allSettled(
    ['14:00', '15:00'].map((time) =>
      rescheduleAppointment(adviser, { appointmentId: id, startsAt: at(time), ...REASON }),
    ),
  )
  expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(moves.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'status.not-from-here' },
  })
  expect(await slotsOn(given, DAY)).toMatchObject({ bookedMinutes: 30 })
})
