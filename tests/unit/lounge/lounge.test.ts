import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { checkChoice, delayLead, isLateNotice } from '@/lib/lounge/delay'
import { maskedName, maskedPlate } from '@/lib/lounge/masked'
import { owedWords, type WaitingFacts } from '@/lib/lounge/owed-word'
import { promiseRisk, type PromiseFacts } from '@/lib/lounge/promise-risk'
import type { RepairOrderStatus } from '@/lib/orders/repair-order'

const now = new Date('2026-11-23T01:00:00Z')
const at = (minutes: number) => minutesAfter(now, minutes)
const code = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

const facts = (over: Partial<PromiseFacts> = {}): PromiseFacts => ({
  status: 'inRepair',
  promisedAt: at(120),
  promisedTo: at(150),
  plannedEnd: at(60),
  bufferMinutes: 30,
  ...over,
})
const judged = (over: Partial<PromiseFacts> = {}) => {
  const { risk, reason } = promiseRisk(facts(over), now) ?? {}
  return [risk, reason]
}

test('S4-05 a promise is ok, tight or late by what is left to do and what follows the work', () => {
  expect(judged()).toEqual(['ok', null])
  expect(judged({ plannedEnd: at(130) })).toEqual(['tight', 'littleTime'])
  expect(judged({ plannedEnd: at(151) })).toEqual(['late', 'workEndsLater'])
  expect(judged({ unplannedMinutes: 91 })).toEqual(['late', 'workEndsLater'])
  expect(judged({ stopped: true })).toEqual(['tight', 'workStopped'])
  expect(judged({ promisedAt: at(-40), promisedTo: at(-10) })).toEqual(['late', 'promisePassed'])
  expect(judged({ plannedEnd: at(-30) })).toEqual(['ok', null])
})

test('S4-05 after the work only the check is left; a car that is ready was in time or was not', () => {
  expect(judged({ status: 'workDone', plannedEnd: null, promisedAt: at(20), promisedTo: null })).toEqual([
    'tight',
    'littleTime',
  ])
  expect(judged({ status: 'washing', plannedEnd: null, promisedAt: at(20), promisedTo: null })).toEqual([
    'ok',
    null,
  ])
  expect(judged({ status: 'ready', readyAt: at(-200) })).toEqual(['ok', null])
  expect(judged({ status: 'ready', readyAt: at(-1), promisedAt: at(-30), promisedTo: null })).toEqual([
    'late',
    'readyLate',
  ])
})

test('nothing promised, not signed, stopped or cancelled: there is no promise to judge', () => {
  expect(promiseRisk(facts({ promisedAt: null, promisedTo: null }), now)).toBeNull()
  for (const status of [
    'draft',
    'estimated',
    'awaitingSignature',
    'stopped',
    'cancelled',
  ] as RepairOrderStatus[])
    expect(promiseRisk(facts({ status }), now)).toBeNull()
})

test('the later it gets, the worse the promise stands, never better', () => {
  const rank = { ok: 0, tight: 1, late: 2 }
  fc.assert(
    fc.property(
      fc.integer({ min: -60, max: 600 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 300 }),
      (end, first, more) => {
        const early = promiseRisk(facts({ plannedEnd: at(end) }), at(first))!
        const later = promiseRisk(facts({ plannedEnd: at(end) }), at(first + more))!
        expect(rank[later.risk]).toBeGreaterThanOrEqual(rank[early.risk])
        expect(later.expectedAt >= early.expectedAt).toBe(true)
      },
    ),
  )
})

const rule = { careEveryMinutes: 45, minCare: 1 }
const waiting = (over: Partial<WaitingFacts> = {}): WaitingFacts => ({
  since: at(-10), lastCareAt: null, lastToldAt: null, stageAt: null, risk: 'ok', careContacts: 0, ...over,
}) // prettier-ignore

test('S4-02 S4-18 a word is owed after 45 quiet minutes, and the first care is named as such', () => {
  expect(owedWords(waiting(), now, rule)).toEqual([])
  expect(owedWords(waiting({ since: at(-45) }), now, rule)).toEqual(['firstCare'])
  expect(owedWords(waiting({ since: at(-200), lastCareAt: at(-44), careContacts: 1 }), now, rule)).toEqual([])
  expect(owedWords(waiting({ since: at(-200), lastCareAt: at(-45), careContacts: 1 }), now, rule)).toEqual([
    'care',
  ])
})

test('S4-16 a change on the board asks for a word until somebody tells it', () => {
  expect(owedWords(waiting({ stageAt: at(-3) }), now, rule)).toEqual(['stage'])
  expect(owedWords(waiting({ stageAt: at(-3), lastToldAt: at(-2) }), now, rule)).toEqual([])
  expect(owedWords(waiting({ stageAt: at(-1), lastToldAt: at(-2) }), now, rule)).toEqual(['stage'])
})

test('S4-18 S5-42 a promise in danger asks for a word first, unless it was told just now', () => {
  expect(owedWords(waiting({ risk: 'late', stageAt: at(-3) }), now, rule)).toEqual(['promise', 'stage'])
  expect(owedWords(waiting({ risk: 'tight', lastToldAt: at(-44) }), now, rule)).toEqual([])
})

test('S4-11 the lead counts back from the old promise; less than two hours is a late notice', () => {
  const lead = (over: object) => () =>
    delayLead({ status: 'inRepair', promisedAt: at(180), newPromisedAt: at(240), ...over }, now)
  expect(lead({})()).toBe(180)
  expect(lead({ promisedAt: at(-15) })()).toBe(-15)
  expect([isLateNotice(120, 120), isLateNotice(119, 120), isLateNotice(-15, 120)]).toEqual([
    false,
    true,
    true,
  ])
  expect(code(lead({ status: 'ready' }))).toBe('delay.not-running')
  expect(code(lead({ status: 'draft' }))).toBe('delay.not-running')
  expect(code(lead({ promisedAt: null }))).toBe('delay.nothing-promised')
  expect(code(lead({ newPromisedAt: at(170) }))).toBe('delay.not-later')
  expect(code(lead({ promisedAt: at(-60), newPromisedAt: at(-1) }))).toBe('delay.in-the-past')
})

test('S4-12 only what was offered can be chosen, and a subsidy has its price', () => {
  expect(code(() => checkChoice('loaner', ['subsidy'], null))).toBe('delay.not-offered')
  expect(code(() => checkChoice('subsidy', ['subsidy'], null))).toBe('delay.cost-wanted')
  expect(code(() => checkChoice('subsidy', ['subsidy'], 5000))).toBeNull()
  expect(code(() => checkChoice('none', [], null))).toBeNull()
})

test('X-SEC-09 plate and name on a public screen keep only what their owner recognises', () => {
  expect(maskedPlate('沪A12345')).toBe('沪A•••45')
  expect(maskedPlate('沪AD12345')).toBe('沪A••••45')
  expect(maskedName('张伟')).toBe('张*')
  expect(maskedName('欧阳娜娜')).toBe('欧**')
  expect(maskedName('王')).toBe('王*')
})
