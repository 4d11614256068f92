import 'server-only'
import { command } from '@/lib/server/doors'
import { StartAdditionalWork } from '../schemas'
import { openAdditionalWork } from './open-additional-work'
import { orderOf } from './order-of'

/** The adviser opens a request herself: the customer has asked for one thing more. Refuses as `openAdditionalWork` does. */
export const startAdditionalWork = command(
  'additionalWork.open',
  StartAdditionalWork,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const order = await orderOf(tx, actor, input.orderId)
    const foundById = actor.kind === 'staff' ? actor.id : null
    const { id } = await openAdditionalWork(tx, { dealershipId, foundById, ...input }, now)
    return {
      result: { additionalWorkId: id },
      subject: { type: 'additionalWork', id },
      visitId: order.visitId,
      facts: { no: order.no, what: input.what },
    }
  },
)
