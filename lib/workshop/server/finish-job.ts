import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { moveJob } from '@/lib/orders/server/order-status'
import { keepWhatWasUsed } from '@/lib/parts/server/used-parts'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { clockedMinutes } from '../clock'
import { FinishJob } from '../schemas'
import { closeEntry } from './clock-on'
import { finishOrder } from './finish-order'
import { ownJob, technicianOf } from './own-job'

/**
 * The technician reports a job as done: what was done, with the parts and hours on record (S5-43). When it was the last
 * approved line, the order goes to the inspector. Refuses `job.parts-not-issued` while a part was never handed out.
 */
export const finishJob = command(
  'job.finish',
  FinishJob,
  async ({ tx, actor, now }, { jobId, workDone, suggestion }) => {
    const technician = technicianOf(actor)
    const { dealershipId } = technician
    const job = await ownJob(tx, technician, jobId)
    await keepWhatWasUsed(tx, await checkParts(tx, jobId))
    const stamps = { doneAt: now, doneById: technician.id, workDoneNote: workDone }
    await moveJob(tx, { dealershipId, id: jobId, status: job.status }, 'finish', stamps)
    if (job.openClocking)
      await tx.clocking.update({
        where: { dealershipId_id: { dealershipId, id: job.openClocking.id } },
        data: { endsAt: now },
        select: { id: true },
      })
    if (job.live) await closeEntry(tx, dealershipId, job.live, now)
    await tx.rework.updateMany({ where: { jobId, doneAt: null }, data: { doneAt: now } })
    if (suggestion)
      await tx.finding.create({
        data: {
          dealershipId,
          orderId: job.order.id,
          jobId,
          text: suggestion,
          suggestion: true,
          foundById: technician.id,
          at: now,
        },
        select: { id: true },
      })
    const orderDone = await finishOrder(tx, { ...job.order, dealershipId }, now)
    return {
      result: { jobId, orderDone },
      subject: { type: 'job', id: jobId },
      visitId: job.order.visitId,
      facts: {
        job: job.title,
        jobEn: job.titleEn,
        plate: job.order.vehicle.plate,
        minutes: clockedMinutes(job.clockings, now),
        orderDone,
      },
    }
  },
)

/** Nothing is billed that is not in the car: refuses parts never handed out, answers those of which some came back. */
async function checkParts(tx: Tx, jobId: string) {
  const lines = await tx.jobPart.findMany({ where: { jobId, partId: { not: null } }, orderBy: { id: 'asc' } })
  const returned = await tx.stockMove.findMany({ where: { jobId, kind: 'return' }, select: { partId: true } })
  const missing = lines.find(
    ({ issuedMilli, quantityMilli, partId }) =>
      issuedMilli < quantityMilli && !returned.some((move) => move.partId === partId),
  )
  if (missing) throw new Refusal('job.parts-not-issued', { part: missing.name })
  return lines.filter(({ issuedMilli, quantityMilli }) => issuedMilli < quantityMilli)
}
