import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { JudgeComeback } from '../schemas'

const JUDGEABLE = ['draft', 'estimated', 'awaitingSignature', 'queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing', 'ready'] as const // prettier-ignore

/**
 * Records why a repair came back and whether the fault was ours; then the customer pays nothing for its lines (S6-19).
 * Refuses with `comeback.not-one` when the order is no come-back, `status.not-from-here` once the bill is drawn.
 */
export const judgeComeback = command('order.judgeComeback', JudgeComeback, async ({ tx, actor }, input) => {
  const { dealershipId } = actor
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: input.orderId } },
    select: { id: true, no: true, status: true, visitId: true, comebackOf: { select: { no: true } } },
  })
  if (!order) throw new Refusal('common.not-found')
  if (!order.comebackOf) throw new Refusal('comeback.not-one')
  if (!(JUDGEABLE as readonly string[]).includes(order.status))
    throw new Refusal('status.not-from-here', { from: order.status })
  await tx.repairOrder.update({
    where: { dealershipId_id: { dealershipId, id: order.id } },
    data: { comebackCause: input.cause, comebackOurFault: input.ourFault },
    select: { id: true },
  })
  const [from, to] = input.ourFault
    ? (['customer', 'internal'] as const)
    : (['internal', 'customer'] as const)
  const mayCharge = order.status === 'draft' || order.status === 'estimated'
  const { count } =
    input.ourFault || mayCharge
      ? await tx.job.updateMany({
          where: { dealershipId, orderId: order.id, payer: from },
          data: { payer: to },
        })
      : { count: 0 }
  const facts = {
    no: order.no,
    earlier: order.comebackOf.no,
    ourFault: input.ourFault,
    cause: input.cause,
    lines: count,
  }
  return {
    result: { ourFault: input.ourFault },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts,
  }
})
