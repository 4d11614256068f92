import { expect, test } from 'vitest'
import {
  clocksOf,
  complaintFlow,
  remediesFor,
  runningClock,
  COMPLAINT_TYPES,
} from '@/lib/follow-up/complaint'
import { afterAttempt, followUpFlow, isLoyal, isPoor, likelyType, stateOf } from '@/lib/follow-up/follow-up'
import { followUpsOf, inviteAt } from '@/lib/follow-up/plan'
import { defaultSettings } from '@/lib/dealership/settings'
import { minutesAfter } from '@/lib/core/time'

const at = new Date('2026-11-23T01:00:00Z')
const timeZone = 'Asia/Shanghai'

test('S8-10 the invitation leaves an hour later, never in the quiet hours', () => {
  expect(inviteAt(at, timeZone, defaultSettings)).toEqual(minutesAfter(at, 60))
  expect(inviteAt(new Date('2026-11-23T12:30:00Z'), timeZone, defaultSettings)).toEqual(
    new Date('2026-11-24T00:00:00Z'),
  )
  expect(inviteAt(new Date('2026-11-22T22:00:00Z'), timeZone, defaultSettings)).toEqual(
    new Date('2026-11-23T00:00:00Z'),
  )
})

test('S8-01 S8-07 tiers follow the settings; a next service in the past plans no reminder', () => {
  const delivery = {
    deliveredAt: at,
    timeZone,
    complaintSensitive: true,
    nextServiceOn: '2026-11-23',
    nextServiceKm: null,
  }
  expect(followUpsOf(delivery, defaultSettings).map(({ kind }) => kind)).toEqual([
    'ratingInvitation',
    'call',
    'extra',
  ])
  const two = followUpsOf(delivery, { ...defaultSettings, 'followup.extraSensitive': 2 })
  expect(two.map(({ kind }) => kind)).toEqual(['ratingInvitation', 'call', 'extra', 'extra'])
  for (const { dueFrom, dueTo } of two) expect(dueFrom < dueTo).toBe(true)
})

test('S8-06 a next service nearer than the lead is reminded from tomorrow at the earliest of its window', () => {
  const [, , reminder] = followUpsOf(
    { deliveredAt: at, timeZone, complaintSensitive: false, nextServiceOn: '2026-11-30', nextServiceKm: 9 },
    defaultSettings,
  )
  expect(reminder).toMatchObject({ kind: 'nextService', dueFrom: new Date('2026-11-23T01:00:00Z'), dueKm: 9 })
})

test('S8-19 what counts as poor, and what it is likely about', () => {
  expect(isPoor({ satisfaction: 'basicallySatisfied' })).toBe(false)
  expect(isPoor({ satisfaction: 'verySatisfied', problemSolved: false })).toBe(true)
  expect(isPoor({ satisfaction: 'disappointed' })).toBe(true)
  expect(isPoor({ satisfaction: 'verySatisfied', adviserStars: 2 })).toBe(true)
  expect(isPoor({ satisfaction: 'verySatisfied', adviserStars: 3, technicianStars: null })).toBe(false)
  expect(likelyType({ satisfaction: 'disappointed', adviserStars: 1 })).toBe('attitude')
  expect(likelyType({ satisfaction: 'disappointed', technicianStars: 1 })).toBe('quality')
  expect(likelyType({ satisfaction: 'disappointed' })).toBe('other')
})

test('S8-15 only the very satisfied are loyal', () => {
  expect([isLoyal('verySatisfied'), isLoyal('basicallySatisfied'), isLoyal('disappointed')]).toEqual([
    true,
    false,
    false,
  ])
})

test('S8-24 misses end at the limit; later does not count, a wrong number ends at once', () => {
  expect(afterAttempt('notReached', 1, 3)).toBe('attempt')
  expect(afterAttempt('notReached', 2, 3)).toBe('giveUp')
  expect(afterAttempt('callLater', 9, 3)).toBe('attempt')
  expect(afterAttempt('wrongNumber', 0, 3)).toBe('giveUp')
  expect(afterAttempt('refused', 0, 3)).toBe('skip')
})

test('the clock moves open follow-ups alone', () => {
  const window = { dueFrom: at, dueTo: minutesAfter(at, 10) }
  expect(stateOf({ status: 'planned', ...window }, minutesAfter(at, -1))).toBe('planned')
  expect(stateOf({ status: 'planned', ...window }, at)).toBe('due')
  expect(stateOf({ status: 'attempted', ...window }, minutesAfter(at, 11))).toBe('overdue')
  expect(stateOf({ status: 'done', ...window }, minutesAfter(at, 11))).toBe('done')
  expect(followUpFlow.actionsFrom('done')).toEqual([])
})

test('X-CMP-01 X-CMP-04 15 minutes to take over, two hours to the first plan, then no clock', () => {
  const clocks = clocksOf(at, defaultSettings)
  const seen = (status: Parameters<typeof runningClock>[0]['status']) =>
    runningClock({ status, ...clocks }, at)
  expect(seen('received')).toMatchObject({ clock: 'takeover', minutesLeft: 15 })
  expect(seen('analysed')).toMatchObject({ clock: 'firstPlan', minutesLeft: 120 })
  expect(seen('proposed')).toBeNull()
})

test('X-CMP-10 nothing is carried out before the customer agrees', () => {
  for (const [status, steps] of Object.entries(complaintFlow.graph))
    if (status !== 'agreed') expect(Object.keys(steps)).not.toContain('execute')
  for (const type of COMPLAINT_TYPES) expect(remediesFor(type)).toContain('none')
})
