import { Refusal } from '../core/refusal'

export const OBLIGATORY_POINTS = ['problems', 'prices', 'oldParts', 'wash', 'completionTime'] as const
export type ObligatoryPoint = (typeof OBLIGATORY_POINTS)[number]
/** What counts against the adviser: an omitted point, or a yes that nobody has signed at collection (S3-33). */
export const DEFECTS = [...OBLIGATORY_POINTS, 'signature'] as const
export type Defect = (typeof DEFECTS)[number]

export type PriceableJob = {
  title: string
  priceAfterInspection: boolean
  labourFen: number
  payer: string
  jobParts: readonly unknown[]
}

export type OrderUnderWay = {
  problems: number
  jobs: readonly PriceableJob[]
  oldParts: string | null
  wash: boolean | null
  promisedAt: Date | null
}

/** A line has a price when labour or a part stands on it, when it waits for inspection, or when the customer does not pay it. */
const isPriced = (job: PriceableJob): boolean =>
  job.priceAfterInspection || job.labourFen > 0 || job.jobParts.length > 0 || job.payer !== 'customer'

/** The points without which the customer may not be asked to sign (S3-32), in the order of the printed form. */
export function missingPoints(order: OrderUnderWay): ObligatoryPoint[] {
  const missing: Record<ObligatoryPoint, boolean> = {
    problems: order.problems === 0,
    prices: order.jobs.length === 0 || !order.jobs.every(isPriced),
    oldParts: order.oldParts === null,
    wash: order.wash === null,
    completionTime: order.promisedAt === null,
  }
  return OBLIGATORY_POINTS.filter((point) => missing[point])
}

/** Refuses with `order.no-lines` or `order.line-without-price` when a price cannot be fixed yet. */
export function checkPriced(jobs: readonly PriceableJob[]): void {
  if (!jobs.length) throw new Refusal('order.no-lines')
  const without = jobs.find((job) => !isPriced(job))
  if (without) throw new Refusal('order.line-without-price', { title: without.title })
}

/** Refuses with `order.point-missing`, naming the points. */
export function checkObligatory(order: OrderUnderWay): void {
  const points = missingPoints(order)
  if (points.length) throw new Refusal('order.point-missing', { points: points.join(',') })
}
