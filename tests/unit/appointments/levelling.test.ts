import { expect, test } from 'vitest'
import { levelling } from '@/tests/support/levelling'

test('S1-60 with the demo’s busy day every day, customers who take the first ranked time load the hours half as unevenly, at as many bookings', () => {
  const { wishes, first, ranked } = levelling(12)
  expect(wishes).toBe(240)
  expect(ranked.accepted).toBe(first.accepted)
  expect(ranked.deviation).toBeLessThanOrEqual(first.deviation / 2)
})

test('S1-60 a workshop asked for more than it has takes in more cars when the hours are level', () => {
  const { wishes, first, ranked } = levelling(30)
  expect(first.accepted).toBeLessThan(wishes)
  expect(ranked.accepted).toBeGreaterThan(first.accepted)
  expect(ranked.deviation).toBeLessThanOrEqual(first.deviation / 2)
})
