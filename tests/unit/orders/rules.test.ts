import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { actionOf, checkAnswers } from '@/lib/orders/answers'
import { checkDiscount, discountBp } from '@/lib/orders/discount'
import { checkObligatory, missingPoints } from '@/lib/orders/obligatory'
import { stateOfOrder } from '@/lib/orders/order-state'
import { problemsFrom } from '@/lib/orders/problems'
import { promiseRisk, standardOf } from '@/lib/orders/promise'
import { typedAnswers, typedFen, typedMilli } from '@/lib/orders/typed'
import { normalVoucher, spokenVoucher, voucherFrom, VOUCHER_LETTERS } from '@/lib/orders/voucher'

const now = new Date('2026-11-23T01:00:00Z')
const job = { title: 'a', priceAfterInspection: false, labourFen: 100, payer: 'customer', jobParts: [] }

test('S3-32 each of the five points is named when it is missing', () => {
  const complete = { problems: 1, jobs: [job], oldParts: 'leave', wash: false, promisedAt: now }
  expect(missingPoints(complete)).toEqual([])
  expect(missingPoints({ ...complete, problems: 0 })).toEqual(['problems'])
  expect(missingPoints({ ...complete, jobs: [{ ...job, labourFen: 0 }] })).toEqual(['prices'])
  expect(
    missingPoints({ ...complete, jobs: [{ ...job, labourFen: 0, priceAfterInspection: true }] }),
  ).toEqual([])
  expect(missingPoints({ ...complete, oldParts: null, wash: null, promisedAt: null })).toEqual([
    'oldParts',
    'wash',
    'completionTime',
  ])
  expect(() => checkObligatory({ ...complete, wash: null })).toThrow(
    expect.objectContaining({ code: 'order.point-missing', facts: { points: 'wash' } }),
  )
})

test('S3-22 problems are cut at sentence ends and named once', () => {
  expect(problemsFrom('刹车异响。空调不冷；刹车异响', 'Rattles. Pulls left.', null, '  ')).toEqual([
    '刹车异响',
    '空调不冷',
    'Rattles',
    'Pulls left',
  ])
  expect(problemsFrom('胎压 2.3 偏低')).toEqual(['胎压 2.3 偏低'])
})

test('S3-16 the most complex work of an order decides its standard', () => {
  const rules = { maintenanceMinutes: 120, minorRepairDays: 1 }
  expect(standardOf(['maintenance', 'maintenance'], rules)).toEqual({ kind: 'minutes', minutes: 120 })
  expect(standardOf(['maintenance', 'minorRepair'], rules)).toEqual({ kind: 'days', days: 1 })
  expect(standardOf(['diagnosis'], rules)).toEqual({ kind: 'days', days: 1 })
  expect(standardOf(['minorRepair', 'bodyRepair'], rules)).toBeNull()
  expect(standardOf([], rules)).toBeNull()
})

test('a promise is on time, tight or late', () => {
  const risk = (minutesLeft: number, end: number, readyAt?: Date) =>
    promiseRisk({ promisedTo: minutesAfter(now, end), minutesLeft, bufferMinutes: 30, readyAt }, now)
  expect([risk(60, 120), risk(100, 120), risk(121, 120), risk(0, -1)]).toEqual([
    'ok',
    'tight',
    'late',
    'late',
  ])
  expect([risk(0, -5, minutesAfter(now, -10)), risk(0, -5, now)]).toEqual(['ok', 'late'])
})

test('the limit counts on the labour of the line', () => {
  const limit = { limitBp: 1000 }
  expect(() => checkDiscount({ labourFen: 10_000, discountFen: 1000 }, limit)).not.toThrow()
  expect(() => checkDiscount({ labourFen: 10_000, discountFen: 1001 }, limit)).toThrow(
    'order.discount-above-limit',
  )
  expect(() => checkDiscount({ labourFen: 10_000, discountFen: 10_001 }, { limitBp: 20_000 })).toThrow(
    'order.discount-above-price',
  )
  expect(discountBp({ labourFen: 0, discountFen: 0, jobParts: [] })).toBe(0)
})

test('an order waits for several things at once', () => {
  const facts = {
    status: 'inRepair' as const,
    jobs: [
      { status: 'paused' as const, pauseReason: 'parts', minutes: 30 },
      { status: 'inWork' as const, minutes: 60 },
      { status: 'done' as const, minutes: 90 },
    ],
    additionalWork: [{ status: 'found' as const }, { status: 'expired' as const }],
  }
  expect(stateOfOrder(facts)).toEqual({
    status: 'inRepair',
    waitingFor: ['pricing', 'callCustomer', 'parts'],
    minutesLeft: 90,
  })
  expect(stateOfOrder({ ...facts, status: 'draft' }).waitingFor).toEqual([])
})

test('answers: one to each line, a reason with each no', () => {
  const yes = (jobId: string) => ({ jobId, approve: true })
  expect(checkAnswers(['a', 'b'], [yes('b'), yes('a')]).map(({ jobId }) => jobId)).toEqual(['a', 'b'])
  expect(() => checkAnswers(['a'], [{ jobId: 'a', approve: false }])).toThrow(
    'additionalWork.decline-reason-missing',
  )
  expect(actionOf([yes('a'), { jobId: 'b', approve: false }])).toBe('approvePart')
})

test('what people type: yuan, quantities, answers', () => {
  expect([typedFen('¥1,280.50'), typedFen(''), typedFen('１２')]).toEqual([128_050, undefined, 1200])
  expect(typedFen('x')).toBeNaN()
  expect([typedMilli('1.5'), typedMilli('')]).toEqual([1500, NaN])
  const form = {
    'answer-a': 'yes',
    'reason-a': 'x',
    'answer-b': 'no',
    'reason-b': '其他',
    'words-b': '卖车',
    'answer-c': '',
  }
  expect(typedAnswers(form)).toEqual([
    { jobId: 'a', approve: true, reason: undefined },
    { jobId: 'b', approve: false, reason: '其他: 卖车' },
  ])
})

test('S3-36 the pick-up code has no letters that can be mistaken', () => {
  expect(VOUCHER_LETTERS).not.toMatch(/[01258BGIOQSZ]/)
  const code = voucherFrom([0, 1, 2, 3, 4, 5, 23, 24])
  expect(code).toHaveLength(8)
  expect(normalVoucher(spokenVoucher(code).toLowerCase())).toBe(code)
})
