import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { isLive } from '../job'
import { JobId, WaivePrice } from '../schemas'
import { openAdditionalWork } from './open-additional-work'
import { jobOf } from './order-of'
import { withdrawPriceRequest } from './withdraw-additional-work'

/**
 * The inspection is done: opens the request that carries the price of a line signed as "price after inspection" (S3-05). The
 * customer agrees to that request like to any other; before, nothing is charged for the line.
 * Refuses with `order.line-has-price`, also when that request is open already, or as `openAdditionalWork` does.
 */
export const priceInspected = command('additionalWork.open', JobId, async ({ tx, actor, now }, { jobId }) => {
  const { dealershipId } = actor
  const { job, order } = await jobOf(tx, actor, jobId)
  if (!job.priceAfterInspection || !isLive(job.status)) throw new Refusal('order.line-has-price')
  const before = job.pricedById
    ? await tx.additionalWork.findFirst({
        where: { dealershipId, id: job.pricedById, status: { not: 'withdrawn' } },
        select: { id: true },
      })
    : null
  if (before) throw new Refusal('order.line-has-price')
  const foundById = actor.kind === 'staff' ? actor.id : null
  const { id } = await openAdditionalWork(
    tx,
    { dealershipId, orderId: order.id, what: job.title, why: job.workDoneNote || job.reason, foundById },
    now,
  )
  await tx.job.update({
    where: { dealershipId_id: { dealershipId, id: jobId } },
    data: { pricedById: id },
    select: { id: true },
  })
  return {
    result: { additionalWorkId: id },
    subject: { type: 'additionalWork', id },
    visitId: order.visitId,
    facts: { no: order.no, what: job.title, afterInspection: true },
  }
})

/**
 * A line that was to be priced after inspection stays free of charge, with the reason; an open request for its price is taken back.
 * Refuses with `order.line-has-price`.
 */
export const waivePrice = command(
  'job.waivePrice',
  WaivePrice,
  async ({ tx, actor, now }, { jobId, reason }) => {
    const { job, order } = await jobOf(tx, actor, jobId)
    if (!job.priceAfterInspection || !isLive(job.status) || job.status === 'billed')
      throw new Refusal('order.line-has-price')
    await withdrawPriceRequest(tx, order, job, reason, now)
    await makeFree(tx, [jobId])
    return {
      result: { jobId },
      subject: { type: 'order', id: order.id },
      visitId: order.visitId,
      facts: { no: order.no, title: job.title, reason },
    }
  },
)

/** Lines without a price cost nothing: their labour and parts are given away. */
export async function makeFree(tx: Tx, jobIds: readonly string[]): Promise<void> {
  if (!jobIds.length) return
  await tx.$executeRaw`UPDATE "JobPart" SET "discountFen" = round("quantityMilli"::numeric * "unitPriceFen" / 1000)::int
    WHERE "jobId" = ANY(${[...jobIds]}::uuid[])`
  await tx.job.updateMany({
    where: { id: { in: [...jobIds] }, priceAfterInspection: true },
    data: { priceAfterInspection: false, labourFen: 0, discountFen: 0 },
  })
}
