import { expect, test } from 'vitest'
import { isSameDay } from '@/lib/appointments/same-day'
import { instant } from '@/lib/core/time'

const ZONE = 'Asia/Shanghai'
const at = (time: string, day = '2026-11-24') => instant(day, time, ZONE)
const quick = { sameDay: true }

test('S1-68 delivery on the same day is promised only for work that is marked for it, and only when the way of the car ends that day', () => {
  const startsAt = at('16:00')
  const told = (work: ({ sameDay: boolean } | null)[], promisedAt: Date | null) =>
    isSameDay(work, { startsAt, promisedAt }, ZONE)
  expect(told([quick], at('17:30'))).toBe(true)
  expect(told([quick, quick], at('17:30'))).toBe(true)
  expect(told([quick], at('09:00', '2026-11-25'))).toBe(false)
  expect(told([quick, { sameDay: false }], at('17:30'))).toBe(false)
  expect(told([quick, null], at('17:30'))).toBe(false)
  expect(told([quick], null)).toBe(false)
  expect(told([], at('17:30'))).toBe(false)
  // The day of the house, not of the clock in Greenwich.
  expect(isSameDay([quick], { startsAt: at('07:30'), promisedAt: at('08:30') }, ZONE)).toBe(true)
})
