import { allocate, lineFen, sumFen, taxInsideFen } from '../core/money'

export const PAYERS = ['customer', 'warranty', 'insurer', 'goodwill', 'internal'] as const
export type Payer = (typeof PAYERS)[number]

export type PricedPart = { quantityMilli: number; unitPriceFen: number; discountFen: number }
export type PricedJob = { labourFen: number; discountFen: number; jobParts: readonly PricedPart[] }

/** In fen; `totalFen` = `labourFen` + `partsFen` - `discountFen`, tax included. */
export type Amounts = { labourFen: number; partsFen: number; discountFen: number; totalFen: number }
export type Totals = Amounts & { taxFen: number }

/** What one part of a line costs, after its discount. */
export const partTotalFen = (part: PricedPart): number =>
  lineFen(part.quantityMilli, part.unitPriceFen) - part.discountFen

/** Labour and parts at list price, all discounts of the line together, and what is left to pay. */
export function jobAmounts(job: PricedJob): Amounts {
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

/** Sums of all lines, with the tax contained in the total. Lines that are declined or withdrawn are not passed in. */
export function orderTotals(jobs: readonly PricedJob[], taxBp: number): Totals {
  const amounts = addAmounts(jobs.map(jobAmounts))
  return { ...amounts, taxFen: taxInsideFen(amounts.totalFen, taxBp) }
}

/** The totals per payer who has lines; the parts, tax too, add up to `orderTotals` exactly. */
export function totalsByPayer(
  jobs: readonly (PricedJob & { payer: Payer })[],
  taxBp: number,
): ({ payer: Payer } & Totals)[] {
  const payers = PAYERS.filter((payer) => jobs.some((job) => job.payer === payer))
  const shares = payers.map((payer) => addAmounts(jobs.filter((job) => job.payer === payer).map(jobAmounts)))
  const { taxFen } = orderTotals(jobs, taxBp)
  const taxes = allocate(
    taxFen,
    shares.map((share) => share.totalFen),
  )
  return payers.map((payer, i) => ({ payer, ...shares[i]!, taxFen: taxes[i]! }))
}
