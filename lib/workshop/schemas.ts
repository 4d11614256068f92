import * as z from 'zod'
import { at, day, flag, id, optional, requiredText, text, time } from '../core/fields'
import { photoFileIds } from '../reception/schemas'

const minutes = z.coerce
  .number()
  .int()
  .min(5)
  .max(60 * 16)

/** Where a job goes in the plan: a moment, or a day and a wall-clock time of the dealership. */
const place = {
  technicianId: id,
  bayId: optional(id),
  startsAt: optional(at),
  day: optional(day),
  time: optional(time),
  minutes: optional(minutes),
  priority: flag.default(false),
  reason: text(200).default(''),
}

const hasStart = (input: { startsAt?: Date; time?: string }) =>
  input.startsAt !== undefined || input.time !== undefined
const startMissing = { path: ['time'], message: 'required' }

export const DispatchJob = z.object({ jobId: id, ...place }).refine(hasStart, startMissing)
export const MovePlanEntry = z.object({ planEntryId: id, ...place }).refine(hasStart, startMissing)
export const PlanPreview = z
  .object({ jobId: id, planEntryId: optional(id), ...place })
  .refine(hasStart, startMissing)
export type PlanPlace = z.output<typeof DispatchJob>

export const WithdrawPlanEntry = z.object({ planEntryId: id, reason: requiredText(200) })

export const CancelJob = z.object({
  jobId: id,
  reason: requiredText(300),
  /** Who agreed to it, when and how. */
  consent: requiredText(300),
})

export const StopOrder = z.object({
  orderId: id,
  reason: requiredText(300),
  /** What was done so far is billed, or waived as goodwill. */
  work: z.enum(['bill', 'waive'], 'choose'),
})

export const OwnJob = z.object({ jobId: id })
export const PauseJob = z.object({
  jobId: id,
  reason: z.enum(['parts', 'approval', 'oem', 'breakTime', 'other'], 'choose'),
  note: text(200).default(''),
})
export const FinishJob = z.object({
  jobId: id,
  workDone: requiredText(1000),
  suggestion: text(500).default(''),
})

export const RecordFinding = z.object({
  jobId: id,
  text: requiredText(1000),
  faultClass: optional(z.enum(['mechanical', 'electronic', 'software', 'other'])),
  urgent: flag.default(false),
  suggestion: flag.default(false),
  photoFileIds,
})
export const AskForAdditionalWork = z.object({
  jobId: id,
  what: requiredText(300),
  why: requiredText(500),
  whatIfNot: text(500).default(''),
  how: text(500).default(''),
  faultClass: optional(z.enum(['mechanical', 'electronic', 'software', 'other'])),
  urgent: flag.default(false),
  photoFileIds,
})
