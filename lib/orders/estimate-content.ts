import type { Locale } from '../core/locale'
import { jobAmounts, orderTotals, partTotalFen, type Payer, type PricedPart, type Totals } from './totals'

/** What the customer reads and signs: frozen as canonical JSON, so that the hash proves which words and prices were signed. */
export type EstimateContent = {
  form: 'repair-order'
  formVersion: 1
  no: string
  version: number
  type: string
  locale: Locale
  dealership: { name: string; nameEn: string; address: string; addressEn: string; phone: string }
  customer: { name: string; phone: string }
  owner: string
  vehicle: { plate: string; vin: string; brand: string; model: string; odometerKm: number | null }
  adviser: { name: string; nameEn: string }
  problems: string[]
  lines: EstimateLine[]
  totals: Totals & { taxBp: number }
  terms: {
    promisedAt: Date | null
    promisedTo: Date | null
    paymentMethod: string | null
    oldParts: string | null
    wash: boolean | null
    deliveryExplained: boolean
  }
  at: Date
}

export type EstimateLine = {
  position: number
  kind: string
  title: string
  titleEn: string
  payer: Payer
  minutes: number
  labourFen: number
  partsFen: number
  discountFen: number
  totalFen: number
  priceAfterInspection: boolean
  reason: string
  parts: (PricedPart & { name: string; nameEn: string; totalFen: number })[]
}

type Line = Pick<
  EstimateLine,
  | 'kind'
  | 'title'
  | 'titleEn'
  | 'payer'
  | 'minutes'
  | 'labourFen'
  | 'discountFen'
  | 'priceAfterInspection'
  | 'reason'
> & {
  jobParts: readonly (PricedPart & { name: string; nameEn: string })[]
}

function estimateLine(job: Line, index: number): EstimateLine {
  const { kind, title, titleEn, payer, minutes, priceAfterInspection, reason } = job
  const parts = job.jobParts.map((part) => ({
    name: part.name,
    nameEn: part.nameEn,
    quantityMilli: part.quantityMilli,
    unitPriceFen: part.unitPriceFen,
    discountFen: part.discountFen,
    totalFen: partTotalFen(part),
  }))
  return {
    position: index + 1,
    kind,
    title,
    titleEn,
    payer,
    minutes,
    priceAfterInspection,
    reason,
    ...jobAmounts(job),
    parts,
  }
}

/** The lines of an order as they are printed, with totals that add up. */
export function estimateLines(
  jobs: readonly Line[],
  taxBp: number,
): Pick<EstimateContent, 'lines' | 'totals'> {
  return { lines: jobs.map(estimateLine), totals: { ...orderTotals(jobs, taxBp), taxBp } }
}
