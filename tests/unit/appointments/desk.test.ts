import { expect, test } from 'vitest'
import { bestSlot } from '@/lib/appointments/best-slot'
import {
  bookingDeskOf,
  callerFrom,
  DESK_FIELDS,
  isAnotherCaller,
  packagesLike,
  wholeMonths,
} from '@/lib/appointments/desk'
import { Proposal, proposalField } from '@/lib/appointments/proposals'

test('S1-25 S1-32 from the first word of a caller to the booking there are at most eight fields, in the order of the call', () => {
  expect(DESK_FIELDS.known.length).toBeLessThanOrEqual(8)
  expect(DESK_FIELDS.new.length).toBeLessThanOrEqual(8)
  for (const path of Object.values(DESK_FIELDS)) {
    expect(path[0]).toBe('find')
    expect(path.at(-1)).toBe('readBack')
    expect(new Set(path).size).toBe(path.length)
  }
  expect(DESK_FIELDS.new.filter((field) => (DESK_FIELDS.known as readonly string[]).includes(field))).toEqual(
    [...DESK_FIELDS.known],
  )
})

test('whole months are counted by the calendar, also over the end of a month', () => {
  expect(wholeMonths('2026-11-23', '2026-11-23')).toBe(0)
  expect(wholeMonths('2026-10-24', '2026-11-23')).toBe(0)
  expect(wholeMonths('2026-10-23', '2026-11-23')).toBe(1)
  expect(wholeMonths('2026-01-31', '2026-02-28')).toBe(1)
  expect(wholeMonths('2024-11-23', '2026-11-22')).toBe(23)
})

const OIL = { code: 'A', name: '小保养', nameEn: 'Minor service', pinyin: 'xiaobaoyang', initials: 'xby' }
const AIR = {
  code: 'B',
  name: '空调清洗',
  nameEn: 'Air cleaning',
  pinyin: 'kongtiaoqingxi',
  initials: 'ktqx',
}
const BIG = { code: 'XBY2', name: '大保养', nameEn: 'Major service', pinyin: 'dabaoyang', initials: 'dby' }

test('a package is found by code, name in either language, pinyin and initials, the likeliest first', () => {
  const codes = (words: string) => packagesLike([AIR, BIG, OIL], words).map(({ code }) => code)
  expect(codes('xby')).toEqual(['A'])
  expect(codes('b')).toEqual(['B', 'XBY2', 'A'])
  expect(codes('保养')).toEqual(['XBY2', 'A'])
  expect(codes('KONG')).toEqual(['B'])
  expect(codes('service')).toEqual(['XBY2', 'A'])
  expect(codes('')).toEqual(['B', 'XBY2', 'A'])
  expect(codes('刹车')).toEqual([])
})

const slot = (startsAt: string, over: Partial<Parameters<typeof bestSlot>[0][number]> = {}) => ({
  startsAt,
  over: false,
  wanted: true,
  stay: true,
  rank: 1,
  ...over,
})

test('the time proposed has room, then the adviser asked for, then lets the customer stay, then is the calmest', () => {
  expect(bestSlot([slot('a', { over: true }), slot('b', { rank: 9 })])?.startsAt).toBe('b')
  expect(bestSlot([slot('a', { wanted: false }), slot('b', { rank: 9 })])?.startsAt).toBe('b')
  expect(bestSlot([slot('a', { stay: false }), slot('b', { rank: 9 })])?.startsAt).toBe('b')
  expect(bestSlot([slot('a', { rank: 2 }), slot('b')])?.startsAt).toBe('b')
  expect(bestSlot([slot('a', { over: true })])).toBeUndefined()
})

test('words typed for a caller nobody knows go where they belong', () => {
  expect(callerFrom(' 138-0013 8000 ')).toEqual({ name: '', phone: '13800138000', plate: '' })
  expect(callerFrom('沪a12345')).toEqual({ name: '', phone: '', plate: '沪A12345' })
  expect(callerFrom('欧阳娜娜')).toEqual({ name: '欧阳娜娜', phone: '', plate: '' })
  expect(callerFrom('12345')).toEqual({ name: '', phone: '', plate: '' })
})

test('S1-34 a proposal travels through a form as one field and comes back as it was', () => {
  const field = proposalField({ kind: 'due', reference: 'service' }, 'accepted')
  const read = { kind: 'due', reference: 'service', outcome: 'accepted' }
  expect(Proposal.parse(field)).toEqual(read)
  expect(Proposal.parse(read)).toEqual(read)
  for (const wrong of [
    '',
    'due',
    'due:service',
    'due::accepted',
    'x:y:accepted',
    'due:service:maybe',
    7,
    null,
  ])
    expect(Proposal.safeParse(wrong).success).toBe(false)
})

test('who was found is the caller that was being typed in, unless name, number or plate contradict', () => {
  const found = { name: '王丽', phone: '13800001234', plate: '沪A12345' }
  const typed = (over: object) => ({ name: '', phone: '', plate: '', ...over })
  for (const same of [
    {},
    { name: '王' },
    { phone: '1234' },
    { plate: ' a123' },
    { name: '王丽', phone: '138 0000 1234' },
  ])
    expect(isAnotherCaller(typed(same), found)).toBe(false)
  for (const other of [
    { name: '李' },
    { phone: '999' },
    { plate: '沪B' },
    { name: '王丽', phone: '13900001234' },
  ])
    expect(isAnotherCaller(typed(other), found)).toBe(true)
})

test('R18 the way to the desk names car and customer by their ids, and a VIN only by its end', () => {
  const of = (plate: string) => bookingDeskOf({ vehicle: { id: 'v', plate }, customer: { id: 'c' } })
  expect(of('沪A12345')).toBe(`/appointments/new?q=${encodeURIComponent('沪A12345')}&vehicle=v&customer=c`)
  expect(of('LSVAA4182E2123456')).not.toContain('LSVAA4182')
})
