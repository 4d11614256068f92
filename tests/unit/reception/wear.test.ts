import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusDays } from '@/lib/core/time'
import { firstWorn, forecastOf, roughKm, wearOfCar, type Measured } from '@/lib/reception/wear'
import { emptyWheel, LEGAL_TREAD_TENTH_MM, limitsOf, tyreYears, wearLevel } from '@/lib/reception/wheels'

const START = '2025-01-10'
const at = (days: number, km: number | null, tenthMm: number, dot = ''): Measured => ({
  on: plusDays(START, days),
  km,
  tenthMm,
  dot,
})
const limits = limitsOf({
  'wear.treadAdviceTenthMm': 30,
  'wear.padLimitTenthMm': 30,
  'wear.padAdviceTenthMm': 50,
})

test('colours: the legal tread is 1.6 mm, a value at the limit has reached it', () => {
  expect(LEGAL_TREAD_TENTH_MM).toBe(16)
  expect([16, 17, 30, 31].map((tenth) => wearLevel('tread', tenth, limits))).toEqual([
    'limit',
    'soon',
    'soon',
    'good',
  ])
  expect([30, 31, 50, 51].map((tenth) => wearLevel('pad', tenth, limits))).toEqual([
    'limit',
    'soon',
    'soon',
    'good',
  ])
})

test('from 6.0 to 5.0 mm over 10,000 km in 200 days: 1.6 mm comes 34,000 km and 680 days later', () => {
  expect(forecastOf([at(0, 20_000, 60), at(200, 30_000, 50)], 16)).toEqual({
    kind: 'ahead',
    atKm: 64_000,
    leftKm: 34_000,
    on: plusDays(START, 880),
    tenthMmPer1000Km: 1,
  })
})

describe('a line is drawn only where there is one', () => {
  const unknown = (readings: Measured[]) => forecastOf(readings, 16)
  test('nothing, one reading, a short way, nothing worn', () => {
    expect(unknown([])).toBeNull()
    expect(unknown([at(0, 20_000, 60)])).toEqual({ kind: 'unknown', why: 'one' })
    expect(unknown([at(0, null, 60), at(90, 30_000, 50)])).toEqual({ kind: 'unknown', why: 'one' })
    expect(unknown([at(0, 20_000, 60), at(90, 20_800, 58)])).toEqual({ kind: 'unknown', why: 'short' })
    expect(unknown([at(0, 20_000, 60), at(90, 28_000, 62)])).toEqual({ kind: 'unknown', why: 'unworn' })
  })
  test('new tyres in between begin anew, by depth or by the week and year printed on them', () => {
    const old = [at(0, 20_000, 40), at(200, 30_000, 25)]
    expect(unknown([...old, at(400, 40_000, 78)])).toEqual({ kind: 'unknown', why: 'renewed' })
    expect(unknown([at(0, 20_000, 72, '3522'), at(200, 30_000, 71, '1224')])).toEqual({
      kind: 'unknown',
      why: 'renewed',
    })
    expect(unknown([...old, at(400, 40_000, 80), at(600, 50_000, 70)])).toMatchObject({
      kind: 'ahead',
      leftKm: 54_000,
    })
  })
  test('an odometer that ran backwards and wear no car has are a contradiction', () => {
    expect(unknown([at(0, 30_000, 60), at(90, 20_000, 50)])).toEqual({
      kind: 'unknown',
      why: 'contradiction',
    })
    expect(unknown([at(0, 20_000, 80), at(90, 22_000, 30)])).toEqual({
      kind: 'unknown',
      why: 'contradiction',
    })
  })
  test('the date is left out while the days between are too few to know the driving', () => {
    expect(unknown([at(0, 20_000, 60), at(10, 30_000, 50)])).toMatchObject({ kind: 'ahead', on: null })
  })
})

