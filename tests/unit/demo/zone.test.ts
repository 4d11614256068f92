import { expect, test } from 'vitest'
import { timeOf } from '@/lib/core/time'
import { zoneAtWork } from '@/prisma/seed/zone'

test('whenever the demo is loaded its dealerships are at work', () => {
  for (let hour = 0; hour < 24; hour++) {
    const now = new Date(Date.UTC(2026, 10, 22, hour, 40))
    const time = timeOf(now, zoneAtWork(now))
    expect(time >= '09:30' && time < '15:30', `${hour}:40 UTC is ${time}`).toBe(true)
  }
  expect(zoneAtWork(new Date('2026-11-22T03:00:00Z'))).toBe('Asia/Shanghai')
})
