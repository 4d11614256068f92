import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { ChangeJob } from '../schemas'
import { jobToEdit } from './editing'

/**
 * Changes a proposed line: who pays, the warranty decision, the technician asked for; words, minutes and price only where
 * neither package nor operation fixes them. Refuses with `order.not-editable` or `order.suggestion-without-reason`.
 */
export const changeJob = command(
  'order.edit',
  ChangeJob,
  async ({ tx, actor, now }, { jobId, ...wanted }) => {
    const { job, order } = await jobToEdit(tx, actor, jobId, now)
    const { title, minutes, labourFen, priceAfterInspection, requestedTechnicianId, ...always } = wanted
    if ((always.suggested ?? job.suggested) && !(always.reason ?? job.reason))
      throw new Refusal('order.suggestion-without-reason')
    const fixed = Boolean(job.packageId ?? job.operationId)
    const priced = !priceAfterInspection && labourFen !== undefined && labourFen > 0
    const own = fixed
      ? {}
      : { title, minutes, labourFen, priceAfterInspection: priced ? false : priceAfterInspection }
    if (priceAfterInspection && !fixed) Object.assign(own, { labourFen: 0 })
    if (wanted.payer)
      await tx.jobShare.deleteMany({
        where: { dealershipId: actor.dealershipId, jobId, payer: wanted.payer },
      })
    if (requestedTechnicianId) await checkTechnician(tx, requestedTechnicianId)
    const { dealershipId } = actor
    const newLabourFen = 'labourFen' in own && own.labourFen !== undefined ? own.labourFen : job.labourFen
    const discountFen = Math.min(job.discountFen, newLabourFen)
    await tx.job.update({
      where: { dealershipId_id: { dealershipId, id: jobId } },
      data: { ...always, ...own, requestedTechnicianId, discountFen },
    })
    return {
      result: { jobId },
      subject: { type: 'order', id: order.id },
      visitId: order.visitId,
      facts: { no: order.no, change: 'changeJob', title: title ?? job.title },
    }
  },
)

async function checkTechnician(tx: Tx, id: string): Promise<void> {
  const person = await tx.staff.findFirst({
    where: { id, disabledAt: null, roles: { has: 'technician' } },
    select: { id: true },
  })
  if (!person) throw new Refusal('common.not-found')
}
