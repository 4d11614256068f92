import { expect, test } from 'vitest'
import { calendarFile } from '@/lib/appointments/calendar-file'
import { provinceOfAddress } from '@/lib/core/plate'

test('a visit as a calendar file: times in UTC, special characters escaped, long lines folded', () => {
  const file = calendarFile({
    uid: '1',
    now: new Date('2026-03-01T00:00:00Z'),
    startsAt: new Date('2026-03-02T02:00:00Z'),
    endsAt: new Date('2026-03-02T02:30:00Z'),
    title: '八步; 沪A12345',
    place: '上海市闵行区莘庄路 188 号, 二楼'.repeat(4),
    description: 'a\nb',
    cancelled: false,
  })
  expect(file).toContain('DTSTART:20260302T020000Z\r\n')
  expect(file).toContain('SUMMARY:八步\\; 沪A12345\r\n')
  expect(file).toContain('DESCRIPTION:a\\nb\r\n')
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
})

test('the plate of an address begins with the sign of its province', () => {
  expect(['上海市闵行区', '内蒙古呼和浩特市', '北京市朝阳区', 'Berlin'].map(provinceOfAddress)).toEqual([
    '沪',
    '蒙',
    '京',
    null,
  ])
})
