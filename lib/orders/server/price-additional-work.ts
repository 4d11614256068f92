import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { Prisma, type Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { checkPriced } from '../obligatory'
import { checkHouseBears } from '../payer-reason'
import { mayTakeMoreWork } from '../repair-order'
import { PriceAdditionalWork } from '../schemas'
import { houseLimitOf } from './house-limit'
import { createLine } from './lines'
import { keepShares } from './share-line'
import { additionalWorkOf } from './order-of'
import { moveAdditionalWork } from './order-status'
import { today } from './today'

/**
 * The adviser puts lines with labour and parts, the four explanations and the new time to what was found (S3-17, S3-44,
 * S3-48). Pricing again makes a new revision and takes back what the customer has in hand.
 * Refuses with `additionalWork.no-lines`, `order.line-without-price`, `order.payer-reason-missing`, `order.goodwill-above-limit`, `order.share-of-own-payer`, `order.shares-above-line`, `order.promise-in-the-past`,
 * `additionalWork.order-too-far` or `additionalWork.already-answered`.
 */
export const priceAdditionalWork = command(
  'additionalWork.price',
  PriceAdditionalWork,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const { additionalWorkId, lines, safety, ...words } = input
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    if (request.answeredAt) throw new Refusal('additionalWork.already-answered')
    if (!mayTakeMoreWork(order.status))
      throw new Refusal('additionalWork.order-too-far', { status: order.status })
    if (!lines.length) throw new Refusal('additionalWork.no-lines')
    const borne = lines.flatMap(({ payer, payerReason, shares = [] }) => [{ payer, payerReason }, ...shares])
    if (words.newPromisedAt <= now) throw new Refusal('order.promise-in-the-past')

    const revision = request.pricedAt ? request.revision + 1 : request.revision
    const red = safety ?? (request.safety || (await isUrgent(tx, request)))
    const stamps = {
      ...words,
      safety: red,
      revision,
      pricedAt: now,
      sentAt: null,
      expiresAt: null,
      contentHash: null,
      content: Prisma.DbNull,
    }
    await moveAdditionalWork(tx, request, 'price', stamps)
    const before = request.jobs.map(({ id }) => id)
    await tx.jobPart.deleteMany({ where: { jobId: { in: before } } })
    await tx.job.deleteMany({ where: { id: { in: before } } })
    const { day } = await today(tx, dealershipId, now)
    const place = { dealershipId, orderId: order.id, model: order.vehicle.model, day, additionalWorkId }
    const limitBp = await houseLimitOf(tx, actor, order)
    for (const { shares = [], ...line } of lines) {
      checkHouseBears([{ ...line, borneBp: 10_000 }], limitBp)
      await keepShares(tx, dealershipId, await createLine(tx, place, line), { shares, limitBp })
    }
    checkPriced(
      await tx.job.findMany({ where: { additionalWorkId }, include: { jobParts: { select: { id: true } } } }),
    )
    return {
      result: { additionalWorkId, revision },
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId: order.visitId,
      facts: {
        no: order.no,
        revision,
        lines: lines.length,
        newPromisedAt: words.newPromisedAt.toISOString(),
        payerReasons: [...new Set(borne.flatMap(({ payerReason }) => payerReason || []))].join('; '),
      },
    }
  },
)

/** What the technician marked as urgent is a matter of safety unless the adviser says otherwise. */
const isUrgent = async (
  tx: Tx,
  { dealershipId, findingId }: { dealershipId: string; findingId: string | null },
): Promise<boolean> =>
  findingId !== null && (await tx.finding.count({ where: { dealershipId, id: findingId, urgent: true } })) > 0
