import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { query } from '@/lib/server/doors'
import { jobAmounts } from '../totals'

const summary = {
  id: true, no: true, type: true, status: true, visitId: true, promisedAt: true, promisedTo: true, authorisedAt: true, readyAt: true,
  paidAt: true, deliveredAt: true, signedTotalFen: true, vehicle: { select: { id: true, plate: true } },
} as const // prettier-ignore

/** Repair orders in the order of their ids, one row more than asked. */
export const orderPages = query(
  'order.read',
  z.object({
    cursor: optional(id),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    visitId: optional(id),
  }),
  ({ tx, actor }, { cursor, limit, visitId }) =>
    tx.repairOrder.findMany({
      where: {
        ...(cursor ? { id: { gt: cursor } } : {}),
        ...(visitId ? { visitId } : {}),
        ...(actor.kind === 'customer' ? { visitId: actor.visitId ?? '' } : {}),
      },
      select: summary,
      orderBy: { id: 'asc' },
      take: limit + 1,
    }),
)

/** One repair order with its lines, labour and parts apart. Refuses with `common.not-found`. */
export const orderSummary = query('order.read', z.object({ id }), async ({ tx, actor }, { id: orderId }) => {
  const found = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId: actor.dealershipId, id: orderId } },
    select: {
      ...summary,
      jobs: {
        where: { chosen: true },
        orderBy: { position: 'asc' },
        select: {
          id: true, title: true, titleEn: true, status: true, payer: true, minutes: true, labourFen: true, discountFen: true, priceAfterInspection: true,
          jobParts: { select: { name: true, quantityMilli: true, unitPriceFen: true, discountFen: true } },
        }, // prettier-ignore
      },
    },
  })
  if (!found || (actor.kind === 'customer' && actor.visitId !== found.visitId))
    throw new Refusal('common.not-found')
  const { jobs, ...rest } = found
  return {
    ...rest,
    jobs: jobs.map(({ jobParts, ...job }) => ({
      ...job,
      totalFen: jobAmounts({ ...job, jobParts }).totalFen,
      parts: jobParts,
    })),
  }
})
