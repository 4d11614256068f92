import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import { query } from '@/lib/server/doors'
import type { Revealed, RevealReason } from '../reveal'

const PAGE = 50

/** Who looked at which number in full, when and why, the youngest first; of one customer or car when asked. */
export const accessLog = query(
  'access.log',
  z.object({ customerId: optional(id), vehicleId: optional(id), before: optional(id).catch(undefined) }),
  async ({ tx, actor: { dealershipId } }, { customerId, vehicleId, before }) => {
    const files = customerId && [
      customerId,
      ...(
        await tx.customer.findMany({
          where: { dealershipId, mergedIntoId: customerId },
          select: { id: true },
        })
      ).map((merged) => merged.id),
    ]
    const rows = await tx.accessEntry.findMany({
      where: {
        dealershipId,
        ...(files ? { customerId: { in: files } } : {}),
        ...(vehicleId ? { vehicleId } : {}),
        ...(before ? { id: { lt: before } } : {}),
      },
      orderBy: { id: 'desc' },
      take: PAGE + 1,
      select: {
        id: true,
        what: true,
        reason: true,
        at: true,
        by: { select: { name: true, nameEn: true, roles: true } },
        customer: { select: { id: true, name: true } },
        vehicle: { select: { id: true, plate: true } },
      },
    })
    return {
      entries: rows.slice(0, PAGE).map(({ what, reason, ...row }) => ({
        ...row,
        what: what as Revealed,
        reason: reason as RevealReason,
      })),
      more: rows.length > PAGE,
    }
  },
)

export type AccessRow = Awaited<ReturnType<typeof accessLog>>['entries'][number]
