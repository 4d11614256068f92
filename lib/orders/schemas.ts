import * as z from 'zod'
import * as f from '../core/fields'
import { PAYERS } from './totals'

export const ORDER_TYPES = [
  'maintenance',
  'generalRepair',
  'warranty',
  'recall',
  'accident',
  'comeback',
  'internal',
] as const
export const PAYMENT_METHODS = ['cash', 'card', 'wechat', 'alipay', 'transfer', 'account'] as const
export const OLD_PARTS = ['takeAway', 'leave', 'scrap', 'holdForWarranty'] as const
export const SKILLS = ['general', 'engine', 'electrical', 'chassis', 'body', 'paint', 'newEnergy'] as const

export type OrderType = (typeof ORDER_TYPES)[number]
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]
export type OldParts = (typeof OLD_PARTS)[number]
export type Skill = (typeof SKILLS)[number]

/** A promise may be made for at most a year ahead. */
const isoOrDate = z.union([f.at, z.date()])

export const OpenOrder = z.object({
  visitId: f.id,
  type: f.optional(z.enum(ORDER_TYPES)),
  comebackOfId: f.optional(f.id),
})
export const TakeFound = z.object({
  orderId: f.id,
  key: f.requiredText(260),
  title: f.requiredText(120),
  titleEn: f.optional(f.text(120)),
  packageId: f.optional(f.id),
  operationId: f.optional(f.id),
})
export const TieComeback = z.object({
  visitId: f.id,
  orderId: f.id,
  yes: f.flag,
  /** To whom the car is handed. */
  adviserId: f.optional(f.id),
})
export const OrderId = z.object({ orderId: f.id })

/** One part of a line: from the parts master at today's price, or by its name with a price. */
export const PartInput = z.object({
  partId: f.optional(f.id),
  name: f.optional(f.requiredText(80)),
  quantityMilli: f.quantityMilli.default(1000),
  unitPriceFen: f.optional(f.fen),
})
export type PartInput = z.output<typeof PartInput>

/** One line: a package of the menu, a labour operation, or free words with own minutes and price. */
export const LineInput = z
  .object({
    packageId: f.optional(f.id),
    operationId: f.optional(f.id),
    title: f.optional(f.requiredText(120)),
    titleEn: f.optional(f.text(120)),
    times: f.optional(z.coerce.number().int().min(1).max(20)),
    minutes: f.optional(f.minutes),
    labourFen: f.optional(f.fen),
    skill: f.optional(z.enum(SKILLS)),
    diagnosis: f.optional(f.flag),
    priceAfterInspection: f.optional(f.flag),
    payer: f.optional(z.enum(PAYERS)),
    /** Why the house bears it itself; for the house alone. */
    payerReason: f.optional(f.text(300)),
    problemId: f.optional(f.id),
    reason: f.optional(f.text(300)),
    /** The house recommends it, with the reason. */
    suggested: f.optional(f.flag),
    whatIfNot: f.optional(f.text(300)),
    parts: z.array(PartInput).max(60).optional(),
  })
  .refine((line) => line.packageId || line.operationId || line.title, {
    path: ['title'],
    message: 'required',
  })
  .refine(({ suggested, reason }) => !suggested || reason, { path: ['reason'], message: 'required' })
export type LineInput = z.output<typeof LineInput>

/** A line of an order, or one more alternative of a line that stands on it. */
export const AddJob = LineInput.safeExtend({ orderId: f.id, alternativeTo: f.optional(f.id) })
export const JobId = z.object({ jobId: f.id })
export const ChangeJob = z.object({
  jobId: f.id,
  title: f.optional(f.requiredText(120)),
  minutes: f.optional(f.minutes),
  labourFen: f.optional(f.fen),
  payer: f.optional(z.enum(PAYERS)),
  payerReason: f.optional(f.text(300)),
  priceAfterInspection: f.optional(f.flag),
  requestedTechnicianId: f.optional(f.id),
  reason: f.optional(f.text(300)),
  suggested: f.optional(f.flag),
  whatIfNot: f.optional(f.text(300)),
})
export const AddPart = PartInput.safeExtend({ jobId: f.id }).refine((part) => part.partId || part.name, {
  path: ['name'],
  message: 'required',
})
export const ChangePart = z.object({ jobPartId: f.id, quantityMilli: f.quantityMilli })
export const JobPartId = z.object({ jobPartId: f.id })

export const DecideWarranty = z.object({
  jobId: f.id,
  decision: z.enum(['inside', 'outside', 'undecided']),
  /** What the customer was told. */
  reason: f.requiredText(500),
  diagnosis: f.optional(f.requiredText(1000)),
})
export const ReportWarranty = z.object({
  jobId: f.id,
  authority: f.requiredText(120),
  diagnosis: f.requiredText(1000),
  reportNo: f.text(60).default(''),
})
export const ConcludeWarranty = z.object({
  jobId: f.id,
  approved: f.flag,
  conclusion: f.requiredText(1000),
  concludedOn: f.optional(f.day),
})
export const REPAIR_CLASSES = ['assembly', 'secondLevel', 'minor'] as const
export const SetRepairClass = z.object({ orderId: f.id, repairClass: z.enum(REPAIR_CLASSES) })

