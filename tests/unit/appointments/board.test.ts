import { expect, test } from 'vitest'
import { loadLine, overloadedBy, stretchesOf, tryOn } from '@/lib/appointments/board'
import type { LedgerDay } from '@/lib/appointments/ledger'
import { slotTimes } from '@/lib/appointments/slot-times'
import { instant } from '@/lib/core/time'

const ZONE = 'Asia/Shanghai'
const at = (time: string) => instant('2026-11-24', time, ZONE).getTime()
const RULES = { fromBp: 6000, toBp: 8000, productivityBp: 10_000 }

/** Open 08:00 to 12:00 with two technicians, nobody there from 10:00 to 10:30. */
function aDay(booked: number[]): LedgerDay {
  const capacity = Array.from({ length: 48 }, (_, step) => (step >= 16 && step < 24 && step !== 20 ? 60 : 0))
  const minutes = Array<number>(48).fill(0)
  for (const [position, taken] of booked.entries()) minutes[16 + position] = taken
  const room = {
    capacity,
    booked: minutes,
    bookableMinutes: 336,
    bookedMinutes: booked.reduce((a, b) => a + b, 0),
  }
  return {
    day: '2026-11-24',
    first: at('00:00'),
    opensAt: at('08:00'),
    closesAt: at('12:00'),
    rooms: new Map([['work', room]]),
  }
}

test('S1-62 each half hour has its load and its band, and none while nobody is there', () => {
  const line = loadLine(aDay([30, 45, 60]), 'work', RULES)
  expect(line?.steps.map(({ band }) => band)).toEqual([
    'below', 'inside', 'above', 'below', null, 'below', 'below', 'below',
  ]) // prettier-ignore
  expect(line?.steps[1]).toMatchObject({
    at: at('08:30'),
    rateBp: 7500,
    availableMinutes: 60,
    bookedMinutes: 45,
  })
  expect(loadLine(aDay([]), 'skill:paint', RULES)).toBeNull()
})

test('S1-62 peaks to shave and valleys to fill are stretches with their hours; two hours of peak are tiring', () => {
  const of = (booked: number[]) => stretchesOf(loadLine(aDay(booked), 'work', RULES)?.steps ?? [], RULES)
  expect(of([60, 60, 45, 45, 0, 40, 40, 40])).toEqual([
    { kind: 'peak', from: at('08:00'), to: at('09:00'), rateBp: 10_000, minutes: 24, tiring: false },
  ])
  expect(of([60, 60, 60, 60])).toMatchObject([
    { kind: 'peak', from: at('08:00'), to: at('10:00'), tiring: true },
    { kind: 'valley', from: at('10:30'), to: at('12:00'), minutes: 108 },
  ])
  // Half an hour below the band is no valley.
  expect(of([45, 45, 45, 0, 0, 45, 45, 45])).toEqual([])
})

test('S1-61 what is tried on shows the half hours that are loaded past what there is', () => {
  const day = aDay([60, 30])
  const uses = [
    { day, step: 16, minutes: 30, needs: ['work'] },
    { day, step: 17, minutes: 30, needs: ['work', 'unknown'] },
  ]
  expect(overloadedBy(uses)).toEqual([])
  tryOn(uses)
  expect(overloadedBy(uses)).toEqual([{ day: '2026-11-24', resource: 'work', step: 16 }])
  expect(day.rooms.get('work')?.bookedMinutes).toBe(150)
})

test('the times of a day at which a car may be received', () => {
  expect(slotTimes({ from: new Date(at('08:30')), to: new Date(at('10:15')) }, 30, ZONE)).toEqual([
    '08:30',
    '09:00',
    '09:30',
  ])
  expect(slotTimes({ from: '08:00', to: '08:40' }, 20, ZONE)).toEqual(['08:00', '08:20'])
  expect(slotTimes(null, 30, ZONE)).toEqual([])
})
