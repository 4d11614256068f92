import { expect, test } from 'vitest'
import { checkChangeable, checkMissed, checkSlot } from '@/lib/appointments/slot-rules'
import { instant, minutesAfter } from '@/lib/core/time'

const at = (time: string, day = '2026-03-02') => instant(day, time, 'Asia/Shanghai')
const window = {
  now: at('07:00'),
  open: { start: at('08:00'), end: at('18:00') },
  slotMinutes: 30,
  noticeMinutes: 60,
  horizonDays: 30,
  day: '2026-03-02',
  opensAt: '08:00',
  closesAt: '18:00',
}
const refused = (code: string) => expect.objectContaining({ code })

test('a slot on the grid inside the opening hours is fine', () => {
  expect(() => checkSlot(at('09:30'), window)).not.toThrow()
  expect(() => checkSlot(at('17:30'), window)).not.toThrow()
})

test.each([
  ['appointment.in-the-past', at('07:00')],
  ['appointment.too-soon', at('07:30')],
  ['appointment.too-far', at('09:00', '2026-04-10')],
  ['appointment.outside-hours', at('18:00')],
  ['appointment.not-a-slot', at('09:10')],
])('S1-45 a time that cannot be is refused: %s', (code, startsAt) => {
  expect(() => checkSlot(startsAt, window)).toThrow(refused(code))
})

test('S1-69 a closed day is refused', () => {
  expect(() => checkSlot(at('09:00'), { ...window, open: null })).toThrow(refused('appointment.closed-day'))
})

test('a customer changes a booking until the limit, not after', () => {
  const startsAt = at('12:00')
  expect(() => checkChangeable(startsAt, at('10:00'), 120)).not.toThrow()
  expect(() => checkChangeable(startsAt, minutesAfter(at('10:00'), 1), 120)).toThrow(
    refused('appointment.too-late-to-change'),
  )
})

test('S1-79 a no-show is noted only after the grace time', () => {
  expect(() => checkMissed(at('12:00'), at('12:29'), 30)).toThrow(refused('appointment.still-expected'))
  expect(() => checkMissed(at('12:00'), at('12:30'), 30)).not.toThrow()
})
