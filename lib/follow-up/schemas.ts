import * as z from 'zod'
import { at, fen, flag, id, optional, requiredText, text } from '../core/fields'
import { photoFileIds } from '../reception/schemas'
import { SignatureFields } from '../reception/signature'
import { COMPENSATIONS, COMPLAINT_TYPES } from './complaint'
import { ATTEMPT_RESULTS, FOLLOW_UP_KINDS, SATISFACTIONS } from './follow-up'

const stars = optional(z.coerce.number().int().min(1).max(5))
/** A yes or no that must be said. */
const answer = z
  .union([z.boolean(), z.enum(['yes', 'no'])])
  .transform((value) => value === true || value === 'yes')

export const DeliverVisit = z.object({ orderId: id, ...SignatureFields })

export const QUEUE_VIEWS = ['due', 'planned', 'done'] as const
export const FollowUpQueue = z.object({
  view: z.enum(QUEUE_VIEWS).catch('due').default('due'),
  kind: optional(z.enum(FOLLOW_UP_KINDS).catch('call')),
})

export const AttemptFollowUp = z.object({
  followUpId: id,
  result: z.enum(ATTEMPT_RESULTS, 'required'),
  note: text(500).default(''),
  /** When the customer wants to be called instead. */
  callAt: optional(at),
  seconds: optional(z.coerce.number().int().min(0).max(36_000)),
})

export const CompleteFollowUp = z.object({
  followUpId: id,
  vehicleState: text(500).default(''),
  problemSolved: optional(answer),
  satisfaction: optional(z.enum(SATISFACTIONS)),
  questions: text(1000).default(''),
  suggestion: text(1000).default(''),
  bookingPromoted: flag.default(false),
  booked: flag.default(false),
})

export const GiveRating = z.object({
  orderId: id,
  satisfaction: z.enum(SATISFACTIONS, 'required'),
  adviserStars: stars,
  technicianStars: stars,
  text: text(2000).default(''),
})

export const OpenComplaint = z.object({
  customerId: optional(id),
  vehicleId: optional(id),
  orderId: optional(id),
  type: z.enum(COMPLAINT_TYPES).default('other'),
  channel: z.enum(['phone', 'online', 'store']).default('store'),
  problem: requiredText(2000),
  expectation: text(2000).default(''),
})

export const OpenDispute = z.object({
  visitId: id,
  about: z.enum(['loss', 'damage']),
  problem: requiredText(1900),
  expectation: text(2000).default(''),
  photoFileIds,
})

const step = <A extends string, S extends z.ZodRawShape>(action: A, fields: S) =>
  z.object({ complaintId: id, action: z.literal(action), ...fields })

/** What each step of a complaint needs (register 6.7). */
export const AdvanceComplaint = z.discriminatedUnion('action', [
  step('takeOver', {
    problem: requiredText(2000),
    expectation: requiredText(2000),
    type: z.enum(COMPLAINT_TYPES, 'required'),
  }),
  step('analyse', { analysis: requiredText(4000) }),
  step('propose', {
    plan: requiredText(2000),
    compensationKind: z.enum(COMPENSATIONS, 'required'),
    compensationFen: fen.default(0),
  }),
  step('agree', { customerAnswer: text(1000).default('') }),
  step('refuse', { customerAnswer: requiredText(1000) }),
  step('execute', {}),
  step('verify', { satisfactionAfter: z.enum(SATISFACTIONS, 'required') }),
  step('review', {
    rootCause: z.enum(['process', 'person', 'technical'], 'required'),
    measures: requiredText(2000),
  }),
  step('file', {}),
  step('close', {}),
  step('reopen', { problem: requiredText(2000) }),
])

export const ComplaintList = z.object({ view: z.enum(['open', 'closed']).catch('open').default('open') })
export const ComplaintOne = z.object({ complaintId: id })
