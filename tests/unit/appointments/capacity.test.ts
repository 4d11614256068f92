import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  availableMinutes,
  bandOf,
  bookableMinutes,
  bookingRateBp,
  freeMinutes,
} from '@/lib/appointments/capacity'

const hours = (count: number) => count * 60

test('S1-52 ten technicians of eight hours at 100 % productivity are 80 h available', () => {
  expect(availableMinutes(10 * hours(8), 10_000)).toBe(hours(80))
})

test('S1-53 80 h at a booking rate of 80 % are 64 h bookable', () => {
  expect(bookableMinutes(availableMinutes(10 * hours(8), 10_000), 8000)).toBe(hours(64))
})

test('S1-54 at the starting rate of 60 % they are 48 h', () => {
  expect(bookableMinutes(hours(80), 6000)).toBe(hours(48))
})

test('S1-66 X-KPI-03 the booking rate of a day is shown against the band of 60 to 80 %', () => {
  const band = { fromBp: 6000, toBp: 8000 }
  const rate = (bookedHours: number) => bookingRateBp(hours(bookedHours), hours(80))
  expect(rate(64)).toBe(8000)
  expect([rate(40), rate(48), rate(64), rate(70)].map((bp) => bandOf(bp, band))).toEqual([
    'below',
    'inside',
    'inside',
    'above',
  ])
})

test('a day without attendance counts as full as soon as anything is booked', () => {
  expect(bookingRateBp(0, 0)).toBe(0)
  expect(bookingRateBp(30, 0)).toBe(10_000)
})

test('never more is free than the skill and the workshop have left, and never less than nothing', () => {
  const side = fc.record({ bookable: fc.nat(10_000), booked: fc.nat(10_000) })
  fc.assert(
    fc.property(side, side, (skill, workshop) => {
      const free = freeMinutes(skill, workshop)
      expect(free).toBeGreaterThanOrEqual(0)
      expect(free).toBeLessThanOrEqual(Math.max(0, skill.bookable - skill.booked))
      expect(free).toBeLessThanOrEqual(Math.max(0, workshop.bookable - workshop.booked))
    }),
  )
})
