import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedDelivery } from '@/lib/appointments/expected-delivery'
import { instant, plusDays } from '@/lib/core/time'

const zone = 'Asia/Shanghai'
const at = (day: string, time: string) => instant(day, time, zone).getTime()
const open = Array.from({ length: 10 }, (_, i) => plusDays('2026-03-02', i)).map((day) => ({
  opensAt: at(day, '08:00'),
  closesAt: at(day, '18:00'),
}))

test('S1-35 the expected delivery is reception, work and reserve after the arrival', () => {
  expect(expectedDelivery(at('2026-03-02', '09:00'), 30 + 60 + 30, open)).toBe(at('2026-03-02', '11:00'))
})

test('S1-35 work that does not fit before closing goes on when the dealership opens again', () => {
  expect(expectedDelivery(at('2026-03-02', '17:00'), 120, open)).toBe(at('2026-03-03', '09:00'))
})

test('a closed day is skipped, and beyond the known days there is no promise', () => {
  const closed = [open[0], open[2]].flatMap((one) => one ?? [])
  expect(expectedDelivery(at('2026-03-02', '17:00'), 120, closed)).toBe(at('2026-03-04', '09:00'))
  expect(expectedDelivery(at('2026-03-02', '17:00'), 100 * 60, closed)).toBeNull()
})

test('the expected delivery is never before the work is done, and always while open', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 * 60 }), fc.integer({ min: 1, max: 3000 }), (offset, minutes) => {
      const startsAt = at('2026-03-02', '08:00') + offset * 60_000
      const ready = expectedDelivery(startsAt, minutes, open)
      if (ready === null) throw new Error('ten days are enough')
      expect(ready).toBeGreaterThanOrEqual(startsAt + minutes * 60_000)
      expect(open.some(({ opensAt, closesAt }) => opensAt <= ready && ready <= closesAt)).toBe(true)
    }),
  )
})
