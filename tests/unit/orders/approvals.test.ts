import { expect, test } from 'vitest'
import { missingReadOut } from '@/lib/orders/answers'
import { auditOf, AUDIT_POINTS, type AuditFact } from '@/lib/orders/audit'
import { differenceOf } from '@/lib/orders/estimate-difference'
import { GUARANTEE, guaranteeOf, isUnderGuarantee } from '@/lib/orders/guarantee'
import { levelOf, warningsOf } from '@/lib/orders/three-guarantees'
import { authorityOf, payerFollows, payerOf, warrantyFlow } from '@/lib/orders/warranty'

const line = (title: string, totalFen: number, kind = 'repair') => ({ kind, title, titleEn: '', totalFen })
const version = (...lines: ReturnType<typeof line>[]) => ({
  lines,
  totals: { totalFen: lines.reduce((sum, { totalFen }) => sum + totalFen, 0) },
})

test('versions are compared line by line: added, removed, of another price', () => {
  expect(differenceOf(version(line('a', 1)), version(line('a', 1)))).toEqual([])
  expect(
    differenceOf(
      version(line('a', 1), line('b', 2), line('c', 3)),
      version(line('a', 5), line('d', 4), line('c', 3)),
    ),
  ).toEqual([
    { change: 'priced', title: 'a', titleEn: '', fromFen: 1, toFen: 5 },
    { change: 'added', title: 'd', titleEn: '', fromFen: null, toFen: 4 },
    { change: 'removed', title: 'b', titleEn: '', fromFen: 2, toFen: null },
  ])
})

test('two lines of one title are compared one to one', () => {
  const twice = version(line('a', 1), line('a', 1))
  expect(differenceOf(twice, version(line('a', 1)))).toEqual([
    { change: 'removed', title: 'a', titleEn: '', fromFen: 1, toFen: null },
  ])
  expect(differenceOf(version(line('a', 1)), version(line('a', 1, 'package')))).toHaveLength(2)
})

test('the statutory guarantee ends after its last day or kilometre, whichever comes first', () => {
  expect(GUARANTEE).toEqual({
    assembly: { km: 20_000, days: 100 },
    secondLevel: { km: 5000, days: 30 },
    minor: { km: 2000, days: 10 },
  })
  const minor = guaranteeOf('minor', { deliveredOn: '2026-11-23', km: 43_000 })
  expect(minor).toEqual({ lastDay: '2026-12-03', lastKm: 45_000 })
  expect(isUnderGuarantee(minor, { day: '2026-12-03', km: 45_000 })).toBe(true)
  expect(isUnderGuarantee(minor, { day: '2026-12-04', km: 43_500 })).toBe(false)
  expect(isUnderGuarantee(minor, { day: '2026-11-24', km: 45_001 })).toBe(false)
  expect(isUnderGuarantee({ ...minor, lastKm: null }, { day: '2026-11-24', km: 99_999 })).toBe(true)
})

test('the counters of the three guarantees warn at 80 % of their limit', () => {
  expect([23, 24, 30, 31].map((days) => levelOf('repairDays', days))).toEqual([
    'calm',
    'watch',
    'watch',
    'reached',
  ])
  expect([3, 4, 5].map((count) => levelOf('sameFault', count))).toEqual(['calm', 'watch', 'reached'])
  expect([0, 1, 2].map((count) => levelOf('safety', count))).toEqual(['calm', 'watch', 'reached'])
  const counters = { repairDays: 25, sameFault: 1, samePart: 2, safety: 0, visitDays: 0 }
  expect(warningsOf(counters).map(({ key, level }) => [key, level])).toEqual([
    ['samePart', 'reached'],
    ['repairDays', 'watch'],
  ])
})

test('S2-58 S2-60 warranty: yes, no or undecided; the maker decides what stays undecided', () => {
  expect(warrantyFlow.next('notApplicable', 'leaveOpen')).toBe('undecided')
  expect(warrantyFlow.next('undecided', 'report')).toBe('reported')
  expect(warrantyFlow.may('reported', 'accept')).toBe(false)
  expect(warrantyFlow.may('approved', 'exclude')).toBe(false)
  expect(
    ['inside', 'approved', 'outside', 'refused', 'undecided'].map((state) => payerOf(state as 'inside')),
  ).toEqual(['warranty', 'warranty', 'customer', 'customer', null])
})

test('who pays follows a decision only where nothing gets dearer', () => {
  const signed = {
    status: 'queued',
    approvalId: 'a',
    additionalWorkId: null,
    orderStatus: 'inRepair',
  } as const
  expect(payerFollows(signed, 'warranty')).toBe(true)
  expect(payerFollows(signed, 'customer')).toBe(false)
  const draft = {
    status: 'proposed',
    approvalId: null,
    additionalWorkId: null,
    orderStatus: 'draft',
  } as const
  expect(payerFollows(draft, 'customer')).toBe(true)
  expect(payerFollows({ ...draft, orderStatus: 'awaitingSignature' }, 'warranty')).toBe(false)
  expect(payerFollows({ ...draft, additionalWorkId: 'w' }, 'warranty')).toBe(false)
})

test('S2-61 the department asked depends on the brand', () => {
  const setting = '奔腾=一汽轿车服务部；北汽幻速 = 北汽幻速售后；*=厂家'
  expect(authorityOf(setting, '奔腾')).toBe('一汽轿车服务部')
  expect(authorityOf(setting, '北汽幻速')).toBe('北汽幻速售后')
  expect(authorityOf(setting, '丰田')).toBe('厂家')
  expect(authorityOf('', '丰田')).toBe('')
})

test('a yes on the telephone needs what, price and, where it moves, the time read out', () => {
  expect(missingReadOut([], true)).toEqual(['what', 'price', 'time'])
  expect(missingReadOut(['what', 'price'], false)).toEqual([])
})

test('S3-39 an audit counts what is due at the step of the order, and keeps the rest for later', () => {
  const facts: AuditFact[] = [
    { point: 'vin', due: 'always', applies: true, ok: false },
    { point: 'signature', due: 'signed', applies: true, ok: true },
    { point: 'inspection', due: 'ready', applies: true, ok: false },
    { point: 'comeback', due: 'ready', applies: false, ok: false },
  ]
  expect(auditOf(facts, 'draft')).toEqual({
    scoreBp: 0,
    due: 1,
    fine: 0,
    missing: ['vin'],
    later: ['inspection'],
  })
  expect(auditOf(facts, 'inRepair')).toMatchObject({ scoreBp: 5000, missing: ['vin'], later: ['inspection'] })
  expect(auditOf(facts, 'settling')).toMatchObject({
    scoreBp: 3333,
    missing: ['vin', 'inspection'],
    later: [],
  })
  expect(auditOf([], 'draft').scoreBp).toBeNull()
  expect(new Set(AUDIT_POINTS).size).toBe(AUDIT_POINTS.length)
})
