import 'server-only'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { openRequests } from '@/lib/orders/server/open-requests'
import { moveOrder } from '@/lib/orders/server/order-status'
import { command } from '@/lib/server/doors'
import { CHECK_GROUPS, checkSeparation } from '../inspection'
import { OfOrder } from '../schemas'
import { orderUnderCheck } from './order-under-check'

/**
 * The inspector takes a finished car: opens the next round of its inspection with a line for every line of work and the
 * four groups. Lines of work that passed in an earlier round stay passed.
 * Refuses with `inspection.requests-open` while the customer is still to be asked or to answer (register 6.3), and with
 * `inspection.own-work`, `inspection.taken` or `status.not-from-here`.
 */
export const takeInspection = command(
  'inspection.start',
  OfOrder,
  async ({ tx, actor, now }, { orderId }) => {
    const { dealershipId } = actor
    const inspectorId = actor.id!
    const order = await orderUnderCheck(tx, dealershipId, orderId)
    const rounds = await tx.inspection.findMany({
      where: { dealershipId, orderId },
      orderBy: { round: 'desc' },
      select: { round: true, inspector: { select: { name: true, nameEn: true } } },
    })
    const holder = rounds[0]?.inspector
    if (order.status === 'qc')
      throw new Refusal('inspection.taken', { who: holder ? nameIn(holder, actor.locale) : '' })
    await moveOrder(tx, order, 'inspect')
    checkSeparation(inspectorId, order.workers)
    const waiting = await openRequests(tx, dealershipId, orderId)
    if (waiting > 0) throw new Refusal('inspection.requests-open', { count: waiting })

    const round = (rounds[0]?.round ?? 0) + 1
    const { id } = await tx.inspection.create({
      data: { dealershipId, orderId, round, status: 'inCheck', inspectorId, createdAt: now, startedAt: now },
      select: { id: true },
    })
    const work = order.jobs.map((job) => ({
      group: 'job' as const,
      jobId: job.id,
      result: job.status === 'qcPassed' ? ('pass' as const) : null,
    }))
    const groups = CHECK_GROUPS.map((group) => ({ group, jobId: null, result: null }))
    await tx.inspectionLine.createMany({
      data: [...work, ...groups].map((line) => ({ ...line, dealershipId, inspectionId: id })),
    })
    await tx.rework.updateMany({
      where: { dealershipId, doneAt: null, job: { orderId, status: { in: ['done', 'qcPassed'] } } },
      data: { doneAt: now },
    })
    return {
      result: { id, round },
      subject: { type: 'inspection', id },
      visitId: order.visitId,
      facts: { orderId, no: order.no, round },
    }
  },
)
