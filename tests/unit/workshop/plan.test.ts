import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesAfter, overlaps } from '@/lib/core/time'
import { bayFits, fittingBays } from '@/lib/workshop/bay'
import { gradeCovers, GRADES, isCertified } from '@/lib/workshop/grade'
import { forecast, minutesToPlan, planFlow, type LiveEntry } from '@/lib/workshop/plan'
import { suggest } from '@/lib/workshop/suggest'
import { nextOnDuty, workingEnd, workingMinutes } from '@/lib/workshop/working-time'

const DAY = new Date('2026-11-23T00:00:00Z')
const at = (minutes: number) => minutesAfter(DAY, minutes)
const duty = [
  { start: at(30), end: at(240) },
  { start: at(300), end: at(570) },
  { start: at(1470), end: at(1680) },
]

test('X-TEC-02 each grade covers its own work and that below it, and none covers nothing', () => {
  expect(GRADES.map((grade) => GRADES.map((needed) => gradeCovers(grade, needed)))).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ])
  expect(GRADES.some((needed) => gradeCovers(null, needed))).toBe(false)
})

test('X-TEC-01 a certificate is valid to the end of its last day', () => {
  expect(isCertified('2026-11-23', '2026-11-23')).toBe(true)
  expect(isCertified('2026-11-22', '2026-11-23')).toBe(false)
  expect(isCertified(null, '2026-11-23')).toBe(false)
})

test('a quick job may use a general bay, but nothing else takes a quick, body or alignment bay', () => {
  expect(bayFits('general', 'quick')).toBe(true)
  expect(bayFits('quick', 'general')).toBe(false)
  expect(bayFits('general', 'alignment')).toBe(false)
  const bays = [
    { kind: 'general' as const, position: 0 },
    { kind: 'quick' as const, position: 1 },
  ]
  expect(fittingBays(bays, 'quick').map(({ kind }) => kind)).toEqual(['quick', 'general'])
})

test('work stops for breaks and nights and runs on when the known duty is used up', () => {
  expect(workingEnd(at(200), 60, duty)).toEqual(at(320))
  expect(workingEnd(at(560), 30, duty)).toEqual(at(1490))
  expect(workingEnd(at(1670), 30, duty)).toEqual(at(1700))
  expect(nextOnDuty(at(250), duty)).toEqual(at(300))
})

test('the minutes between a start and its working end are the minutes of the work', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 1679 }), fc.integer({ min: 1, max: 900 }), (start, minutes) => {
      const from = nextOnDuty(at(start), duty)
      expect(workingMinutes({ start: from, end: workingEnd(from, minutes, duty) }, duty)).toBe(minutes)
    }),
  )
})

const entry = fc.record({
  technician: fc.integer({ min: 0, max: 2 }),
  bay: fc.integer({ min: 0, max: 3 }),
  order: fc.integer({ min: 0, max: 5 }),
  start: fc.integer({ min: 30, max: 500 }),
  minutes: fc.integer({ min: 5, max: 120 }),
  worked: fc.integer({ min: 0, max: 90 }),
})

/** A plan as the database would hold it: no two entries share a technician, a bay or a car at one time. */
function aPlan(
  wishes: readonly {
    technician: number
    bay: number
    order: number
    start: number
    minutes: number
    worked: number
  }[],
  now: Date,
): LiveEntry[] {
  const plan: LiveEntry[] = []
  for (const [n, wish] of wishes.entries()) {
    const startsAt = nextOnDuty(at(wish.start), duty)
    const one: LiveEntry = {
      id: String(n).padStart(3, '0'),
      jobId: `j${n}`,
      orderId: `o${wish.order}`,
      plate: '',
      technicianId: `t${wish.technician}`,
      bayId: `b${wish.bay}`,
      startsAt,
      endsAt: workingEnd(startsAt, wish.minutes, duty),
      status: 'planned',
      workedMinutes: 0,
    }
    if (!plan.some((other) => clash(one, other))) plan.push(one)
  }
  const busy = new Set<string>()
  return plan.map((one, n) => {
    const keys = [one.technicianId, one.bayId, one.orderId]
    if (one.startsAt > now || keys.some((key) => busy.has(key))) return one
    keys.forEach((key) => busy.add(key))
    return { ...one, status: 'active' as const, workedMinutes: wishes[n]?.worked ?? 0 }
  })
}
const shares = (a: LiveEntry, b: LiveEntry) =>
  a.technicianId === b.technicianId || a.bayId === b.bayId || a.orderId === b.orderId
