import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plusDays } from '@/lib/core/time'
import { comebackOf, complaintGroups, type EarlierRepair } from '@/lib/reception/comeback'
import { COMPLAINT_GROUPS } from '@/lib/reception/complaint-words'
import { receiverOf } from '@/lib/reception/receiver'

const LIMITS = { days: 30, km: 1000 }
const now = { on: '2026-11-23', km: 31_000, groups: ['brakes'] as const }
const earlier = (over: Partial<EarlierRepair> = {}): EarlierRepair => ({
  orderId: 'first',
  no: 'R1',
  on: '2026-11-10',
  km: 30_500,
  groups: ['brakes'],
  ...over,
})

test('words of both languages, tapped answers and trouble codes lead to groups', () => {
  const of = (...texts: string[]) => complaintGroups({ texts })
  expect(of('刹车时有吱吱的异响')).toEqual(['brakes'])
  expect(of('the brakes squeal')).toEqual(['brakes'])
  expect(of('前轮有异响')).toEqual(['noise'])
  expect(of('空调不制冷', '方向盘抖动')).toEqual(['steering', 'engine', 'airConditioning'])
  expect(of('1 万公里保养', '10,000 km maintenance', '')).toEqual([])
  expect(complaintGroups({ texts: [], codes: ['P0301', 'P0715', 'C0035', 'U0100'] })).toEqual([
    'brakes',
    'engine',
    'gearbox',
    'electrical',
  ])
  const fault = { what: ['noise', 'brakes'], when: [], frequency: [], speed: [], road: [], warmth: [], sound: [] } as Parameters<typeof complaintGroups>[0]['fault'] // prettier-ignore
  expect(complaintGroups({ texts: [], fault })).toEqual(['brakes'])
})

test('the same group within 30 days or 1,000 km is a come-back; beyond both it is none', () => {
  const is = (over: Partial<EarlierRepair>, limits = LIMITS) =>
    comebackOf(now, [earlier(over)], limits) !== null
  expect(comebackOf(now, [earlier()], LIMITS)).toEqual({
    orderId: 'first',
    no: 'R1',
    on: '2026-11-10',
    days: 13,
    km: 500,
    groups: ['brakes'],
  })
  expect(is({ on: '2026-10-24', km: 10_000 })).toBe(true)
  expect(is({ on: '2026-10-23', km: 10_000 })).toBe(false)
  expect(is({ on: '2026-05-01', km: 30_000 })).toBe(true)
  expect(is({ on: '2026-05-01', km: 29_999 })).toBe(false)
  expect(is({ on: '2026-05-01', km: null })).toBe(false)
  expect(is({ on: '2026-05-01', km: 40_000 })).toBe(false)
  expect(is({ groups: ['engine'] })).toBe(false)
  expect(is({}, { days: 0, km: 0 })).toBe(false)
  expect(is({ on: '2026-11-24' })).toBe(false)
})

test('of several the newest is proposed, and never one outside its limits or of another group', () => {
  const repair = fc
    .record({
      ago: fc.integer({ min: -5, max: 400 }),
      km: fc.option(fc.integer({ min: 0, max: 60_000 })),
      groups: fc.subarray([...COMPLAINT_GROUPS]),
    })
    .map(({ ago, km, groups }) => earlier({ orderId: `${ago}`, on: plusDays(now.on, -ago), km, groups }))
  fc.assert(
    fc.property(fc.array(repair, { maxLength: 8 }), (repairs) => {
      const found = comebackOf(now, repairs, LIMITS)
      const fits = (one: EarlierRepair) => comebackOf(now, [one], LIMITS) !== null
      expect(found !== null).toBe(repairs.some(fits))
      if (!found) return
      expect(found.groups).toEqual(['brakes'])
      expect(found.days <= LIMITS.days || (found.km ?? Infinity) <= LIMITS.km).toBe(true)
      for (const one of repairs.filter(fits)) expect(one.on <= found.on).toBe(true)
    }),
  )
})

test('S2-62 a come-back is received by the most experienced adviser unless the customer asked for somebody', () => {
  const old = { id: 'old', roles: ['serviceAdviser'], visits: 90, open: 5 }
  const young = { id: 'young', roles: ['serviceAdviser'], visits: 3, open: 0 }
  const arriving = {
    booked: true,
    complaintSensitive: false,
    comeback: true,
    requestedId: null,
    slotHolderId: 'young',
  }
  expect(receiverOf(arriving, [young, old])).toEqual({ id: 'old', reason: 'comeback' })
  expect(receiverOf({ ...arriving, comeback: false }, [young, old])?.reason).toBe('booked')
  expect(receiverOf({ ...arriving, requestedId: 'young' }, [young, old])?.reason).toBe('requested')
})
