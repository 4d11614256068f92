import { expect, test } from 'vitest'
import { nextContact, type Awaited } from '@/lib/appointments/confirmation'
import { isExpected, isMine } from '@/lib/appointments/preparation'
import { instant } from '@/lib/core/time'

const at = (time: string, day = '2026-11-24') => instant(day, time, 'Asia/Shanghai')
const aBooking = (over: Partial<Awaited> = {}): Awaited => ({
  status: 'confirmed',
  startsAt: at('10:00'),
  callDay: '2026-11-23',
  bookedDay: '2026-11-20',
  missedBecause: null,
  log: [],
  ...over,
})
const next = (over: Partial<Awaited>, time: string, day: string) =>
  nextContact(aBooking(over), at(time, day), day)

test('S1-76 a booking is called on the working day before, until the customer has said to come', () => {
  expect(next({}, '17:00', '2026-11-22')).toBeNull()
  expect(next({}, '08:30', '2026-11-23')).toBe('dayBefore')
  const notReached = { stage: 'dayBefore', result: 'notReached' } as const
  expect(next({ log: [notReached] }, '16:00', '2026-11-23')).toBe('dayBefore')
  const keeps = { stage: 'dayBefore', result: 'keeps' } as const
  expect(next({ log: [notReached, keeps] }, '16:00', '2026-11-23')).toBeNull()
  // Over a day on which the house is closed the call is made on the last one that is open.
  expect(next({ callDay: '2026-11-21' }, '09:00', '2026-11-21')).toBe('dayBefore')
  // What was booked on the day of the call is not called again on it.
  expect(next({ bookedDay: '2026-11-23' }, '17:00', '2026-11-23')).toBeNull()
})

test('S1-78 in the last hour it is called once more, and then watched for, reached or not', () => {
  const keeps = { stage: 'dayBefore', result: 'keeps' } as const
  expect(next({ log: [keeps] }, '08:59', '2026-11-24')).toBeNull()
  expect(next({ log: [keeps] }, '09:00', '2026-11-24')).toBe('hourBefore')
  for (const result of ['keeps', 'notReached'] as const)
    expect(next({ log: [{ stage: 'hourBefore', result }] }, '09:30', '2026-11-24')).toBe('watch')
  expect(next({}, '10:05', '2026-11-24')).toBe('watch')
})

test('S1-79 a missed booking is asked about until there is a reason; what is over is not called', () => {
  expect(next({ status: 'noShow' }, '10:31', '2026-11-24')).toBe('missed')
  expect(next({ status: 'noShow', missedBecause: 'forgot' }, '10:31', '2026-11-24')).toBeNull()
  for (const status of ['arrived', 'cancelled', 'rescheduled', 'requested'] as const)
    expect(next({ status }, '09:30', '2026-11-24')).toBeNull()
})

test('S1-80 a reception is prepared within the hour, by the adviser of the car or by any when there is none', () => {
  expect(isExpected(at('10:00'), at('08:59'))).toBe(false)
  expect(isExpected(at('10:00'), at('09:00'))).toBe(true)
  const me = { id: 'me', roles: ['serviceAdviser' as const] }
  expect(isMine({ kind: 'reception', adviserId: 'me' }, me)).toBe(true)
  expect(isMine({ kind: 'reception', adviserId: null }, me)).toBe(true)
  expect(isMine({ kind: 'reception', adviserId: 'other' }, me)).toBe(false)
  expect(isMine({ kind: 'parts', adviserId: 'me' }, me)).toBe(false)
  expect(isMine({ kind: 'bay', adviserId: null }, { id: 'f', roles: ['foreman'] })).toBe(true)
})
