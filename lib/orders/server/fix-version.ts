import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import type { Tx } from '@/lib/server/db'
import { documentHash } from '@/lib/server/hash'
import { checkPriced } from '../obligatory'
import { supersedeEstimates } from './editing'
import { estimateDocument } from './estimate-document'
import type { OrderRow } from './order-of'

/**
 * Freezes the order as it stands as its next version, with its hash; the version before can no longer be signed (S3-43).
 * Refuses with `order.no-lines` or `order.line-without-price`.
 */
export async function fixVersion(tx: Tx, actor: Actor, order: OrderRow, now: Date) {
  const { dealershipId, id: orderId } = order
  checkPriced(
    await tx.job.findMany({
      where: { orderId, status: 'proposed', additionalWorkId: null, chosen: true },
      include: { jobParts: { select: { id: true } } },
    }),
  )
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
  return { estimateId: id, version, hash, totalFen }
}
