import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { checkChoice } from '../delay'
import { ChooseDelayOption } from '../schemas'

/**
 * Records what the customer takes of what was offered with a delay, by the customer or by the adviser with its cost.
 * Refuses with `delay.not-offered`, `delay.cost-wanted`, `delay.already-chosen`, `common.not-found`.
 */
export const chooseDelayOption = command('delay.choose', ChooseDelayOption, async ({ tx, actor }, input) => {
  const { dealershipId } = actor
  const delay = await tx.delay.findUnique({
    where: { dealershipId_id: { dealershipId, id: input.delayId } },
    include: { order: { select: { no: true, visitId: true } } },
  })
  const foreign = actor.kind === 'customer' && delay?.order.visitId !== actor.visitId
  if (!delay || foreign) throw new Refusal('common.not-found')
  const byCustomer = actor.kind === 'customer'
  const costFen = byCustomer ? delay.costFen : (input.costFen ?? delay.costFen)
  checkChoice(input.choice, delay.offered, byCustomer ? 1 : costFen)
  const { count } = await tx.delay.updateMany({
    where: { dealershipId, id: delay.id, OR: [{ choice: null }, { choice: input.choice, costFen: null }] },
    data: { choice: input.choice, costFen },
  })
  if (!count) throw new Refusal('delay.already-chosen')
  const { no, visitId } = delay.order
  const facts = { no, choice: input.choice, costFen }
  return { result: { id: delay.id }, subject: { type: 'order', id: delay.orderId }, visitId, facts }
})
