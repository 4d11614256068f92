import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { openForEditing } from '@/lib/orders/server/editing'
import { fixVersion } from '@/lib/orders/server/fix-version'
import { moveShares } from '@/lib/orders/server/move-shares'
import { orderOf } from '@/lib/orders/server/order-of'
import type { Prisma } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { JudgeComeback } from '../schemas'

const JUDGEABLE = ['draft', 'estimated', 'awaitingSignature', 'queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing', 'ready'] as const // prettier-ignore

/**
 * Records why a repair came back and whether the fault was ours; then the customer pays nothing for its lines (S6-19). Prices that
 * were fixed go back to the draft, and those in the customer's hand become the next version. A request for additional work that the
 * customer has in hand stays as it was asked.
 * Refuses with `comeback.not-one` when the order is no come-back, `status.not-from-here` once the bill is drawn.
 */
export const judgeComeback = command(
  'order.judgeComeback',
  JudgeComeback,
  async ({ tx, actor, now }, { orderId, cause, ourFault }) => {
    const { dealershipId } = actor
    const order = await orderOf(tx, actor, orderId)
    if (!order.comebackOfId) throw new Refusal('comeback.not-one')
    if (!(JUDGEABLE as readonly string[]).includes(order.status))
      throw new Refusal('status.not-from-here', { from: order.status })
    const earlier = await tx.repairOrder.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id: order.comebackOfId } },
      select: { no: true },
    })
    await tx.repairOrder.update({
      where: { dealershipId_id: { dealershipId, id: orderId } },
      data: { comebackCause: cause, comebackOurFault: ourFault },
      select: { id: true },
    })
    const unsigned = order.status === 'draft' || order.status === 'estimated'
    const [from, to] = ourFault ? (['customer', 'internal'] as const) : (['internal', 'customer'] as const)
    const inHand = { approvalId: null, additionalWork: { contentHash: { not: null }, answeredAt: null } }
    const lines = { dealershipId, orderId, NOT: inHand } satisfies Prisma.JobWhereInput
    const paid = ourFault ? [{ payer: from }, { jobShares: { some: { payer: from } } }] : [{ payer: from }]
    const count = ourFault || unsigned ? await tx.job.count({ where: { ...lines, OR: paid } }) : 0
    if (count > 0) {
      if (order.status === 'estimated') await openForEditing(tx, order, now)
      await tx.job.updateMany({ where: { ...lines, payer: from }, data: { payer: to } })
      await tx.jobShare.deleteMany({ where: { payer: to, job: { ...lines, payer: to } } })
      if (ourFault) await moveShares(tx, lines, { from, to })
      if (order.status === 'awaitingSignature') await fixVersion(tx, actor, order, now)
    }
    return {
      result: { ourFault },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, earlier: earlier.no, ourFault, cause, lines: count },
    }
  },
)
