import { labourFen, lineFen, sumFen } from '../core/money'
import { OWN_POCKET } from './payer-reason'
import { payersOfJob, type PaidJob } from './totals'

export type HourCosts = Record<'junior' | 'middle' | 'senior', number>
type CostedPart = { partId: string | null; quantityMilli: number; unitPriceFen: number; discountFen: number }
type CostedJob = Omit<PaidJob, 'jobParts'> & {
  minutes: number
  minGrade: keyof HourCosts
  /** Who has done it; before, the least grade that may. */
  doneByGrade: keyof HourCosts | null
  jobParts: readonly CostedPart[]
}

/** In fen without tax; `partsFen` and `marginFen` are null while the cost of a part is not known. */
export type Margin = { netFen: number; partsFen: number | null; labourFen: number; marginFen: number | null }

/**
 * What is left of a line after its parts at what they last cost, and its minutes at the cost of an hour of the grade. What the house
 * bears itself (goodwill, internal) is no income.
 */
export function marginOf(
  job: CostedJob,
  costs: { unitCostFen: ReadonlyMap<string, number>; hours: HourCosts; taxBp: number },
): Margin {
  const paid = payersOfJob(job, costs.taxBp).filter(({ payer }) => !OWN_POCKET.includes(payer))
  const netFen = sumFen(paid.map(({ totalFen, taxFen }) => totalFen - taxFen))
  const parts = job.jobParts.map(({ partId, quantityMilli }) => {
    const unit = partId === null ? undefined : costs.unitCostFen.get(partId)
    return unit === undefined ? null : lineFen(quantityMilli, unit)
  })
  const known = parts.filter((fen) => fen !== null)
  const partsFen = known.length === parts.length ? sumFen(known) : null
  const labour = labourFen(job.minutes, costs.hours[job.doneByGrade ?? job.minGrade])
  return {
    netFen,
    partsFen,
    labourFen: labour,
    marginFen: partsFen === null ? null : netFen - partsFen - labour,
  }
}

/** The margins of all lines together; unknown as soon as one is. */
export function addMargins(margins: readonly Margin[]): Margin {
  const sumOrNull = (fens: (number | null)[]) => {
    const known = fens.filter((fen) => fen !== null)
    return known.length === fens.length ? sumFen(known) : null
  }
  return {
    netFen: sumFen(margins.map(({ netFen }) => netFen)),
    partsFen: sumOrNull(margins.map(({ partsFen }) => partsFen)),
    labourFen: sumFen(margins.map((margin) => margin.labourFen)),
    marginFen: sumOrNull(margins.map(({ marginFen }) => marginFen)),
  }
}

/** The margin as a share of the net price, in basis points; null when unknown or nothing is charged. */
export const marginBp = ({ netFen, marginFen }: Margin): number | null =>
  marginFen === null || netFen <= 0 ? null : Math.round((marginFen * 10_000) / netFen)
