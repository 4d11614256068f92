import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { toldTotalFen } from '../estimate-content'
import { checkObligatory, type ObligatoryPoint } from '../obligatory'
import { PresentOrder } from '../schemas'
import { noteDefects, pointsOf } from './note-defects'
import { orderOf } from './order-of'
import { moveOrder } from './order-status'
import { tellCustomer } from './tell-customer'

/**
 * Puts the estimate before the customer, on the glass or by message. Refuses with `order.point-missing` while one of the five
 * obligatory points is open (S3-32), which counts against the adviser (S3-33), or with `order.promise-in-the-past`.
 */
export const presentOrder = command(
  'order.present',
  PresentOrder,
  async ({ tx, actor, now }, { orderId, send }) => {
    const order = await orderOf(tx, actor, orderId)
    const estimate = await tx.estimate.findFirst({ where: { orderId, supersededAt: null } })
    await moveOrder(tx, order, 'present')
    const problems = await tx.orderProblem.count({ where: { orderId } })
    const jobs = await tx.job.findMany({
      where: { orderId, status: 'proposed', additionalWorkId: null, chosen: true },
      include: { jobParts: { select: { id: true } } },
    })
    checkObligatory({ ...order, problems, jobs })
    if (order.promisedAt && order.promisedAt <= now) throw new Refusal('order.promise-in-the-past')
    if (!estimate) throw new Refusal('common.changed-meanwhile')
    if (send) await tellCustomer(tx, order, 'order-to-sign', { totalFen: toldTotalFen(estimate) }, now)
    return {
      result: { version: estimate.version, hash: estimate.hash },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, version: estimate.version, totalFen: estimate.totalFen, sent: send ?? false },
    }
  },
  {
    refused: async (writing, { orderId }, refusal) =>
      refusal.code === 'order.point-missing'
        ? noteDefects(writing, orderId, pointsOf(refusal, 'points') as ObligatoryPoint[])
        : null,
  },
)
