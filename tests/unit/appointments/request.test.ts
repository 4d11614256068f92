import { expect, test } from 'vitest'
import { answerDue } from '@/lib/appointments/request'

const at = (time: string, day = '24') => new Date(`2026-11-${day}T${time}:00Z`)
const open = [
  { start: at('08:00'), end: at('18:00') },
  { start: at('08:00', '25'), end: at('18:00', '25') },
]

test.each([
  ['in the middle of the day', at('10:10'), at('11:10')],
  ['before opening', at('05:00'), at('09:00')],
  ['an hour before closing', at('17:00'), at('18:00')],
  ['shortly before closing', at('17:45'), at('08:45', '25')],
  ['after closing', at('20:00'), at('09:00', '25')],
])('S1-26 an hour of opening hours, asked %s', (_when, asked, due) => {
  expect(answerDue(asked, 60, open)).toEqual(due)
})

test('a dealership that does not open again counts every minute', () => {
  expect(answerDue(at('10:00'), 60, [])).toEqual(at('11:00'))
  expect(answerDue(at('17:30', '25'), 60, open)).toEqual(at('18:30', '25'))
})
