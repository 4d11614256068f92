import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, plusDays } from '@/lib/core/time'
import { classOf, dueOf, rulesFor, usageOf, type Car, type Rule } from '@/lib/reminders/due'

const TODAY = '2026-11-23'
const USUAL = { km: 10_000, months: 6 }
const LIMITS = { leadDays: 15, remainKm: 500, churnCycles: 3 }

const car = (over: Partial<Car> = {}): Car => ({
  brand: '丰田',
  model: '凯美瑞',
  servicedOn: '2026-08-01',
  servicedKm: 20_000,
  startedOn: '2024-08-01',
  startedKm: 0,
  advisedOn: null,
  advisedKm: null,
  readings: [],
  ...over,
})
const rule = (code: string, over: Partial<Rule> = {}): Rule => ({
  code,
  brandPattern: '',
  modelPattern: '',
  everyKm: null,
  everyMonths: null,
  packageId: null,
  ...over,
})
const due = (over: Partial<Car> = {}, rules: Rule[] = []) => dueOf(car(over), rules, USUAL, TODAY)

test('S1-03 a car that is driven much is due by its distance before its time', () => {
  const readings = [
    { day: '2026-08-01', km: 20_000 },
    { day: '2026-11-09', km: 28_000 },
  ]
  expect(due({ readings })).toMatchObject({
    reason: 'distance',
    usage: 'readings',
    metresPerDay: 80_000,
    estimatedKm: 29_120,
    remainingKm: 880,
    dueKm: 30_000,
    dueOn: plusDays(TODAY, 11),
  })
})

test('S1-03 a car that stands is due by its time', () => {
  const readings = [
    { day: '2026-08-01', km: 20_000 },
    { day: '2026-11-09', km: 20_100 },
  ]
  expect(due({ readings })).toMatchObject({ reason: 'time', dueOn: '2027-02-01', remainingKm: 9886 })
})

test('S1-03 without a reading, or with one, the interval stands in for the use', () => {
  expect(due()).toMatchObject({
    reason: 'time',
    usage: 'interval',
    dueOn: '2027-02-01',
    estimatedKm: null,
    remainingKm: null,
  })
  expect(due({ readings: [{ day: '2026-08-01', km: 20_000 }] })).toMatchObject({
    usage: 'interval',
    dueOn: '2027-02-01',
  })
})

test('S1-03 slips of the pen and a new instrument do not change how much a car is driven', () => {
  const readings = [
    { day: '2026-08-01', km: 20_000 },
    { day: '2026-09-20', km: 22_000 },
    { day: '2026-09-21', km: 220_000 },
    { day: '2026-09-22', km: 22_080 },
    { day: '2026-11-09', km: 24_000 },
  ]
  expect(usageOf(readings, TODAY, USUAL)).toEqual({ metresPerDay: 40_000, usage: 'readings' })
})

test('S1-03 one reading of this year counts from the last one before it; readings older than a year alone do not', () => {
  const older = { day: '2025-06-01', km: 10_000 }
  expect(usageOf([older, { day: '2026-08-24', km: 19_000 }], TODAY, USUAL).metresPerDay).toBe(20_045)
  expect(usageOf([{ day: '2025-01-01', km: 1 }, older], TODAY, USUAL).usage).toBe('interval')
})

test('S1-08 the plan of the model stands before the usual interval, what the adviser said before the plan', () => {
  const rules = [
    rule('A', { everyKm: 5000, everyMonths: 4 }),
    rule('A', { modelPattern: '凯美瑞', everyKm: 7500 }),
  ]
  expect(due({}, rules)).toMatchObject({ dueKm: 27_500, dueOn: '2027-02-01' })
  expect(due({ model: '卡罗拉' }, rules)).toMatchObject({ dueKm: 25_000, dueOn: '2026-12-01' })
  expect(due({ advisedOn: '2026-12-24', advisedKm: 26_000 }, rules)).toMatchObject({
    advised: true,
    dueOn: '2026-12-24',
    dueKm: 26_000,
  })
})

test('S1-05 S1-09 rarer items fall to the service whose distance or months they divide, and bring their package', () => {
  const rules = [
    rule('A', { everyKm: 10_000, everyMonths: 6, packageId: 'small' }),
    rule('B', { everyKm: 30_000, packageId: 'large' }),
    rule('brakeFluid', { everyMonths: 36 }),
  ]
  expect(due({}, rules)).toMatchObject({ ruleCodes: ['A', 'B'], packageId: 'large' })
  expect(due({ servicedKm: 30_000 }, rules)).toMatchObject({ ruleCodes: ['A'], packageId: 'small' })
  expect(due({ startedOn: '2024-02-10' }, rules).ruleCodes).toContain('brakeFluid')
})

test('S1-16 a car without a service is due from its first day', () => {
  const fresh = { servicedOn: null, servicedKm: null, startedOn: '2026-06-01' }
  expect(due(fresh)).toMatchObject({ baseOn: '2026-06-01', baseKm: 0, dueOn: '2026-12-01', dueKm: 10_000 })
})

test('S1-04 S1-10 X-CRM-25 due fifteen days ahead or at the last kilometres, then overdue, lost after three cycles', () => {
  const of = (dueOn: string, over = {}) =>
    classOf({ baseOn: '2026-06-01', dueOn, remainingKm: null, usage: 'interval', ...over }, LIMITS, TODAY)
  expect(of('2026-12-09')).toBe(null)
  expect(of('2026-12-08')).toBe('due')
  expect(of(TODAY)).toBe('due')
  expect(of('2026-11-22')).toBe('overdue')
  expect(of('2027-03-01', { usage: 'readings', remainingKm: 500 })).toBe('due')
  expect(of('2027-03-01', { usage: 'readings', remainingKm: 501 })).toBe(null)
  const old = (baseOn: string) =>
    classOf({ baseOn, dueOn: plusDays(baseOn, 180), remainingKm: null, usage: 'interval' }, LIMITS, TODAY)
  expect(old(plusDays(TODAY, -540))).toBe('overdue')
  expect(old(plusDays(TODAY, -541))).toBe('lost')
})

test('of two rules for one item the one that names the model wins', () => {
  const rules = [
    rule('A', { brandPattern: '丰田' }),
    rule('A', { modelPattern: '凯美' }),
    rule('B', { modelPattern: 'X' }),
  ]
  expect(rulesFor(rules, '丰田', '凯美瑞').map(({ modelPattern }) => modelPattern)).toEqual(['凯美'])
})

test('whatever the readings, a due day lies after the last service and never after the time limit', () => {
  const reading = fc.record({
    ago: fc.integer({ min: 0, max: 900 }),
    km: fc.integer({ min: 0, max: 900_000 }),
  })
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 12 }), fc.integer({ min: 1, max: 800 }), (all, ago) => {
      const readings = all
        .map(({ ago: days, km }) => ({ day: plusDays(TODAY, -days), km }))
        .sort((a, b) => (a.day < b.day ? -1 : 1))
      const servicedOn = plusDays(TODAY, -ago)
      const answer = due({ servicedOn, servicedKm: null, startedOn: plusDays(servicedOn, -400), readings })
      expect(answer.dueOn > servicedOn).toBe(true)
      expect(daysBetween(servicedOn, answer.dueOn)).toBeLessThanOrEqual(184)
      expect(answer.metresPerDay).toBeGreaterThan(0)
    }),
  )
})
