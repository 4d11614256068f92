import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumFen } from '@/lib/core/money'
import { atPackagePrice } from '@/lib/orders/package-parts'
import { jobAmounts, orderTotals, partTotalFen, PAYERS, totalsByPayer } from '@/lib/orders/totals'

const part = fc
  .record({
    quantityMilli: fc.integer({ min: 1, max: 50_000 }),
    unitPriceFen: fc.integer({ min: 0, max: 500_000 }),
  })
  .map((priced) => ({ ...priced, discountFen: 0 }))
const job = fc
  .record({
    payer: fc.constantFrom(...PAYERS),
    labourFen: fc.integer({ min: 0, max: 5_000_000 }),
    share: fc.integer({ min: 0, max: 10_000 }),
    jobParts: fc.array(part, { maxLength: 6 }),
  })
  .map(({ share, ...rest }) => ({ ...rest, discountFen: Math.floor((rest.labourFen * share) / 10_000) }))

test('S3-03 labour and parts stand apart, and the lines add up to the total', () => {
  fc.assert(
    fc.property(fc.array(job, { maxLength: 12 }), (jobs) => {
      const totals = orderTotals(jobs, 1300)
      const lines = jobs.map(jobAmounts)
      expect(totals.totalFen).toBe(sumFen(lines.map(({ totalFen }) => totalFen)))
      expect(totals.totalFen).toBe(totals.labourFen + totals.partsFen - totals.discountFen)
      expect(totals.taxFen).toBeGreaterThanOrEqual(0)
      expect(totals.taxFen).toBeLessThanOrEqual(totals.totalFen)
      const pieces = jobs.flatMap((one) => [
        one.labourFen - one.discountFen,
        ...one.jobParts.map(partTotalFen),
      ])
      expect(sumFen(pieces)).toBe(totals.totalFen)
    }),
  )
})

test('the shares of the payers add up to the whole, tax too', () => {
  fc.assert(
    fc.property(fc.array(job, { minLength: 1, maxLength: 12 }), (jobs) => {
      const shares = totalsByPayer(jobs, 1300)
      const totals = orderTotals(jobs, 1300)
      for (const key of ['labourFen', 'partsFen', 'discountFen', 'totalFen', 'taxFen'] as const)
        expect(sumFen(shares.map((share) => share[key]))).toBe(totals[key])
    }),
  )
})

test('S3-08 a part of a package costs its share of the menu price, whatever the list says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 0, max: 300_000 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      (quantityMilli, listFen, priceFen) => {
        const priced = atPackagePrice({ quantityMilli, listFen, priceFen })
        expect(priced.discountFen).toBeGreaterThanOrEqual(0)
        expect(partTotalFen({ quantityMilli, ...priced })).toBe(priceFen)
      },
    ),
  )
})

test('tax of 13 % is contained in the total', () => {
  expect(orderTotals([{ labourFen: 11_300, discountFen: 0, jobParts: [] }], 1300).taxFen).toBe(1300)
})
