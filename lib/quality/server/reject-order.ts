import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { RepairOrderStatus } from '@/lib/orders/repair-order'
import { moveJob, moveOrder } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { RejectOrder } from '../schemas'
import { orderUnderCheck } from './order-under-check'
import { tellSender } from './tell-sender'

/** States in which the customer has been told that the car is ready. */
const TOLD: readonly RepairOrderStatus[] = ['ready', 'settling']

/**
 * The adviser sends a passed car back: the joint acceptance failed or the customer is not satisfied. The named lines of
 * work are done and inspected again; a customer who was told to collect the car is told otherwise (register 6.3). Refuses with `status.not-from-here`, `common.not-found`.
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
  if (TOLD.includes(order.status)) {
    const about = { ...order.visit, vehicle: order.vehicle, id: order.visitId, dealershipId }
    await tellSender(tx, about, 'car-back-in-work', { no: order.no }, now)
  }
  return {
    result: { jobIds: jobs.map(({ id }) => id) },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, reason: input.reason, lines: jobs.length },
  }
})
