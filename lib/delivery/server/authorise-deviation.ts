import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { AuthoriseDeviation } from '../schemas'
import { orderAtDelivery } from './order-at-delivery'
import { payWhenSettled } from './pay-when-settled'

/** The service manager answers for a bill above the signed total, with the reason (S3-10, S7-31). Refuses with `settlement.none` or `settlement.nothing-to-authorise`. */
export const authoriseDeviation = command(
  'settlement.authoriseDeviation',
  AuthoriseDeviation,
  async ({ tx, actor, now }, { orderId, reason }) => {
    const { dealershipId } = actor
    const order = await orderAtDelivery(tx, dealershipId, orderId)
    const settlement = order.settlement
    if (!settlement) throw new Refusal('settlement.none')
    if (settlement.deviationFen <= 0 || settlement.deviationAuthorisedById || settlement.status !== 'open')
      throw new Refusal('settlement.nothing-to-authorise')
    await tx.settlement.update({
      where: { dealershipId_id: { dealershipId, id: settlement.id } },
      data: { deviationReason: reason, deviationAuthorisedById: actor.id },
      select: { id: true },
    })
    await payWhenSettled(tx, dealershipId, settlement.id, now)
    return {
      result: { settlementId: settlement.id },
      subject: { type: 'settlement', id: settlement.id },
      visitId: order.visitId,
      facts: { no: settlement.no, deviationFen: settlement.deviationFen },
    }
  },
)
