import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingAtGate } from '@/lib/delivery/gate'
import { CHECK_KEYS, isVoucher, mayTick, missingChecks, requiredChecks } from '@/lib/delivery/hand-over'
import { checkObstacles, checkPayment, isSettled, openFen } from '@/lib/delivery/settlement'
import { fenOfYuan, yuanOf } from '@/lib/delivery/yuan'
import { orderTotals, PAYERS, totalsByPayer } from '@/lib/orders/totals'

const part = fc.record({
  quantityMilli: fc.integer({ min: 1, max: 20_000 }),
  unitPriceFen: fc.integer({ min: 0, max: 500_000 }),
  discountFen: fc.integer({ min: 0, max: 500 }),
})
const job = fc.record({
  payer: fc.constantFrom(...PAYERS),
  labourFen: fc.integer({ min: 0, max: 1_000_000 }),
  discountFen: fc.integer({ min: 0, max: 500 }),
  jobParts: fc.array(part, { maxLength: 5 }),
})

test('S7-29 the shares of the payers and their taxes add up to the bill to the fen', () => {
  fc.assert(
    fc.property(fc.array(job, { maxLength: 12 }), fc.integer({ min: 0, max: 2000 }), (jobs, taxBp) => {
      const total = orderTotals(jobs, taxBp)
      const shares = totalsByPayer(jobs, taxBp)
      const sum = (key: 'labourFen' | 'partsFen' | 'discountFen' | 'taxFen' | 'totalFen') =>
        shares.reduce((all, share) => all + share[key], 0)
      for (const key of ['labourFen', 'partsFen', 'discountFen', 'totalFen'] as const)
        expect(sum(key)).toBe(total[key])
      if (total.totalFen > 0 && shares.every(({ totalFen }) => totalFen >= 0))
        expect(sum('taxFen')).toBe(total.taxFen)
      expect(total.totalFen).toBe(total.labourFen + total.partsFen - total.discountFen)
    }),
  )
})

test('whatever is paid in parts, never more than the share is taken, and the last fen settles it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 30 }),
      (amountFen, taps) => {
        const share = { payer: 'customer' as const, amountFen, paidFen: 0, claimNo: '' }
        for (const tap of [...taps, openFen(share) || 1]) {
          const open = openFen(share)
          if (open === 0) expect(() => checkPayment(share, tap)).toThrow('payment.nothing-due')
          else if (tap > open) expect(() => checkPayment(share, tap)).toThrow('payment.above-open')
          else share.paidFen += tap
          expect(share.paidFen).toBeLessThanOrEqual(amountFen)
        }
        expect(isSettled([share])).toBe(share.paidFen === amountFen)
      },
    ),
  )
})

test('a claim number settles the share of another payer, never the customer’s', () => {
  const share = { amountFen: 100, paidFen: 0, claimNo: 'W-1' }
  expect(isSettled([{ ...share, payer: 'warranty' }])).toBe(true)
  expect(isSettled([{ ...share, payer: 'customer' }])).toBe(false)
})

test('S7-31 S7-18 obstacles are named one after the other', () => {
  const clear = { deviationFen: 0, authorised: false, unsigned: 0, openPromises: 0 }
  expect(() => checkObstacles(clear)).not.toThrow()
  expect(() => checkObstacles({ ...clear, deviationFen: -5 })).not.toThrow()
  expect(() => checkObstacles({ ...clear, deviationFen: 1, authorised: true })).not.toThrow()
  expect(() => checkObstacles({ ...clear, deviationFen: 1 })).toThrow('settlement.above-signed')
  expect(() => checkObstacles({ ...clear, unsigned: 1 })).toThrow('settlement.consent-unsigned')
  expect(() => checkObstacles({ ...clear, openPromises: 1 })).toThrow('handOver.promises-open')
})

test('S7-01 S7-34 required and missing checks follow what was taken in', () => {
  const facts = { licenceTaken: false, bookletTaken: true, keysTaken: true, partsReplaced: false }
  expect(requiredChecks(facts)).not.toContain('licence')
  expect(requiredChecks(facts)).not.toContain('oldParts')
  expect(requiredChecks(facts)).toContain('booklet')
  expect(missingChecks(facts, CHECK_KEYS)).toEqual([])
  const gate = {
    inspected: true,
    handOver: true,
    ticked: CHECK_KEYS,
    facts,
    settled: true,
    paid: true,
    openPromises: 0,
    unsigned: 0,
    openRequests: 0,
  }
  expect(missingAtGate(gate)).toEqual([])
  expect(missingAtGate({ ...gate, unsigned: 2 })).toEqual(['consent'])
  expect(missingAtGate({ ...gate, openRequests: 1 })).toEqual(['requests'])
})

test('S7-02 the technician’s tick is for technicians, the others for advisers', () => {
  expect(mayTick('qualityTechnician', ['technician'])).toBe(true)
  expect(mayTick('qualityTechnician', ['serviceAdviser', 'serviceManager'])).toBe(false)
  expect(mayTick('clean', ['technician'])).toBe(false)
})

test('S7-27 a voucher is compared without case, width and separators; no code never fits', () => {
  expect(isVoucher('ｑ7k-2m', 'Q7K2M')).toBe(true)
  expect(isVoucher('', 'Q7K2M')).toBe(false)
  expect(isVoucher('', null)).toBe(false)
  expect(isVoucher('', '')).toBe(false)
})

test('yuan as typed become fen exactly, and nothing else does', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (fen) => fenOfYuan(yuanOf(fen)) === fen))
  expect(fenOfYuan('¥1,280.5')).toBe(128_050)
  for (const wrong of ['', '-1', '1.234', 'abc', '1e3', '1..2']) expect(fenOfYuan(wrong), wrong).toBeNaN()
})
