import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { openAdditionalWork } from '@/lib/orders/server/open-additional-work'
import { command } from '@/lib/server/doors'
import { AskForAdditionalWork } from '../schemas'
import { technicianOf } from './own-job'
import { addFinding, jobInHand } from './record-finding'

/**
 * The technician asks for additional work with evidence (S5-38): what, why, what if not, how. The adviser prices it and
 * asks the customer; nothing is done before the answer. Refuses `finding.photo-wanted` without a photograph.
 */
export const askForAdditionalWork = command(
  'additionalWork.ask',
  AskForAdditionalWork,
  async ({ tx, actor, now }, input) => {
    const technician = technicianOf(actor)
    const { dealershipId, id: foundById } = technician
    const job = await jobInHand(tx, technician, input.jobId)
    if (input.photoFileIds.length === 0) throw new Refusal('finding.photo-wanted')
    const { what, why, whatIfNot, how, photoFileIds, faultClass, urgent } = input
    const found = { text: `${what}\n${why}`, faultClass, urgent, suggestion: false, photoFileIds }
    const findingId = await addFinding(tx, technician, job, found, now)
    const { id } = await openAdditionalWork(
      tx,
      { dealershipId, orderId: job.orderId, findingId, foundById, what, why, whatIfNot, how },
      now,
    )
    return {
      result: { id, findingId },
      subject: { type: 'additionalWork', id },
      visitId: job.order.visitId,
      facts: { what, adviserId: job.order.adviserId, urgent },
    }
  },
)
