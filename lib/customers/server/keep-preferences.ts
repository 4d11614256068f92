import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'

/** Whom a customer likes to deal with, and by which way (X-CRM-29, X-CRM-04). Refuses with `common.not-found`. */
export const keepPreferences = command(
  'customer.prefer',
  z.object({
    customerId: id,
    preferredAdviserId: optional(id),
    preferredChannel: z.enum(['phone', 'sms', 'wechat']),
  }),
  async ({ tx, actor: { dealershipId } }, { customerId, preferredAdviserId, preferredChannel }) => {
    if (preferredAdviserId) {
      const adviser = await tx.staff.findFirst({
        where: {
          dealershipId,
          id: preferredAdviserId,
          disabledAt: null,
          roles: { hasSome: ['serviceAdviser', 'receptionAdviser'] },
        },
        select: { id: true },
      })
      if (!adviser) throw new Refusal('common.not-found')
    }
    const { count } = await tx.customer.updateMany({
      where: { dealershipId, id: customerId, mergedIntoId: null },
      data: { preferredAdviserId: preferredAdviserId ?? null, preferredChannel },
    })
    if (!count) throw new Refusal('common.not-found')
    return { result: { customerId }, subject: { type: 'customer', id: customerId } }
  },
)