const clash = (a: LiveEntry, b: LiveEntry) =>
  shares(a, b) && overlaps({ start: a.startsAt, end: a.endsAt }, { start: b.startsAt, end: b.endsAt })

test('S5-10 a forecast keeps person, bay and car in one place, moves nothing forward and nothing into the past', () => {
  const everybody = new Map(['t0', 't1', 't2'].map((id) => [id, duty]))
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 14 }), fc.integer({ min: 30, max: 520 }), (wishes, minute) => {
      const now = at(minute)
      const plan = aPlan(wishes, now)
      const expected = forecast(plan, everybody, now)
      const after = plan.map((one) => ({
        ...one,
        startsAt: expected.get(one.id)!.start,
        endsAt: expected.get(one.id)!.end,
      }))
      for (const [n, one] of after.entries()) {
        expect(+one.startsAt).toBeGreaterThanOrEqual(+plan[n]!.startsAt)
        expect(+one.endsAt).toBeGreaterThanOrEqual(+plan[n]!.endsAt)
        if (one.status === 'planned') expect(+one.startsAt).toBeGreaterThanOrEqual(+now)
        else expect(+one.endsAt).toBeGreaterThanOrEqual(+now)
        for (const other of after.slice(n + 1)) expect(clash(one, other)).toBe(false)
      }
    }),
  )
})

test('what is left of a job is planned, and doing it again takes half an hour at most', () => {
  expect(minutesToPlan({ status: 'queued', minutes: 90, workedMinutes: 0 })).toBe(90)
  expect(minutesToPlan({ status: 'paused', minutes: 90, workedMinutes: 50 })).toBe(40)
  expect(minutesToPlan({ status: 'paused', minutes: 30, workedMinutes: 50 })).toBe(10)
  expect(minutesToPlan({ status: 'rework', minutes: 240, workedMinutes: 200 })).toBe(30)
})

test('S5-13 nobody is suggested who may not do the work, and the customer’s choice goes first', () => {
  const hand = (id: string, grade: 'junior' | 'senior', over: object = {}) => ({
    id,
    grade,
    skills: [],
    certified: true,
    duty,
    freeFrom: at(30),
    ...over,
  })
  const job = {
    jobId: 'j',
    orderId: 'o',
    minutesLeft: 60,
    minGrade: 'junior' as const,
    skill: 'general',
    requestedTechnicianId: null,
  }
  const ask = (over: object, hands = [hand('a', 'junior'), hand('b', 'senior')]) =>
    suggest([{ ...job, ...over }], hands, new Map(), at(60)).get('j')?.technicianId
  expect(ask({})).toBe('a')
  expect(ask({ minGrade: 'senior' })).toBe('b')
  expect(ask({ requestedTechnicianId: 'b' })).toBe('b')
  expect(ask({ skill: 'newEnergy' })).toBeUndefined()
  expect(ask({}, [hand('a', 'junior', { certified: false })])).toBeUndefined()
  expect(ask({}, [hand('a', 'junior', { freeFrom: at(400) }), hand('b', 'senior')])).toBe('b')
})

test('every step of a plan entry is allowed or refused as the table says', () => {
  expect(planFlow.next('planned', 'start')).toBe('active')
  expect(planFlow.next('active', 'finish')).toBe('done')
  expect(() => planFlow.next('done', 'withdraw')).toThrow()
  expect(() => planFlow.next('cancelled', 'start')).toThrow()
})
