import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { BookClaim } from '../schemas'
import { checkObstacles } from '../settlement'
import { checkAtTill, payWhenSettled, settlementAtTill } from './pay-when-settled'

/** Books the share of warranty, insurer or another account under its number. Refuses with `settlement.not-claimable` for the customer's share. */
export const bookClaim = command(
  'settlement.bookClaim',
  BookClaim,
  async ({ tx, actor, now }, { shareId, claimNo }) => {
    const { dealershipId } = actor
    const share = await tx.settlementShare.findUnique({
      where: { dealershipId_id: { dealershipId, id: shareId } },
    })
    if (!share) throw new Refusal('common.not-found')
    if (share.payer === 'customer') throw new Refusal('settlement.not-claimable')
    const till = await settlementAtTill(tx, dealershipId, share.settlementId)
    checkAtTill(till)
    const { settlement, order, obstacles } = till
    if (settlement.status !== 'open') throw new Refusal('payment.nothing-due')
    checkObstacles(obstacles)
    await tx.settlementShare.update({
      where: { dealershipId_id: { dealershipId, id: shareId } },
      data: { claimNo },
      select: { id: true },
    })
    const paid = await payWhenSettled(tx, dealershipId, settlement.id, now)
    return {
      result: { settlementId: settlement.id, paid },
      subject: { type: 'settlement', id: settlement.id },
      visitId: order.visitId,
      facts: { no: settlement.no, payer: share.payer, amountFen: share.amountFen },
    }
  },
)
