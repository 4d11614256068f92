import { expect, test } from 'vitest'
import { allocate, lineFen, sumFen, taxInsideFen } from '@/lib/core/money'
import { checkShares, type PayerShare } from '@/lib/orders/shares'
import {
  jobTotals, orderTotals, partTotalFen, payersOfJob, PAYERS, totalsByPayer, type PaidJob, type Totals,
} from '@/lib/orders/totals' // prettier-ignore

/** Numbers that look random and are the same in every run (mulberry32): a failing order is found again by its number. */
function dice(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return (max: number) => Math.floor(next() * (max + 1))
}

function randomLine(upTo: (max: number) => number): PaidJob {
  const labourFen = upTo(3) ? upTo(upTo(1) ? 5_000_000 : 99) : 0
  const jobParts = Array.from({ length: upTo(3) }, () => {
    const priced = { quantityMilli: 1 + upTo(20_000), unitPriceFen: upTo(300_000) }
    return { ...priced, discountFen: upTo(2) ? 0 : upTo(lineFen(priced.quantityMilli, priced.unitPriceFen)) }
  })
  const start = upTo(PAYERS.length - 1)
  const jobShares: PayerShare[] = Array.from({ length: upTo(2) ? 0 : 1 + upTo(3) }, (_, i) => ({
    payer: PAYERS[(start + 1 + i) % PAYERS.length]!,
    ...(upTo(1)
      ? { shareBp: 1 + upTo(9_999), amountFen: null }
      : { shareBp: null, amountFen: 1 + upTo(900_000) }),
  }))
  return {
    payer: PAYERS[start]!,
    labourFen,
    discountFen: upTo(2) ? 0 : upTo(labourFen),
    jobParts,
    jobShares,
    priceAfterInspection: upTo(9) === 0,
  }
}

const COLUMNS = ['labourFen', 'partsFen', 'discountFen', 'totalFen', 'taxFen'] as const
const RATES = [1300, 600, 900, 0, 1]

const sumOf = (rows: readonly Totals[], column: (typeof COLUMNS)[number]): number => {
  let sum = 0
  for (const row of rows) sum += row[column]
  return sum
}

/** The first thing that does not add up; null when everything does. */
function faultOf(jobs: PaidJob[], taxBp: number): string | null {
  const totals = orderTotals(jobs, taxBp)
  const lines = jobs.map((job) => jobTotals(job, taxBp))
  const payers = totalsByPayer(jobs, taxBp)
  for (const column of COLUMNS) {
    if (sumOf(lines, column) !== totals[column]) return `lines ${column}`
    if (sumOf(payers, column) !== totals[column]) return `payers ${column}`
  }
  for (const [i, job] of jobs.entries()) {
    const line = lines[i]!
    if (line.taxFen !== taxInsideFen(line.totalFen, taxBp)) return 'tax of a line'
    const pieces = [job.labourFen - job.discountFen, ...job.jobParts.map(partTotalFen)]
    if (line.totalFen !== (job.priceAfterInspection ? 0 : sumFen(pieces))) return 'pieces of a line'
    for (const share of payersOfJob(job, taxBp))
      for (const column of COLUMNS)
        if (!Number.isInteger(share[column]) || share[column] < 0) return `${column} of a payer`
  }
  return totals.totalFen === totals.labourFen + totals.partsFen - totals.discountFen ? null : 'total'
}

test(
  'S3-03 100,000 random orders: tax per line, lines and payers add up to the total to the fen',
  { timeout: 120_000 },
  () => {
    const broken: string[] = []
    for (let number = 1; number <= 100_000; number++) {
      const upTo = dice(number)
      const jobs = Array.from({ length: upTo(4) }, () => randomLine(upTo))
      const fault = faultOf(jobs, RATES[number % RATES.length]!)
      if (fault) broken.push(`order ${number}: ${fault}`)
    }
    expect(broken.slice(0, 5)).toEqual([])
  },
)

test('tax is rounded for each line, so it can differ by fen from the tax of the sum', () => {
  const line = { labourFen: 5, discountFen: 0, jobParts: [] }
  expect(orderTotals([line, line, line], 1300).taxFen).toBe(3 * taxInsideFen(5, 1300))
  expect(taxInsideFen(15, 1300)).toBe(2)
})

test('one line is shared by per cent and by amount, the rest stays with its payer', () => {
  const job: PaidJob = {
    payer: 'customer',
    labourFen: 30_001,
    discountFen: 0,
    jobParts: [{ quantityMilli: 1000, unitPriceFen: 70_000, discountFen: 0 }],
    jobShares: [
      { payer: 'warranty', shareBp: 5000, amountFen: null },
      { payer: 'goodwill', shareBp: null, amountFen: 10_000 },
    ],
  }
  expect(payersOfJob(job, 1300).map(({ payer, totalFen }) => [payer, totalFen])).toEqual([
    ['customer', 40_000],
    ['warranty', 50_001],
    ['goodwill', 10_000],
  ])
})

test('shares cannot take more than the line, nor come from its own payer', () => {
  const line = { payer: 'customer' as const, totalFen: 10_000 }
  const amount = (payer: PayerShare['payer'], amountFen: number) => ({ payer, shareBp: null, amountFen })
  expect(() => checkShares(line, [amount('customer', 1)])).toThrow('order.share-of-own-payer')
  expect(() => checkShares(line, [amount('warranty', 6000), amount('goodwill', 4001)])).toThrow(
    'order.shares-above-line',
  )
  expect(() => checkShares(line, [amount('warranty', 6000), amount('goodwill', 4000)])).not.toThrow()
})

test('what is left over in a split by weight goes to the largest remainders', () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
})
