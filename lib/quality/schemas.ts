import * as z from 'zod'
import { id, km, optional, requiredText, text } from '../core/fields'
import { photoFileIds } from '../reception/schemas'
import { ACCEPTING_SIDES } from './acceptance'

export const OfOrder = z.object({ orderId: id })
const OfInspection = z.object({ inspectionId: id })

export const DecideLine = z.object({
  inspectionId: id,
  lineId: id,
  result: z.enum(['pass', 'fail']),
  reason: text(500).default(''),
  /** The line of work to put right, when a group of the whole car fails. */
  jobId: optional(id),
  photoFileIds,
})
export const DecideInspection = OfInspection.extend({ remark: text(1000).default('') })

export const QueueRoadTest = OfOrder.extend({ purpose: requiredText(300) })
export const PermitRoadTest = z.object({ roadTestId: id, driverId: id })
export const StartRoadTest = z.object({ roadTestId: id })
export const EndRoadTest = z.object({ roadTestId: id, distanceKm: km, finding: requiredText(1000) })

export const AcceptOrder = OfOrder.extend({ side: optional(z.enum(ACCEPTING_SIDES)) })
export const RejectOrder = OfOrder.extend({
  reason: requiredText(500),
  /** The lines of work that do not satisfy; all of them when none is named. */
  jobIds: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(id),
  ),
})
export const ExplainRework = z.object({ reworkId: id, rootCause: requiredText(500) })
export const JudgeComeback = OfOrder.extend({
  cause: requiredText(500),
  ourFault: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
})
