import * as z from 'zod'
import { at, fen, id, minutes, optional, requiredText, text } from '../core/fields'
import { photoFileIds } from '../reception/schemas'
import { DELAY_CAUSES, DELAY_OPTIONS } from './delay'

export const CARE_KINDS = ['drink', 'meal', 'care', 'facilities', 'gift'] as const

const OfVisit = z.object({ visitId: id })
export const ArriveInLounge = OfVisit.extend({ place: text(60).default('') })
export const RecordCare = OfVisit.extend({ kind: z.enum(CARE_KINDS), text: text(300).default('') })
export const SetWaiting = z
  .object({ visitId: id, waiting: z.enum(['waits', 'leaves']), reachBy: text(120).default('') })
  .refine(({ waiting, reachBy }) => waiting === 'waits' || reachBy !== '', {
    path: ['reachBy'],
    message: 'required',
  })

export const TellProgress = OfVisit.extend({
  done: requiredText(200),
  next: text(200).default(''),
  minutesLeft: optional(minutes),
  photoFileIds,
})
export const MakePromise = OfVisit.extend({ text: requiredText(300) })
export const KeepPromise = z.object({ promiseId: id })

const offered = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(DELAY_OPTIONS)),
)
export const AnnounceDelay = z.object({
  orderId: id,
  cause: z.enum(DELAY_CAUSES),
  newPromisedAt: at,
  offered,
  choice: optional(z.enum(DELAY_OPTIONS)),
  costFen: optional(fen),
  note: text(500).default(''),
})
export const ChooseDelayOption = z.object({
  delayId: id,
  choice: z.enum(DELAY_OPTIONS),
  costFen: optional(fen),
})
