import 'server-only'
import { command } from '@/lib/server/doors'
import { documentHash } from '@/lib/server/hash'
import { checkPriced } from '../obligatory'
import { OrderId } from '../schemas'
import { supersedeEstimates } from './editing'
import { estimateDocument } from './estimate-document'
import { orderOf } from './order-of'
import { moveOrder } from './order-status'

/**
 * Fixes the prices as the next version of the estimate: the content is frozen with its hash, and a signature will stand on it
 * (S3-43). Refuses with `order.no-lines`, `order.line-without-price` or `status.not-from-here`.
 */
export const estimateOrder = command('order.estimate', OrderId, async ({ tx, actor, now }, { orderId }) => {
  const { dealershipId } = actor
  const order = await orderOf(tx, actor, orderId)
  await moveOrder(tx, order, 'estimate')
  const jobs = await tx.job.findMany({
    where: { orderId, status: 'proposed', additionalWorkId: null },
    include: { jobParts: { select: { id: true } } },
  })
  checkPriced(jobs)
  await supersedeEstimates(tx, order, now)
  const version = (await tx.estimate.count({ where: { orderId } })) + 1
  const content = await estimateDocument(tx, { dealershipId, orderId, version }, now)
  const hash = documentHash(content)
  const { labourFen, partsFen, discountFen, totalFen } = content.totals
  const { id } = await tx.estimate.create({
    data: {
      dealershipId,
      orderId,
      version,
      content: JSON.parse(JSON.stringify(content)),
      hash,
      labourFen,
      partsFen,
      discountFen,
      totalFen,
      promisedAt: order.promisedAt,
      createdAt: now,
      createdById: actor.kind === 'staff' ? actor.id : null,
    },
    select: { id: true },
  })
  return {
    result: { estimateId: id, version, hash, totalFen },
    subject: { type: 'order', id: orderId },
    visitId: order.visitId,
    facts: { no: order.no, version, hash, totalFen },
  }
})
