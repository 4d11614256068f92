import { afterEach, expect, test } from 'vitest'
import {
  dayInterval,
  dayOf,
  daysBetween,
  instant,
  plusDays,
  plusMonths,
  timeOf,
  weekdayOf,
} from '@/lib/core/time'

const HERE = process.env.TZ
afterEach(() => {
  process.env.TZ = HERE
})

const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Auckland']

test('days are counted alike wherever the server stands, also where clocks are put forward', () => {
  for (const zone of ZONES) {
    process.env.TZ = zone
    const days = Array.from({ length: 400 }, (_, i) => plusDays('2026-01-01', i))
    const wrong = days.filter(
      (day, i) =>
        Date.parse(day) !== Date.UTC(2026, 0, 1 + i) ||
        daysBetween('2026-01-01', day) !== i ||
        plusDays(day, -i) !== '2026-01-01' ||
        weekdayOf(day) !== ((i + 3) % 7) + 1,
    )
    expect(wrong, zone).toEqual([])
  }
})

test('a day of a dealership runs from midnight to midnight in its own zone, 23 and 25 hours long twice a year', () => {
  for (const zone of ZONES) {
    process.env.TZ = zone
    const hours = (day: string) => {
      const { start, end } = dayInterval(day, 'Europe/Berlin')
      return (end.getTime() - start.getTime()) / 3_600_000
    }
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25])
    const { start, end } = dayInterval('2026-03-29', 'Asia/Shanghai')
    expect([start.toISOString(), end.toISOString()]).toEqual([
      '2026-03-28T16:00:00.000Z',
      '2026-03-29T16:00:00.000Z',
    ])
  }
})

test('an instant and its day and time belong together', () => {
  for (const zone of ZONES) {
    const at = instant('2026-11-22', '08:30', zone)
    expect([dayOf(at, zone), timeOf(at, zone)]).toEqual(['2026-11-22', '08:30'])
  }
})

test('a month later is the same date, or the last of the month', () => {
  expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(plusMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(plusMonths('2026-11-30', 6)).toBe('2027-05-30')
})
