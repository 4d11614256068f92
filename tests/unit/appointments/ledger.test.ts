import { expect, test } from 'vitest'
import { legsOf } from '@/lib/appointments/legs'
import { canReceive, findWay, unevenness, usesByRow, type LedgerDay } from '@/lib/appointments/ledger'

const HOUR = 3_600_000
const NINE = Date.parse('2026-11-24T01:00:00Z')

/** A day from nine to five with these minutes in every half hour, and none over lunch (12 to 13) where people are needed. */
function aDay(rooms: Record<string, number>, day = 0): LedgerDay {
  const start = NINE + day * 24 * HOUR
  const lunch = (resource: string, step: number) =>
    !resource.startsWith('bay') && (step === 24 || step === 25)
  const open = (step: number) => step >= 18 && step < 34
  return {
    day: `2026-11-${24 + day}`,
    opensAt: start,
    closesAt: start + 8 * HOUR,
    first: start - 9 * HOUR,
    rooms: new Map(
      Object.entries(rooms).map(([resource, minutes]) => [
        resource,
        {
          capacity: Array.from({ length: 48 }, (_, step) =>
            !open(step) || lunch(resource, step) ? 0 : minutes,
          ),
          booked: Array<number>(48).fill(0),
          bookableMinutes: 14 * minutes,
          bookedMinutes: 0,
        },
      ]),
    ),
  }
}
const HOUSE = {
  work: 60,
  'skill:general': 60,
  'skill:engine': 30,
  'bay:general': 60,
  'bay:wash': 30,
  inspection: 30,
  'adviser:a': 30,
}
const item = (minutes: number, skill = 'general') => ({
  minutes,
  skill,
  bayKind: 'general',
  quickLane: false,
})
const legs = (...items: ReturnType<typeof item>[]) =>
  legsOf(items, { inspectionMinutes: 15, washMinutes: 20 }, 'normal')
const clock = (at: number | undefined) => at && new Date(at).toISOString().slice(11, 16)
const book = (day: LedgerDay, resource: string, step: number, minutes: number) => {
  const room = day.rooms.get(resource)
  if (!room) throw new Error(resource)
  room.booked[step] = (room.booked[step] ?? 0) + minutes
  room.bookedMinutes += minutes
}

test('S1-64 the way goes through work, inspection and wash, one after the other', () => {
  const way = findWay([aDay(HOUSE)], NINE + HOUR, { legs: legs(item(60)), patience: 30 })
  expect([clock(way?.startsAt), clock(way?.endsAt)]).toEqual(['02:00', '03:35'])
  expect(way?.uses.map(({ needs, step, minutes }) => [needs[0], step, minutes])).toEqual([
    ['work', 20, 30],
    ['work', 21, 30],
    ['inspection', 22, 15],
    ['bay:wash', 22, 15],
    ['bay:wash', 23, 5],
  ])
})

test('S1-69 work pauses while nobody is there and goes on after lunch', () => {
  const way = findWay([aDay(HOUSE)], NINE + 2.5 * HOUR, { legs: legs(item(60)), patience: 30 })
  expect([clock(way?.startsAt), clock(way?.endsAt)]).toEqual(['03:30', '06:05'])
})

test('S1-64 a customer who waits does not wait long for a place; a car that is left does', () => {
  const day = aDay(HOUSE)
  for (const step of [18, 19, 20]) book(day, 'skill:engine', step, 30)
  const wanted = legs(item(60, 'engine'))
  expect(findWay([day], NINE, { legs: wanted, patience: 30 })).toBeNull()
  expect(clock(findWay([day], NINE, { legs: wanted, patience: 480 })?.startsAt)).toBe('02:30')
})

