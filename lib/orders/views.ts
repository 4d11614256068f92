import type { AdditionalWorkStatus } from './additional-work'
import type { Rank } from './choices'
import type { EstimateContent, EstimateLine, PayerFen } from './estimate-content'
import type { JobStatus } from './job'
import type { Skill } from './schemas'
import type { PayerShare } from './shares'
import type { Amounts, Payer, Totals } from './totals'

/** What the pages of orders are given. */

type StockView = {
  onHandMilli: number
  reservedMilli: number
  freeMilli: number
  expectedOn: string | null
}

export type LinePartView = {
  id: string
  partId: string | null
  name: string
  nameEn: string
  quantityMilli: number
  unitPriceFen: number
  discountFen: number
  totalFen: number
  stock: StockView | null
}

export type LineView = Amounts & {
  orderId: string
  id: string
  title: string
  titleEn: string
  status: JobStatus
  kind: string
  payer: Payer
  minutes: number
  skill: Skill
  packageId: string | null
  operationId: string | null
  additionalWorkId: string | null
  priceAfterInspection: boolean
  reason: string
  declineReason: string | null
  labourDiscountFen: number
  /** Lines of one choice are alternatives; one of them is chosen. */
  choiceId: string | null
  chosen: boolean
  rank: Rank | null
  /** What each payer bears, when more than one does. */
  shares: PayerFen[]
  givenShares: PayerShare[]
  deferredTo: Date | null
  /** Whether a request carries the price of a line that was to be priced after inspection. */
  priceAsked: boolean
  suggested: boolean
  whatIfNot: string
  requestedTechnicianId: string | null
  requestedTechnician: string | null
  parts: LinePartView[]
}

type RequestLineView = EstimateLine & {
  jobId: string
  status: JobStatus
  declineReason: string | null
  packageId: string | null
  operationId: string | null
  partIds: (string | null)[]
  givenShares: PayerShare[]
}

export type RequestView = {
  id: string
  status: AdditionalWorkStatus
  what: string
  why: string
  whatIfNot: string
  how: string
  newPromisedAt: Date | null
  revision: number
  contentHash: string | null
  foundAt: Date
  sentAt: Date | null
  answeredAt: Date | null
  expiresAt: Date | null
  withdrawnReason: string
  foundBy: { name: string; nameEn: string } | null
  finding: { text: string; urgent: boolean } | null
  photoFileIds: string[]
  lines: RequestLineView[]
  totals: Totals
  /** Who bears what, when a line is shared. */
  payers: PayerFen[]
  overdue: boolean
  /** Whether a signature stands on this revision. */
  signed: boolean
  safety: boolean
  delayMinutes: number | null
}

/** A request as the customer reads it: nothing of what the workshop and the house say to each other. */
export type CustomerRequestView = Pick<
  RequestView,
  | 'id'
  | 'status'
  | 'what'
  | 'why'
  | 'whatIfNot'
  | 'how'
  | 'newPromisedAt'
  | 'revision'
  | 'contentHash'
  | 'answeredAt'
  | 'photoFileIds'
  | 'signed'
  | 'safety'
  | 'delayMinutes'
> & { lines: CustomerRequestLine[] }

type CustomerRequestLine = Pick<
  RequestLineView,
  | 'jobId'
  | 'title'
  | 'titleEn'
  | 'payer'
  | 'labourFen'
  | 'partsFen'
  | 'discountFen'
  | 'totalFen'
  | 'shares'
  | 'status'
  | 'declineReason'
>

/** What of a request goes to the customer's browser. */
export const customerRequest = ({
  id,
  status,
  what,
  why,
  whatIfNot,
  how,
  newPromisedAt,
  revision,
  contentHash,
  answeredAt,
  photoFileIds,
  signed,
  safety,
  delayMinutes,
  lines,
}: CustomerRequestView): CustomerRequestView => ({
  id,
  status,
  what,
  why,
  whatIfNot,
  how,
  newPromisedAt,
  revision,
  contentHash,
  answeredAt,
  photoFileIds,
  signed,
  safety,
  delayMinutes,
  lines: lines.map((line) => ({
    jobId: line.jobId,
    title: line.title,
    titleEn: line.titleEn,
    payer: line.payer,
    labourFen: line.labourFen,
    partsFen: line.partsFen,
    discountFen: line.discountFen,
    totalFen: line.totalFen,
    shares: line.shares,
    status: line.status,
    declineReason: line.declineReason,
  })),
})

/** A frozen estimate as it comes back from the database: instants are texts. */
export type PrintedContent = Omit<EstimateContent, 'terms' | 'at'> & {
  at: string
  terms: Omit<EstimateContent['terms'], 'promisedAt' | 'promisedTo'> & {
    promisedAt: string | null
    promisedTo: string | null
  }
}

export type SignatureView = {
  by: string
  at: Date
  channel: 'tablet' | 'link' | 'phone' | 'paper'
  strokes: unknown
}

/** The language's own title of something that may have an English one. */
export const titleIn = (locale: string, { title, titleEn }: { title: string; titleEn: string }): string =>
  (locale === 'en' && titleEn) || title
export const nameIn = (locale: string, { name, nameEn }: { name: string; nameEn: string }): string =>
  (locale === 'en' && nameEn) || name
