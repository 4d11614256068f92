import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { checkHouseBears } from '../payer-reason'
import { ChangeJob } from '../schemas'
import { jobToEdit } from './editing'
import { houseLimitOf } from './house-limit'

/**
 * Changes a proposed line: who pays, the technician asked for; words, minutes and price only where neither package nor operation
 * fixes them. A labour discount keeps its share of a lower price. Refuses with `order.not-editable`,
 * `order.suggestion-without-reason`, `order.payer-reason-missing` or `order.goodwill-above-limit`.
 */
export const changeJob = command(
  'order.edit',
  ChangeJob,
  async ({ tx, actor, now }, { jobId, payerReason, ...wanted }) => {
    const { job, order } = await jobToEdit(tx, actor, jobId, now)
    const { title, minutes, labourFen, priceAfterInspection, requestedTechnicianId, ...always } = wanted
    if ((always.suggested ?? job.suggested) && !(always.reason ?? job.reason))
      throw new Refusal('order.suggestion-without-reason')
    const newPayer = wanted.payer === job.payer ? undefined : wanted.payer
    checkHouseBears([{ payer: newPayer, payerReason, borneBp: 10_000 }], await houseLimitOf(tx, actor, order))
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
    const cheaper = newLabourFen < job.labourFen
    const discountFen = cheaper
      ? Math.floor((job.discountFen * newLabourFen) / job.labourFen)
      : job.discountFen
    await tx.job.update({
      where: { dealershipId_id: { dealershipId, id: jobId } },
      data: { ...always, ...own, requestedTechnicianId, discountFen },
    })
    return {
      result: { jobId },
      subject: { type: 'order', id: order.id },
      visitId: order.visitId,
      facts: {
        no: order.no,
        change: 'changeJob',
        title: title ?? job.title,
        ...(newPayer ? { payer: newPayer, payerReason: payerReason ?? '' } : {}),
      },
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
