import { expect, test } from 'vitest'
import { CHANGE_REASONS, reasonOf, reasonText } from '@/lib/appointments/reason'
import { isQuick } from '@/lib/appointments/legs'
import { workOf } from '@/lib/appointments/work'

const item = (skill: string, minutes: number, over = {}) => ({
  packageId: null,
  operationId: null,
  description: '',
  minutes,
  labourFen: 100,
  partsFen: 50,
  skill,
  bayKind: 'general',
  quickLane: false,
  ...over,
})

test('S1-39 minutes and prices of the lines add up', () => {
  expect(workOf([item('general', 60), item('general', 30)])).toMatchObject({
    minutes: 90,
    labourFen: 200,
    partsFen: 100,
    skill: 'general',
  })
})

test('a special skill leads over general, the one with more minutes first', () => {
  expect(workOf([item('general', 90), item('engine', 30)]).skill).toBe('engine')
  expect(workOf([item('chassis', 60), item('engine', 30), item('general', 500)]).skill).toBe('chassis')
})

test('the quick lane takes only what is quick altogether', () => {
  expect(isQuick([item('general', 60, { quickLane: true })])).toBe(true)
  expect(isQuick([item('general', 60, { quickLane: true }), item('general', 30)])).toBe(false)
})

test('S1-79 a reason is kept with its code and can be read again', () => {
  for (const code of CHANGE_REASONS) {
    expect(reasonOf(reasonText(code, 'x: y'))).toEqual({ code, note: 'x: y' })
    expect(reasonOf(reasonText(code))).toEqual({ code, note: '' })
  }
  expect(reasonOf('because')).toBeNull()
  expect(reasonOf(null)).toBeNull()
})
