import { estimateLines, type EstimateLine, type PayerFen } from './estimate-content'
import type { Totals } from './totals'

/** What the customer answers: bound to the answer by its hash. */
export type AdditionalWorkContent = {
  form: 'additional-work'
  formVersion: 1
  orderNo: string
  revision: number
  what: string
  why: string
  whatIfNot: string
  how: string
  newPromisedAt: Date | null
  lines: (EstimateLine & { jobId: string })[]
  totals: Totals & { taxBp: number }
  /** Who bears what, when a line is shared; left out else, so that older papers keep their hash. */
  payers?: PayerFen[]
  /** Red: who says no to it signs a notice. Left out where it is not, so that older papers keep their hash. */
  safety?: true
}

type Request = Pick<
  AdditionalWorkContent,
  'what' | 'why' | 'whatIfNot' | 'how' | 'newPromisedAt' | 'revision'
> & {
  safety: boolean
  jobs: readonly (Parameters<typeof estimateLines>[0][number] & { id: string; status: string })[]
}

/** The request as it is put to the customer: its lines with prices, what happens if not, the new time. */
export function additionalWorkContent(
  orderNo: string,
  request: Request,
  taxBp: number,
): AdditionalWorkContent {
  const { what, why, whatIfNot, how, newPromisedAt, revision, safety, jobs } = request
  const { lines, totals, payers } = estimateLines(jobs, taxBp)
  return {
    form: 'additional-work',
    formVersion: 1,
    orderNo,
    revision,
    what,
    why,
    whatIfNot,
    how,
    newPromisedAt,
    lines: lines.map((line, i) => ({ ...line, jobId: jobs[i]!.id })),
    totals,
    ...(payers && lines.some(({ shares }) => shares) ? { payers } : {}),
    ...(safety ? { safety } : {}),
  }
}

/** The paper as the customer has it or answered it; computed while it was not sent, and for requests of before it was kept. */
export function askedContent(
  orderNo: string,
  request: Request & { contentHash: string | null; content?: unknown },
  taxBp: number,
): AdditionalWorkContent {
  const { contentHash, content: kept, newPromisedAt } = request
  if (!contentHash || !kept) return additionalWorkContent(orderNo, request, taxBp)
  return { ...(kept as AdditionalWorkContent), newPromisedAt }
}
