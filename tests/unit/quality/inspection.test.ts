import { expect, test } from 'vitest'
import { checkAcceptance, isAccepted, type AcceptanceFacts } from '@/lib/quality/acceptance'
import { checkLine, checkSeparation, outcome, reworkOf, type InspectedLine } from '@/lib/quality/inspection'
import { checkDriver, roadTestFlow } from '@/lib/quality/road-test'

const line = (over: Partial<InspectedLine> = {}): InspectedLine => ({
  group: 'job',
  jobId: 'a',
  result: 'pass',
  reason: '',
  ...over,
})
const code = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('S6-10 one failed line of any kind fails the car; an open line or an empty sheet decides nothing', () => {
  expect(outcome([line(), line({ group: 'exterior', jobId: null })])).toBe('passed')
  expect(outcome([line(), line({ result: 'fail', reason: 'x' })])).toBe('failed')
  expect(code(() => outcome([line(), line({ result: null })]))).toBe('inspection.lines-open')
  expect(code(() => outcome([]))).toBe('inspection.lines-open')
})

test('S6-03 a failed line says why and which work has to be done again', () => {
  expect(code(() => checkLine(line({ result: 'fail' })))).toBe('inspection.reason-wanted')
  expect(code(() => checkLine(line({ group: 'interior', jobId: null, result: 'fail', reason: 'x' })))).toBe(
    'inspection.job-wanted',
  )
  expect(code(() => checkLine(line()))).toBeNull()
  const again = reworkOf([
    line({ result: 'fail', reason: 'x' }),
    line({ group: 'interior', result: 'fail', reason: 'y' }),
    line({ jobId: 'b' }),
  ])
  expect([...again]).toEqual([['a', ['x', 'y']]])
})

test('S6-02 the hand that worked is not the eye that inspects', () => {
  expect(code(() => checkSeparation('me', ['you', 'me']))).toBe('inspection.own-work')
  expect(code(() => checkSeparation('me', ['you']))).toBeNull()
})

test('S6-09 two people, two sides, after wash and road test', () => {
  const facts: AcceptanceFacts = { wash: null, washedAt: null, openRoadTests: 0, workers: ['t'], given: [] }
  const adviser = { side: 'adviser' as const, staffId: 'a' }
  const technician = { side: 'technician' as const, staffId: 't' }
  expect(code(() => checkAcceptance(adviser, facts))).toBeNull()
  expect(code(() => checkAcceptance(adviser, { ...facts, openRoadTests: 1 }))).toBe(
    'acceptance.road-test-open',
  )
  expect(code(() => checkAcceptance(adviser, { ...facts, wash: true }))).toBe('acceptance.wash-first')
  expect(code(() => checkAcceptance(adviser, { ...facts, wash: true, washedAt: new Date(0) }))).toBeNull()
  expect(code(() => checkAcceptance(adviser, { ...facts, given: [adviser] }))).toBe(
    'acceptance.already-given',
  )
  expect(
    code(() =>
      checkAcceptance({ side: 'technician', staffId: 'a' }, { ...facts, workers: ['a'], given: [adviser] }),
    ),
  ).toBe('acceptance.same-person')
  expect(code(() => checkAcceptance({ side: 'technician', staffId: 'x' }, facts))).toBe(
    'acceptance.not-your-work',
  )
  expect(isAccepted([adviser])).toBe(false)
  expect(isAccepted([adviser, technician])).toBe(true)
})

test('S6-13 S5-39 a road test goes queued, on the road, done; only with the permitted driver', () => {
  expect(roadTestFlow.next('queued', 'start')).toBe('onRoad')
  expect(roadTestFlow.next('onRoad', 'end')).toBe('done')
  for (const [from, action] of [
    ['queued', 'end'],
    ['onRoad', 'start'],
    ['onRoad', 'permit'],
    ['done', 'start'],
    ['done', 'end'],
  ] as const)
    expect(code(() => roadTestFlow.next(from, action))).toBe('status.not-from-here')
  expect(code(() => checkDriver('d', { driverId: 'd', permittedById: null }))).toBe('roadTest.not-permitted')
  expect(code(() => checkDriver('x', { driverId: 'd', permittedById: 'f' }))).toBe('roadTest.not-permitted')
  expect(code(() => checkDriver('d', { driverId: 'd', permittedById: 'f' }))).toBeNull()
})
