import { expect, test } from 'vitest'
import { gradeTerms, layOut, worthOf } from '@/lib/dealership/lay-out'

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`)
const GRADES = [
  'junior',
  'junior',
  'junior',
  'middle',
  'middle',
  'middle',
  'middle',
  'middle',
  'senior',
  'senior',
] as const
const day = {
  start: at('00:00'),
  end: new Date(at('00:00').getTime() + 86_400_000),
  open: { start: at('08:30'), end: at('17:30') },
  attendance: GRADES.flatMap((grade, index) =>
    [
      ['08:30', '12:00'],
      ['13:00', '17:30'],
    ].map(([from = '', to = '']) => ({
      staffId: String(index),
      grade,
      technician: true,
      roles: ['technician'],
      skills: ['general'],
      startsAt: at(from),
      endsAt: at(to),
    })),
  ),
  bays: [],
  skills: ['general'],
  productivityBp: 10_000,
  gradeBp: { junior: 10_000, middle: 10_000, senior: 10_000 },
  rateBp: 8000,
  quickTechnicians: 1,
}

test('S1-52 S1-53 10 technicians × 8 h × 100 % × 0.80 = 64 h, and 16 h are kept', () => {
  const terms = gradeTerms(day)
  expect(terms.map(({ grade, people, minutes }) => [grade, people, minutes / 60])).toEqual([
    ['junior', 3, 24],
    ['middle', 5, 40],
    ['senior', 2, 16],
  ])
  expect(worthOf(terms)).toBe(80 * 60)
  expect(layOut(day).get('work')).toMatchObject({ bookableMinutes: 64 * 60, reserveMinutes: 16 * 60 })
})

test('X-TEC-02 a grade that is worth less makes the day smaller; harder work finds only its grade and above', () => {
  const rooms = layOut({ ...day, gradeBp: { junior: 5000, middle: 10_000, senior: 12_500 } })
  expect(rooms.get('work')?.bookableMinutes).toBe((12 + 40 + 20) * 60 * 0.8)
  expect(rooms.get('grade:middle')?.bookableMinutes).toBe((40 + 20) * 60 * 0.8)
  expect(rooms.get('grade:senior')?.bookableMinutes).toBe(20 * 60 * 0.8)
  expect(rooms.get('work')?.capacity[20]).toBe(300)
})
