import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { moveJob, moveOrder } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { RejectOrder } from '../schemas'
import { orderUnderCheck } from './order-under-check'

/**
 * The adviser sends a passed car back: the joint acceptance failed or the customer is not satisfied. The named lines of
 * work are done and inspected again. Refuses with `status.not-from-here`, `common.not-found`.
 */
export const rejectOrder = command('order.reject', RejectOrder, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const order = await orderUnderCheck(tx, dealershipId, input.orderId)
  await moveOrder(tx, order, 'reject', {
    qcPassedAt: null,
    washStartedAt: null,
    washedAt: null,
    readyAt: null,
  })
  if (input.jobIds.some((id) => !order.jobs.some((job) => job.id === id)))
    throw new Refusal('common.not-found')
  // A stopped order has no work to send back.
  if (order.jobs.every(({ status }) => status !== 'qcPassed' && status !== 'billed'))
    throw new Refusal('status.not-from-here', { from: 'stopped', action: 'reject' })
  const jobs = order.jobs.filter(({ id }) => input.jobIds.length === 0 || input.jobIds.includes(id))
  for (const job of jobs) {
    await moveJob(tx, { ...job, dealershipId }, 'reopen', { reworkCount: { increment: 1 } })
    const { doneById: technicianId } = job
    await tx.rework.create({
      data: { dealershipId, jobId: job.id, technicianId, reason: input.reason, openedAt: now },
      select: { id: true },
    })
  }
  return {
    result: { jobIds: jobs.map(({ id }) => id) },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, reason: input.reason, lines: jobs.length },
  }
})
