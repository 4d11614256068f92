import { expect, test } from 'vitest'
import { instant } from '@/lib/core/time'
import { defaultSettings } from '@/lib/dealership/settings'
import { afterQuietHours, contactLimit } from '@/lib/reminders/cadence'
import { afterContact, CONTACT_RESULTS, contactFlow, factsOf } from '@/lib/reminders/contact'
import { contactRates } from '@/lib/reminders/contact-rate'

const ZONE = 'Asia/Shanghai'
const at = (time: string, day = '2026-11-23') => instant(day, time, ZONE)

test('S1-14 reached and booked are facts of their own', () => {
  const reached = CONTACT_RESULTS.filter((result) => factsOf(result).reached)
  expect(reached).toEqual(['reached', 'callLater', 'refused', 'booked'])
  expect(CONTACT_RESULTS.filter((result) => factsOf(result).booked)).toEqual(['booked'])
})

test('S1-14 S1-15 what an attempt does: misses count, a refusal ends it, a wrong number ends it unless it is corrected', () => {
  const tried = { class: 'due' as const, earlierMisses: 0, limit: 3, corrected: false, hasBooking: false }
  expect(afterContact({ ...tried, result: 'notReached' })).toBe('attempt')
  expect(afterContact({ ...tried, result: 'notReached', earlierMisses: 2 })).toBe('giveUp')
  expect(afterContact({ ...tried, result: 'wrongNumber' })).toBe('giveUp')
  expect(afterContact({ ...tried, result: 'wrongNumber', corrected: true })).toBe('attempt')
  expect(afterContact({ ...tried, result: 'refused' })).toBe('refuse')
  expect(afterContact({ ...tried, result: 'booked' })).toBe('attempt')
  expect(afterContact({ ...tried, result: 'booked', hasBooking: true })).toBe('book')
  expect(afterContact({ ...tried, result: 'callLater', earlierMisses: 9 })).toBe('attempt')
  expect(afterContact({ ...tried, result: 'reached' })).toBe('attempt')
  expect(afterContact({ ...tried, class: 'care', result: 'reached' })).toBe('close')
})

test('S1-01 a booking that falls through opens the contact again; what came or was closed stays so', () => {
  expect(contactFlow.next('booked', 'reopen')).toBe('open')
  expect(contactFlow.actionsFrom('came')).toEqual([])
  expect(contactFlow.actionsFrom('closed')).toEqual([])
  expect(() => contactFlow.next('refused', 'attempt')).toThrow('status.not-from-here')
})

test('quiet hours: what is made at night leaves in the morning, also across midnight', () => {
  expect(afterQuietHours(at('03:23'), ZONE, defaultSettings)).toEqual(at('08:00'))
  expect(afterQuietHours(at('21:00'), ZONE, defaultSettings)).toEqual(at('08:00', '2026-11-24'))
  expect(afterQuietHours(at('08:00'), ZONE, defaultSettings)).toEqual(at('08:00'))
  const noon = { 'quiet.from': '12:00', 'quiet.to': '14:00' }
  expect(afterQuietHours(at('12:30'), ZONE, noon)).toEqual(at('14:00'))
  expect(afterQuietHours(at('23:30'), ZONE, noon)).toEqual(at('23:30'))
})

test('X-CRM-19 each tier has its own limit', () => {
  const rules = { 'tier.newContacts': 3, 'tier.existingContacts': 2, 'tier.vipContacts': 1 }
  expect((['new', 'existing', 'vip'] as const).map((tier) => contactLimit(tier, rules))).toEqual([3, 2, 1])
})

test('X-KPI-01 X-KPI-02 the rates, and no rate of nothing', () => {
  expect(contactRates({ contacted: 20, reached: 18, booked: 9 })).toEqual({
    reachedBp: 9000,
    bookedOfContactedBp: 4500,
    bookedOfReachedBp: 5000,
  })
  expect(contactRates({ contacted: 0, reached: 0, booked: 0 }).reachedBp).toBe(null)
})
