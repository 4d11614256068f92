import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { query } from '@/lib/server/doors'

const summary = {
  id: true, no: true, status: true, waiting: true, arrivedAt: true, greetedAt: true, leftAt: true, appointmentId: true,
  vehicle: { select: { id: true, plate: true } }, adviser: { select: { id: true, name: true } },
} as const // prettier-ignore

/** Visits in the order of their ids, one row more than asked. */
export const visitPages = query(
  'visit.read',
  z.object({ cursor: optional(id), limit: z.coerce.number().int().min(1).max(100).default(25) }),
  ({ tx, actor }, { cursor, limit }) =>
    tx.visit.findMany({
      where: {
        ...(cursor ? { id: { gt: cursor } } : {}),
        ...(actor.kind === 'customer' ? { id: actor.visitId ?? '' } : {}),
      },
      select: summary,
      orderBy: { id: 'asc' },
      take: limit + 1,
    }),
)

export const visitOne = query('visit.read', z.object({ id }), async ({ tx, actor }, { id: visitId }) => {
  const found = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId: actor.dealershipId, id: visitId } },
    select: summary,
  })
  if (!found || (actor.kind === 'customer' && actor.visitId !== visitId))
    throw new Refusal('common.not-found')
  return found
})
