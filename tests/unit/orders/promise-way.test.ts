import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerDay, Room } from '@/lib/appointments/ledger'
import { STEPS } from '@/lib/appointments/ledger'
import type { SlotRules } from '@/lib/appointments/slots'
import { promiseFrom, standardUntil } from '@/lib/orders/promise-way'

const HOUR = 3_600_000
const MIDNIGHT = Date.parse('2026-11-23T00:00:00Z')
const rules = { inspectionMinutes: 15, washMinutes: 20, patienceMinutes: 30, bufferMinutes: 30 } as SlotRules

/** People and places of one kind from eight to five, with so many minutes of each half hour taken. */
function room(heads: number, taken = 0): Room {
  const capacity = Array.from({ length: STEPS }, (_, step) => (step >= 16 && step < 34 ? heads * 30 : 0))
  const booked = capacity.map((minutes) => Math.min(minutes, taken))
  const bookedMinutes = booked.reduce((a, b) => a + b, 0)
  return { capacity, booked, bookableMinutes: 0, bookedMinutes }
}
const day = (number: number, rooms: Record<string, Room>): LedgerDay => ({
  day: `2026-11-${23 + number}`,
  first: MIDNIGHT + number * 24 * HOUR,
  opensAt: MIDNIGHT + number * 24 * HOUR + 8 * HOUR,
  closesAt: MIDNIGHT + number * 24 * HOUR + 17 * HOUR,
  rooms: new Map(Object.entries(rooms)),
})
const house = (heads: number, taken = 0) => ({
  work: room(heads, taken), 'skill:general': room(heads, taken), 'bay:general': room(3), inspection: room(1), 'bay:wash': room(1),
}) // prettier-ignore
const item = { skill: 'general', bayKind: 'general', quickLane: false }
const at = (hour: number) => new Date(MIDNIGHT + hour * HOUR)

test('S3-06 a promise is never before the work, the inspection, the wash and the parts, and lies in opening time', () => {
  const days = [0, 1, 2, 3].map((number) => day(number, house(2, number === 0 ? 45 : 0)))
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 600 }),
      fc.integer({ min: 0, max: 20 * 60 }),
      fc.option(fc.integer({ min: 0, max: 2 })),
      (minutes, late, parts) => {
        const now = new Date(MIDNIGHT + late * 60_000)
        const partsOn = parts === null ? null : `2026-11-${23 + parts}`
        const told = promiseFrom(days, { items: [{ ...item, minutes }], rules, now, partsOn })
        if (!told.from || !told.at) return
        expect(told.from.getTime() - now.getTime()).toBeGreaterThanOrEqual((minutes + 35) * 60_000)
        expect(told.at.getTime()).toBeGreaterThanOrEqual(told.from.getTime())
        expect(told.at.getTime() % (15 * 60_000)).toBe(0)
        expect(days.some(({ opensAt, closesAt }) => +told.at! > opensAt && +told.at! <= closesAt)).toBe(true)
        if (partsOn) expect(told.from.toISOString() >= partsOn).toBe(true)
      },
    ),
  )
})

test('S3-06 what is taken pushes the promise back, and a skill that nobody has leaves none', () => {
  const ask = (taken: number, skill = 'general') =>
    promiseFrom([day(0, house(1, taken)), day(1, house(1))], {
      items: [{ ...item, skill, minutes: 60 }],
      rules,
      now: at(9),
      partsOn: null,
    })
  expect(ask(0)).toMatchObject({ from: at(10.75), at: at(11.25), waitMinutes: 0, leftTodayMinutes: 480 })
  expect(ask(30)).toMatchObject({ from: at(24 + 9.75), waitMinutes: 23 * 60, leftTodayMinutes: 0 })
  expect(ask(0, 'paint')).toMatchObject({ from: null, at: null })
})

test('S3-14 S3-15 the standards run in opening time: two hours for maintenance, one working day for a minor repair', () => {
  const days = [day(0, {}), day(1, {}), day(3, {})]
  const two = { kind: 'minutes' as const, minutes: 120 }
  const one = { kind: 'days' as const, days: 1 }
  expect(standardUntil(days, at(9), two)).toEqual(at(11))
  expect(standardUntil(days, at(16), two)).toEqual(at(24 + 9))
  expect(standardUntil(days, at(9), one)).toEqual(at(24 + 9))
  expect(standardUntil(days, at(24 + 15), one)).toEqual(at(72 + 15))
  expect(standardUntil(days, at(72 + 9), one)).toBeNull()
  expect(standardUntil(days, at(9), null)).toBeNull()
})