export const Discount = z.object({
  orderId: f.id,
  jobId: f.optional(f.id),
  offBp: z.coerce.number().int().min(0).max(10_000),
  reason: f.text(300).default(''),
})
export const AskDiscount = Discount.extend({
  offBp: z.coerce.number().int().min(1, 'too-small').max(10_000),
  reason: f.requiredText(300),
})
export const AnswerDiscount = z.object({ requestId: f.id, grant: f.flag, note: f.text(300).default('') })

const shareFields = {
  payer: z.enum(PAYERS),
  shareBp: f.optional(z.coerce.number().int().min(1, 'too-small').max(10_000)),
  amountFen: f.optional(f.fen.pipe(z.number().min(1, 'too-small'))),
}
type Shared = { shareBp?: number; amountFen?: number }
const isOneMeasure = ({ shareBp, amountFen }: Shared): boolean =>
  (shareBp === undefined) !== (amountFen === undefined)
const NO_MEASURE = { path: ['amountFen'], message: 'required' }
const shareSaid = { payerReason: f.optional(f.text(300)), ...shareFields }
const Share = z.object(shareSaid).refine(isOneMeasure, NO_MEASURE)
export const ShareLine = z.object({ jobId: f.id, ...shareSaid }).refine(isOneMeasure, NO_MEASURE)
export const DropShare = z.object({ jobId: f.id, payer: z.enum(PAYERS) })

/** Not wanted now: declined, or with a day deferred to it. */
export const SetLineAside = z.object({ jobId: f.id, reason: f.requiredText(300), until: f.optional(f.day) })
export const WaivePrice = z.object({ jobId: f.id, reason: f.requiredText(300) })

export const AddProblem = z.object({ orderId: f.id, text: f.requiredText(300) })
export const ProblemId = z.object({ problemId: f.id })

export const OrderTerms = z.object({
  orderId: f.id,
  type: f.optional(z.enum(ORDER_TYPES)),
  promisedAt: f.optional(isoOrDate),
  /** The time that was worked out and shown beside it. */
  suggestedAt: f.optional(isoOrDate),
  promiseReason: f.text(300).optional(),
  paymentMethod: f.optional(z.enum(PAYMENT_METHODS)),
  oldParts: f.optional(z.enum(OLD_PARTS)),
  wash: f.optional(f.flag),
  deliveryExplained: f.optional(f.flag),
  customerLocale: f.optional(z.enum(['zh-CN', 'en'])),
  remarks: f.text(500).optional(),
  /** What the remarks said when the form was opened. */
  remarksWas: f.text(1000).default(''),
})

export const PresentOrder = z.object({ orderId: f.id, send: f.optional(f.flag) })
export const CancelOrder = z.object({ orderId: f.id, reason: f.requiredText(300) })

const signed = {
  version: z.coerce.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
}
const signature = {
  signerName: f.optional(f.requiredText(60)),
  signatureStrokes: z.string().max(2_000_000).default(''),
  signatureTyped: z.string().max(200).default(''),
}
const SIGNER_ROLES = ['customer', 'owner', 'sender'] as const

export const SignOrder = z.object({
  orderId: f.id,
  ...signed,
  ...signature,
  signerRole: f.optional(z.enum(SIGNER_ROLES)),
  /** Proof of the one-time code, where the customer signs so much by the link that it asks for one. */
  proof: z.string().max(200).default(''),
})

export const StartAdditionalWork = z.object({
  orderId: f.id,
  what: f.requiredText(300),
  why: f.optional(f.text(500)),
})
export const PriceAdditionalWork = z.object({
  additionalWorkId: f.id,
  what: f.requiredText(300),
  why: f.requiredText(500),
  whatIfNot: f.requiredText(500),
  how: f.requiredText(500),
  newPromisedAt: isoOrDate,
  /** Lines, each with who else bears a part of it. */
  lines: z.array(LineInput.safeExtend({ shares: z.array(Share).max(4).optional() })).max(30),
  /** Left out, it stays what the workshop said. */
  safety: f.optional(f.flag),
})
export const AdditionalWorkId = z.object({ additionalWorkId: f.id })
export const WithdrawAdditionalWork = z.object({
  additionalWorkId: f.id,
  reason: f.requiredText(300),
  /** Advised to the customer for another visit. */
  advise: f.flag.default(false),
})

/** What an adviser reads out before a yes on the telephone counts. */
export const READ_OUT = ['what', 'why', 'whatIfNot', 'how', 'price', 'time'] as const
export type ReadOut = (typeof READ_OUT)[number]

export const AnswerAdditionalWork = z.object({
  additionalWorkId: f.id,
  hash: signed.hash,
  answers: z.array(z.object({ jobId: f.id, approve: f.flag, reason: f.optional(f.text(300)) })).max(30),
  ...signature,
  callNote: f.optional(f.requiredText(500)),
  givenBy: f.optional(f.requiredText(60)),
  /** Consent by telephone: the number that was called, and which points were read out. */
  calledNumber: f.optional(f.requiredText(30)),
  readOut: z.array(z.enum(READ_OUT)).default([]),
  /** Proof of the one-time code, where the sum asks for one. */
  proof: z.string().max(200).default(''),
})
const code = z.string().regex(/^\d{6}$/, 'code')
export const ApprovalCode = z.object({ additionalWorkId: f.id, code })
export const SigningCode = z.object({ orderId: f.id, code })
export const SignAdditionalWork = z.object({ additionalWorkId: f.id, hash: signed.hash, ...signature })
