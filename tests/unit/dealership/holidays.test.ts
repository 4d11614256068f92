import data from 'chinese-days/dist/chinese-days.json'
import { expect, test } from 'vitest'
import { plusDays, weekdayOf } from '@/lib/core/time'
import { publicDay, publicDays, publicDaysKnownUntil } from '@/lib/dealership/holidays'
import { openDayOf, type HouseHours } from '@/lib/dealership/open-day'
import { defaultSettings } from '@/lib/dealership/settings'

const house: HouseHours = {
  weekdays: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: `1${weekday}:30` })),
  exceptions: [],
  rules: defaultSettings,
}
const daysOf = (kind: string, from: string, to: string) =>
  publicDays(from, to)
    .filter((one) => one.kind === kind)
    .map(({ day }) => day)

test('National Day 2026: seven days off, and two days of a weekend worked for the Tuesday and the Wednesday', () => {
  expect(daysOf('holiday', '2026-09-28', '2026-10-11')).toEqual([
    '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07',
  ]) // prettier-ignore
  expect(publicDay('2026-10-01')).toMatchObject({ name: '国庆节', nameEn: 'National Day' })
  expect(publicDay('2026-09-20')).toMatchObject({ kind: 'makeUp', weekday: 2 })
  expect(publicDay('2026-10-10')).toMatchObject({ kind: 'makeUp', weekday: 3 })
  expect(publicDay('2026-10-08')).toBeNull()
})

test('Spring Festival 2026: nine days off, worked for on the Saturdays around it', () => {
  expect(daysOf('holiday', '2026-02-10', '2026-03-01')).toHaveLength(9)
  expect(daysOf('makeUp', '2026-02-10', '2026-03-01')).toEqual(['2026-02-14', '2026-02-28'])
  expect(publicDay('2026-02-14')).toMatchObject({ name: '春节', nameEn: 'Spring Festival', weekday: 5 })
  expect(publicDay('2026-02-28')).toMatchObject({ weekday: 1 })
})

test('every day of the known years says what the package says of it', () => {
  for (let day = '2024-01-01'; day <= publicDaysKnownUntil(); day = plusDays(day, 1)) {
    const off = publicDay(day)?.kind === 'holiday'
    const weekend = weekdayOf(day) > 5
    const works = publicDay(day)?.kind === 'makeUp' || (!weekend && !off)
    expect([day, works]).toEqual([day, day in data.workdays || (!weekend && !(day in data.holidays))])
  }
})

test('past the known years only the weekday counts', () => {
  const year = Number(publicDaysKnownUntil().slice(0, 4)) + 1
  expect(publicDays(`${year}-01-01`, `${year + 1}-12-31`)).toEqual([])
  expect(openDayOf(`${year}-10-01`, house).by).toBe('weekday')
})

test('a house that is closed at weekends works a make-up day with the hours of its weekday', () => {
  expect(openDayOf('2026-02-14', house)).toMatchObject({ opensAt: '08:00', closesAt: '15:30', by: 'makeUp' })
  expect(openDayOf('2026-02-28', house)).toMatchObject({ closesAt: '11:30', reasonEn: 'Spring Festival' })
  expect(openDayOf('2026-02-17', house)).toMatchObject({ opensAt: null, by: 'holiday', reason: '春节' })
  const usual = { ...house, rules: { ...defaultSettings, 'calendar.makeUpDays': 'usual' as const } }
  expect(openDayOf('2026-02-14', usual)).toMatchObject({ opensAt: null, by: 'weekday' })
})

test('what the manager decided for a day beats holiday and make-up day', () => {
  const decided = (day: string, isOpen: boolean, opensAt: string | null = null) => ({
    ...house,
    exceptions: [{ day, isOpen, opensAt, closesAt: null, reason: 'x' }],
  })
  expect(openDayOf('2026-02-17', decided('2026-02-17', true))).toMatchObject({ closesAt: '12:30' })
  expect(openDayOf('2026-02-14', decided('2026-02-14', false))).toMatchObject({ opensAt: null, reason: 'x' })
  expect(openDayOf('2026-02-14', decided('2026-02-14', true, '10:00'))).toMatchObject({
    opensAt: '10:00',
    closesAt: '15:30',
  })
})