test('S1-53 a day is not booked past its share, even while half hours are free', () => {
  const day = aDay(HOUSE)
  const room = day.rooms.get('work')
  if (!room) throw new Error('no work')
  room.bookableMinutes = 100
  room.bookedMinutes = 50
  expect(findWay([day], NINE, { legs: legs(item(60)), patience: 480 })).toBeNull()
  expect(findWay([day], NINE, { legs: legs(item(50)), patience: 480 })).not.toBeNull()
  expect(findWay([day], NINE, { legs: legs(item(60)), patience: 0, pressing: true })).not.toBeNull()
})

test('long work goes on the next open day, a customer who waits is not kept overnight', () => {
  const days = [aDay(HOUSE), aDay(HOUSE, 1)]
  const wanted = legs(item(600))
  const way = findWay(days, NINE, { legs: wanted, patience: 480 })
  expect(new Date(way?.endsAt ?? 0).toISOString()).toBe('2026-11-25T05:35:00.000Z')
  expect(findWay(days, NINE, { legs: wanted, patience: 30, before: days[0]?.closesAt })).toBeNull()
  expect(new Set(way?.uses.map(({ day }) => day.day))).toEqual(new Set(['2026-11-24', '2026-11-25']))
})

test('a house without inspector or wash bay does not wait for one, but needs the bay of the work', () => {
  const { work, 'skill:general': general, 'bay:general': bays } = HOUSE
  const small = aDay({ work, 'skill:general': general, 'bay:general': bays })
  expect(clock(findWay([small], NINE, { legs: legs(item(60)), patience: 0 })?.endsAt)).toBe('02:35')
  const wanted = legsOf(
    [{ ...item(60), bayKind: 'alignment' }],
    { inspectionMinutes: 0, washMinutes: 0 },
    'normal',
  )
  expect(findWay([small], NINE, { legs: wanted, patience: 480 })).toBeNull()
})

test('S1-59 light work alone goes by the quick lane, together with other work it does not', () => {
  const oil = { ...item(30), bayKind: 'quick', quickLane: true }
  const rules = { inspectionMinutes: 0, washMinutes: 0 }
  expect(legsOf([oil], rules, 'quick')).toEqual([{ minutes: 30, needs: ['quick', 'bay:quick'] }])
  expect(legsOf([oil, item(30)], rules, 'quick')).toEqual([
    { minutes: 60, needs: ['work', 'skill:general', 'bay:general'] },
  ])
  expect(legsOf([oil], rules, 'normal')[0]?.needs).toContain('work')
})

test('S1-63 an adviser receives one car at a time, also where a reception is shorter than the step', () => {
  const day = aDay(HOUSE)
  book(day, 'adviser:a', 18, 20)
  expect(canReceive(day, 'a', NINE, NINE + 20 * 60_000)).toBe(false)
  expect(canReceive(day, 'a', NINE + 20 * 60_000, NINE + 40 * 60_000)).toBe(true)
  expect(canReceive(day, 'b', NINE, NINE + 20 * 60_000)).toBe(false)
})

test('S1-60 the emptier half hours cost less', () => {
  const day = aDay(HOUSE)
  book(day, 'work', 20, 30)
  const cost = (from: number) => {
    const way = findWay([day], from, { legs: legs(item(30)), patience: 0 })
    return unevenness(way?.uses ?? [], 'work')
  }
  expect(cost(NINE + HOUR)).toBeGreaterThan(cost(NINE))
})

test('what is written counts from midnight and only where the house has such a thing', () => {
  const { inspection: _none, ...house } = HOUSE
  const way = findWay([aDay(house)], NINE + HOUR, { legs: legs(item(45)), patience: 0 })
  const rows = usesByRow(way?.uses ?? []).map(({ resource, minutes }) => [resource, [...minutes]])
  expect(rows).toEqual([
    ['work', [[20, 30], [21, 15]]],
    ['skill:general', [[20, 30], [21, 15]]],
    ['bay:general', [[20, 30], [21, 15]]],
    ['bay:wash', [[22, 20]]],
  ]) // prettier-ignore
})
