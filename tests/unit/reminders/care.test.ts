import { expect, test } from 'vitest'
import { careOf, careOn } from '@/lib/reminders/care'

test('X-CRM-16 X-CRM-17 the quarter and the month of a day, to their last day', () => {
  expect(careOn('2026-11-23')).toEqual({
    quarter: { cycle: '2026-Q4', lastDay: '2026-12-31' },
    month: { cycle: '2026-11', lastDay: '2026-11-30' },
    festival: null,
  })
  expect(careOn('2028-02-29')).toMatchObject({
    quarter: { cycle: '2028-Q1', lastDay: '2028-03-31' },
    month: { cycle: '2028-02', lastDay: '2028-02-29' },
  })
})

test('X-CRM-18 a festival counts from a week before it to its day, also in a year whose holidays are not announced', () => {
  expect(careOn('2027-01-29').festival).toBe(null)
  expect(careOn('2027-01-30').festival).toEqual({ cycle: 'springFestival-2027', lastDay: '2027-02-06' })
  expect(careOn('2027-02-06').festival?.cycle).toBe('springFestival-2027')
  expect(careOn('2027-02-07').festival).toBe(null)
  expect(careOn('2026-12-30').festival?.cycle).toBe('newYear-2027')
  expect(careOn('2026-09-20').festival?.cycle).toBe('midAutumn-2026')
})

test('a cycle says what the contact is about', () => {
  expect(careOf('first-month')).toEqual({ kind: 'firstMonth', festival: null })
  expect(careOf('2026-Q4')).toEqual({ kind: 'quarter', festival: null })
  expect(careOf('2026-11')).toEqual({ kind: 'month', festival: null })
  expect(careOf('dragonBoat-2026')).toEqual({ kind: 'festival', festival: 'dragonBoat' })
})
