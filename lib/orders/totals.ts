import { allocate, lineFen, sumFen, taxInsideFen } from '../core/money'
import { shareFens, type PayerShare } from './shares'

export const PAYERS = ['customer', 'warranty', 'insurer', 'goodwill', 'internal'] as const
export type Payer = (typeof PAYERS)[number]

export type PricedPart = { quantityMilli: number; unitPriceFen: number; discountFen: number }
export type PricedJob = {
  labourFen: number
  discountFen: number
  jobParts: readonly PricedPart[]
  /** Without a price until the inspection: it counts for nothing. */
  priceAfterInspection?: boolean
}
export type PaidJob = PricedJob & { payer: Payer; jobShares?: readonly PayerShare[] }

/** In fen; `totalFen` = `labourFen` + `partsFen` - `discountFen`, tax included. */
export type Amounts = { labourFen: number; partsFen: number; discountFen: number; totalFen: number }
export type Totals = Amounts & { taxFen: number }
export type PayerTotals = { payer: Payer } & Totals

/** What one part of a line costs, after its discount. */
export const partTotalFen = (part: PricedPart): number =>
  lineFen(part.quantityMilli, part.unitPriceFen) - part.discountFen

/** Labour and parts at list price, all discounts of the line together, and what is left to pay; nothing before the line has a price. */
export function jobAmounts(job: PricedJob): Amounts {
  if (job.priceAfterInspection) return { labourFen: 0, partsFen: 0, discountFen: 0, totalFen: 0 }
  const partsFen = sumFen(job.jobParts.map((part) => lineFen(part.quantityMilli, part.unitPriceFen)))
  const discountFen = job.discountFen + sumFen(job.jobParts.map((part) => part.discountFen))
  return { labourFen: job.labourFen, partsFen, discountFen, totalFen: job.labourFen + partsFen - discountFen }
}

export function addAmounts(amounts: readonly Amounts[]): Amounts {
  return {
    labourFen: sumFen(amounts.map((a) => a.labourFen)),
    partsFen: sumFen(amounts.map((a) => a.partsFen)),
    discountFen: sumFen(amounts.map((a) => a.discountFen)),
    totalFen: sumFen(amounts.map((a) => a.totalFen)),
  }
}

const addTotals = (totals: readonly Totals[]): Totals => ({
  ...addAmounts(totals),
  taxFen: sumFen(totals.map(({ taxFen }) => taxFen)),
})

/** What a line costs with the tax inside it, rounded to the fen for each line. */
export function jobTotals(job: PricedJob, taxBp: number): Totals {
  const amounts = jobAmounts(job)
  return { ...amounts, taxFen: taxInsideFen(amounts.totalFen, taxBp) }
}

/** Sums of all lines, tax too. Lines that are declined, withdrawn or not chosen are not passed in. */
export const orderTotals = (jobs: readonly PricedJob[], taxBp: number): Totals =>
  addTotals(jobs.map((job) => jobTotals(job, taxBp)))

/**
 * What each payer of one line bears: every column, tax too, adds up to the line exactly and none is negative. The payer of the
 * line comes first.
 */
export function payersOfJob(job: PaidJob, taxBp: number): PayerTotals[] {
  const whole = jobTotals(job, taxBp)
  const shares = job.jobShares ?? []
  if (!shares.length) return [{ payer: job.payer, ...whole }]
  const fens = shareFens(whole.totalFen, shares)
  const payers = [job.payer, ...shares.map(({ payer }) => payer)]
  const discounts = allocate(whole.discountFen, fens)
  const gross = fens.map((fen, i) => fen + discounts[i]!)
  const labour = allocate(whole.labourFen, gross)
  const taxes = allocate(whole.taxFen, fens)
  return payers.map((payer, i) => ({
    payer,
    labourFen: labour[i]!,
    partsFen: gross[i]! - labour[i]!,
    discountFen: discounts[i]!,
    totalFen: fens[i]!,
    taxFen: taxes[i]!,
  }))
}

/** The totals per payer who has lines or a share of one; the columns add up to `orderTotals` exactly. */
export function totalsByPayer(jobs: readonly PaidJob[], taxBp: number): PayerTotals[] {
  const shares = jobs.flatMap((job) => payersOfJob(job, taxBp))
  return PAYERS.flatMap((payer) => {
    const own = shares.filter((share) => share.payer === payer)
    return own.length ? [{ payer, ...addTotals(own) }] : []
  })
}
