import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { checkTick, mayTick, missingChecks } from '../hand-over'
import { TickHandOver } from '../schemas'
import { handOverFacts, openedHandOver, openPromises, orderAtDelivery } from './order-at-delivery'

/**
 * Sets or takes back ticks of "three checks and one explanation", with who and when; answers what is still missing.
 * Refuses with `handOver.not-open`, `handOver.closed`, `handOver.wrong-person`, `handOver.not-taken`,
 * `handOver.voucher-wrong` or `handOver.promises-open`.
 */
export const tickHandOver = command('handOver.check', TickHandOver, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const order = await orderAtDelivery(tx, dealershipId, input.orderId)
  const handOver = openedHandOver(order)
  if (handOver.deliveredAt) throw new Refusal('handOver.closed')
  const facts = handOverFacts(order)
  const roles = actor.kind === 'staff' ? actor.roles : []
  const { check: checks, on } = input
  const ticked = new Set(handOver.handOverChecks.map(({ key }) => key))
  const promises = await openPromises(tx, dealershipId, order.visitId)

  for (const check of checks) {
    const one = { dealershipId, handOverId: handOver.id, key: check }
    if (!on) {
      if (!mayTick(check, roles)) throw new Refusal('handOver.wrong-person', { check })
      await tx.handOverCheck.deleteMany({ where: one })
      ticked.delete(check)
      continue
    }
    checkTick(check, {
      roles,
      facts,
      voucherCode: order.voucherCode,
      shownCode: input.code,
      openPromises: promises,
    })
    const set = { byId: actor.id, at: now }
    await tx.handOverCheck.upsert({
      where: { dealershipId_handOverId_key: one },
      create: { ...one, ...set },
      update: set,
      select: { id: true },
    })
    ticked.add(check)
    if (check === 'promisesConfirmed')
      await tx.customerPromise.updateMany({
        where: { dealershipId, visitId: order.visitId, toldAt: null },
        data: { toldAt: now },
      })
  }

  const missing = missingChecks(facts, ticked)
  return {
    result: { orderId: order.id, checks, on, missing },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { checks: checks.join(','), on, missing: missing.length },
  }
})
