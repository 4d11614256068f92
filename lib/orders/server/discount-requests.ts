import 'server-only'
import * as z from 'zod'
import type { Locale } from '@/lib/core/locale'
import { nameIn } from '@/lib/core/name-in'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'

const people = {
  askedBy: { select: { name: true, nameEn: true } },
  answeredBy: { select: { name: true, nameEn: true } },
} as const

/** The discounts asked for on an order, the newest first; those that another question replaced are left out. */
export async function discountRequestsOf(tx: Tx, orderId: string, locale: Locale) {
  const requests = await tx.discountRequest.findMany({
    where: { orderId, status: { not: 'replaced' } },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    include: people,
  })
  return requests.map(({ askedBy, answeredBy, ...request }) => ({
    ...request,
    status: request.status as 'asked' | 'granted' | 'refused',
    askedBy: nameIn(askedBy, locale),
    answeredBy: answeredBy && nameIn(answeredBy, locale),
  }))
}

/** The discounts that wait for an answer, the oldest first, with their orders. */
export const openDiscounts = query('order.answerDiscount', z.object({}), async ({ tx, actor }) => {
  const requests = await tx.discountRequest.findMany({
    where: { status: 'asked', order: { status: { in: ['draft', 'estimated'] } } },
    orderBy: { askedAt: 'asc' },
    take: 50,
    include: { ...people, order: { select: { no: true, vehicle: { select: { plate: true } } } } },
  })
  return requests.map(({ id, orderId, offBp, reason, askedAt, askedBy, order }) => ({
    id,
    orderId,
    offBp,
    reason,
    askedAt,
    askedBy: nameIn(askedBy, actor.locale),
    no: order.no,
    plate: order.vehicle.plate,
  }))
})