const way = fc
  .record({
    start: fc.integer({ min: 0, max: 200_000 }),
    deep: fc.integer({ min: 60, max: 90 }),
    steps: fc.array(
      fc.record({ days: fc.integer({ min: 30, max: 300 }), km: fc.integer({ min: 2000, max: 20_000 }) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    per1000: fc.integer({ min: 2, max: 8 }),
  })
  .map(({ start, deep, steps, per1000 }) => {
    let [days, km] = [0, start]
    const points = [
      { days, km },
      ...steps.map((step) => ({ days: (days += step.days), km: (km += step.km) })),
    ]
    return points
      .map((point) => at(point.days, point.km, Math.round(deep - ((point.km - start) * per1000) / 1000)))
      .filter(({ tenthMm }) => tenthMm > 16)
  })

test('whatever was measured: the limit lies ahead of the last reading, never behind it, and the order of entry does not matter', () => {
  fc.assert(
    fc.property(way, (readings) => {
      const forecast = forecastOf(readings, 16)
      expect(forecastOf([...readings].reverse(), 16)).toEqual(forecast)
      if (forecast?.kind !== 'ahead') return
      const last = readings.at(-1)
      expect(forecast.leftKm).toBeGreaterThanOrEqual(0)
      expect(forecast.atKm).toBe((last?.km ?? 0) + forecast.leftKm)
      if (forecast.on) expect(forecast.on >= (last?.on ?? '')).toBe(true)
      const higher = forecastOf(readings, 20)
      if (higher?.kind === 'ahead') expect(higher.leftKm).toBeLessThanOrEqual(forecast.leftKm)
    }),
  )
})

test('an even wear is met within what a gauge of a tenth of a millimetre can tell', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 3, max: 6 }), (per1000, count) => {
      const readings = Array.from({ length: count }, (_, i) =>
        at(i * 100, 10_000 + i * 2000, 90 - i * 2 * per1000),
      ).filter(({ tenthMm }) => tenthMm > 16)
      const forecast = forecastOf(readings, 16)
      const last = readings.at(-1)
      const exact = (((last?.tenthMm ?? 0) - 16) / per1000) * 1000
      expect(forecast).toMatchObject({ kind: 'ahead', tenthMmPer1000Km: per1000 })
      expect(Math.abs((forecast?.kind === 'ahead' ? forecast.leftKm : 0) - exact)).toBeLessThanOrEqual(1)
    }),
  )
})

test('any numbers at all give an answer and never a nonsense one', () => {
  const any = fc.record({
    days: fc.integer({ min: 0, max: 4000 }),
    km: fc.option(fc.integer({ min: 0, max: 9_999_999 })),
    tenthMm: fc.integer({ min: 0, max: 200 }),
    dot: fc.constantFrom('', '3524', '0119'),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (list) => {
      const forecast = forecastOf(
        list.map(({ days, km, tenthMm, dot }) => at(days, km, tenthMm, dot)),
        16,
      )
      if (forecast?.kind !== 'ahead') return
      expect(Number.isInteger(forecast.leftKm) && forecast.leftKm >= 0).toBe(true)
      expect(forecast.tenthMmPer1000Km).toBeLessThanOrEqual(20)
    }),
    { numRuns: 500 },
  )
})

test('of a car the part that is at its limit comes first, then the one with the fewest kilometres; the spare lies still', () => {
  const wheels = (front: number, rear: number) => [
    { ...emptyWheel('frontLeft'), treadTenthMm: front, padTenthMm: 40 },
    { ...emptyWheel('rearLeft'), treadTenthMm: rear },
    { ...emptyWheel('spare'), treadTenthMm: 10 },
  ]
  const visits = [
    { on: START, km: 20_000, wheels: wheels(60, 60) },
    { on: plusDays(START, 200), km: 30_000, wheels: wheels(40, 50) },
  ]
  const parts = wearOfCar(visits, limits)
  expect(parts.map(({ wheel, worn }) => `${wheel} ${worn}`)).toEqual([
    'frontLeft tread',
    'frontLeft pad',
    'rearLeft tread',
  ])
  expect(firstWorn(parts, 'tread')).toMatchObject({ wheel: 'frontLeft', forecast: { leftKm: 12_000 } })
  expect(firstWorn(parts, 'pad')).toMatchObject({ forecast: { kind: 'unknown', why: 'unworn' } })
  const worn = wearOfCar([{ on: START, km: 1, wheels: wheels(80, 16) }], limits)
  expect(firstWorn(worn, 'tread')).toMatchObject({ wheel: 'rearLeft', forecast: { kind: 'reached' } })
})

test('distances are said roughly and never too far; a tyre tells its age', () => {
  expect([34_999, 5000, 4999, 60].map(roughKm)).toEqual([34_000, 5000, 4900, 0])
  expect(tyreYears('0120', '2026-01-01')).toBeCloseTo(6, 1)
  expect([tyreYears('', '2026-01-01'), tyreYears('3530', '2026-01-01')]).toEqual([null, null])
})
