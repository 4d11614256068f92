import { canonicalJson } from '../core/canonical-json'
import type { Locale } from '../core/locale'
import { tellingParts } from './choices'
import type { PayerShare } from './shares'
import {
  jobAmounts, orderTotals, partTotalFen, payersOfJob, totalsByPayer, type Payer, type PricedPart, type Totals,
} from './totals' // prettier-ignore

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
  /** Who bears what, when it is not the customer alone. */
  payers?: PayerFen[]
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

export type PayerFen = { payer: Payer; totalFen: number }

/** What else was offered for the same job, with its price; `unpriced` until the inspection, and left out otherwise. */
export type Alternative = {
  title: string
  titleEn: string
  totalFen: number
  chosen: boolean
  /** What tells it from another of the same title. */
  parts?: { name: string; nameEn: string }[]
  unpriced?: true
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
  /** Who bears this line, when more than one does. */
  shares?: PayerFen[]
  alternatives?: Alternative[]
  /** The house recommends it, for the reason of the line. */
  suggested?: boolean
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
  jobShares?: readonly PayerShare[]
  choiceId?: string | null
  chosen?: boolean
  suggested?: boolean
}

const feesOf = (totals: readonly PayerFen[]): PayerFen[] =>
  totals.map(({ payer, totalFen }) => ({ payer, totalFen }))

/** The alternatives of a line from the cheapest up; nothing when none were offered. */
function alternativesOf(job: Line, jobs: readonly Line[]): Alternative[] | undefined {
  if (!job.choiceId) return undefined
  return jobs
    .filter(({ choiceId }) => choiceId === job.choiceId)
    .map((one, _at, offered) => {
      const parts = tellingParts(one, offered)
      return {
        title: one.title,
        titleEn: one.titleEn,
        totalFen: jobAmounts(one).totalFen,
        chosen: one.chosen !== false,
        ...(parts.length ? { parts } : {}),
        ...(one.priceAfterInspection ? { unpriced: true as const } : {}),
      }
    })
    .sort((a, b) => a.totalFen - b.totalFen)
}

function estimateLine(job: Line, index: number, jobs: readonly Line[], taxBp: number): EstimateLine {
  const { kind, title, titleEn, payer, minutes, priceAfterInspection, reason } = job
  const parts = job.jobParts.map((part) => ({
    name: part.name,
    nameEn: part.nameEn,
    quantityMilli: part.quantityMilli,
    unitPriceFen: part.unitPriceFen,
    discountFen: part.discountFen,
    totalFen: partTotalFen(part),
  }))
  const shares = job.jobShares?.length ? feesOf(payersOfJob(job, taxBp)) : undefined
  const alternatives = alternativesOf(job, jobs)
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
    ...(shares ? { shares } : {}),
    ...(alternatives ? { alternatives } : {}),
    ...(job.suggested ? { suggested: true } : {}),
  }
}

/** The lines of an order as they are printed, with totals that add up. Of alternatives only the chosen one is a line. */
export function estimateLines(
  jobs: readonly Line[],
  taxBp: number,
): Pick<EstimateContent, 'lines' | 'totals' | 'payers'> {
  const counted = jobs.filter(({ chosen }) => chosen !== false)
  const payers = totalsByPayer(counted, taxBp)
  const alone = payers.every(({ payer }) => payer === 'customer')
  return {
    lines: counted.map((job, index) => estimateLine(job, index, jobs, taxBp)),
    totals: { ...orderTotals(counted, taxBp), taxBp },
    ...(alone ? {} : { payers: feesOf(payers) }),
  }
}

type Priced = Pick<EstimateContent, 'lines' | 'payers'> & { totals: { totalFen: number } }
const pricesOf = ({ lines, totals, payers }: Priced) =>
  canonicalJson({
    lines: lines.map(({ kind, title, payer, totalFen, priceAfterInspection, shares }) => ({
      kind,
      title,
      payer,
      totalFen,
      priceAfterInspection,
      shares,
    })),
    totalFen: totals.totalFen,
    payers,
  })

/** Whether the lines still cost what a frozen version says, and whom it says. */
export const isStillPriced = (
  content: Pick<EstimateContent, 'lines' | 'totals' | 'payers'>,
  jobs: readonly Line[],
) => pricesOf(content) === pricesOf(estimateLines(jobs, content.totals.taxBp))

/** The total of a frozen version as a message tells it; null while no line has a price yet. */
export function toldTotalFen({ totalFen, content }: { totalFen: number; content: unknown }): number | null {
  const { lines } = content as Pick<EstimateContent, 'lines'>
  return totalFen === 0 && lines.some((line) => line.priceAfterInspection) ? null : totalFen
}
