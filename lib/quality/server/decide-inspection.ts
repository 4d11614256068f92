import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { moveJob, moveOrder } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import type { Tx } from '@/lib/server/db'
import { checkSeparation, outcome, reworkOf } from '../inspection'
import { DecideInspection } from '../schemas'
import { orderUnderCheck, type OrderUnderCheck } from './order-under-check'
import { ownInspection } from './own-inspection'

/**
 * Closes the inspection. All lines passed: the order has passed. Any line failed: its work goes back to the technician
 * with the reason, and has to be checked again in a new round.
 * Refuses with `inspection.lines-open`, `inspection.road-test-open`, `inspection.own-work`, `inspection.not-yours`.
 */
export const decideInspection = command(
  'inspection.decide',
  DecideInspection,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const inspection = await ownInspection(tx, actor, input.inspectionId)
    const order = await orderUnderCheck(tx, dealershipId, inspection.orderId)
    checkSeparation(actor.id!, order.workers)
    const lines = inspection.inspectionLines
    const status = outcome(lines)
    const passed = status === 'passed'
    if (passed && order.roadTests.length > 0) throw new Refusal('inspection.road-test-open')

    const again = reworkOf(lines)
    for (const job of order.jobs) {
      const reasons = again.get(job.id)
      if (reasons) await sendBack(tx, order, job, now, lines)
      else if (job.status === 'done') await moveJob(tx, { ...job, dealershipId }, 'pass')
    }
    await moveOrder(tx, order, passed ? 'pass' : 'fail', passed ? { qcPassedAt: now } : { qcPassedAt: null })
    await tx.inspection.update({
      where: { dealershipId_id: { dealershipId, id: inspection.id } },
      data: { status, finishedAt: now, remark: input.remark },
      select: { id: true },
    })
    return {
      result: { status, rework: [...again.keys()] },
      subject: { type: 'inspection', id: inspection.id },
      visitId: order.visitId,
      facts: { orderId: order.id, no: order.no, round: inspection.round, status, failed: again.size },
    }
  },
)

type Line = { id: string; jobId: string | null; result: 'pass' | 'fail' | null; reason: string }

async function sendBack(
  tx: Tx,
  order: OrderUnderCheck,
  job: OrderUnderCheck['jobs'][number],
  now: Date,
  lines: Line[],
) {
  const { dealershipId } = order
  await moveJob(tx, { ...job, dealershipId }, job.status === 'qcPassed' ? 'reopen' : 'fail', {
    reworkCount: { increment: 1 },
  })
  await tx.rework.createMany({
    data: lines
      .filter(({ jobId, result }) => jobId === job.id && result === 'fail')
      .map(({ id, reason }) => ({
        dealershipId,
        jobId: job.id,
        inspectionLineId: id,
        technicianId: job.doneById,
        reason,
        openedAt: now,
      })),
  })
}
