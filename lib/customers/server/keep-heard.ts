import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { HEARD_BY } from '../heard'

/** How a customer heard of the house, or that nobody knows (X-CRM-07, X-KPI-22). Refuses with `common.not-found`. */
export const keepHeard = command(
  'customer.keepHeard',
  z.object({ customerId: id, heardBy: optional(z.enum(HEARD_BY)) }),
  async ({ tx, actor: { dealershipId } }, { customerId, heardBy = '' }) => {
    const { count } = await tx.customer.updateMany({
      where: { dealershipId, id: customerId, mergedIntoId: null },
      data: { heardBy },
    })
    if (!count) throw new Refusal('common.not-found')
    return { result: { customerId }, subject: { type: 'customer', id: customerId }, facts: { heardBy } }
  },
)
