import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { photosOfVisit } from '@/lib/reception/server/photos-of-visit'
import { command } from '@/lib/server/doors'
import { checkLine } from '../inspection'
import { DecideLine } from '../schemas'
import { orderUnderCheck } from './order-under-check'
import { ownInspection } from './own-inspection'

/**
 * Passes or fails one line of the inspection. A failed line needs a reason and the line of work to put right; photographs
 * are optional. Refuses with `inspection.not-yours`, `inspection.reason-wanted`, `inspection.job-wanted`, `common.not-found`.
 */
export const decideLine = command('inspection.line', DecideLine, async ({ tx, actor }, input) => {
  const { dealershipId } = actor
  const inspection = await ownInspection(tx, actor, input.inspectionId)
  const line = inspection.inspectionLines.find(({ id }) => id === input.lineId)
  if (!line) throw new Refusal('common.not-found')
  const order = await orderUnderCheck(tx, dealershipId, inspection.orderId)
  const only = order.jobs.length === 1 ? order.jobs[0]!.id : null
  const failed = input.result === 'fail'
  const jobId = line.group === 'job' ? line.jobId : failed ? (input.jobId ?? only) : null
  if (jobId && !order.jobs.some(({ id }) => id === jobId)) throw new Refusal('common.not-found')
  const reason = failed ? input.reason : ''
  checkLine({ group: line.group, jobId, result: input.result, reason })

  const added = await photosOfVisit(tx, order.visitId, input.photoFileIds)
  const photoFileIds = failed ? [...new Set([...line.photoFileIds, ...added])] : []
  await tx.inspectionLine.update({
    where: { dealershipId_id: { dealershipId, id: line.id } },
    data: { result: input.result, reason, jobId, photoFileIds },
  })
  return {
    result: { lineId: line.id, result: input.result },
    subject: { type: 'inspection', id: inspection.id },
    visitId: order.visitId,
    facts: { orderId: order.id, no: order.no, group: line.group, jobId, result: input.result, reason },
  }
})
