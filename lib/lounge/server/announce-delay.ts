import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { SENDER, tellSender } from '@/lib/quality/server/tell-sender'
import { command } from '@/lib/server/doors'
import { checkChoice, delayLead, isLateNotice } from '../delay'
import { AnnounceDelay } from '../schemas'

/**
 * Tells the customer that the promise cannot be kept: cause, new time, what is offered, what was chosen and its cost (F19).
 * Moves the promise and keeps the old one. Told later than the agreed lead, it is marked as late notice (C26).
 * Refuses as `delayLead` and `checkChoice` do.
 */
export const announceDelay = command('delay.announce', AnnounceDelay, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { orderId, cause, newPromisedAt, offered, choice, costFen = null, note } = input
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      no: true,
      status: true,
      promisedAt: true,
      promisedTo: true,
      visitId: true,
      visit: { select: { sender: SENDER } },
      vehicle: { select: { plate: true } },
    },
  })
  if (!order) throw new Refusal('common.not-found')
  const leadMinutes = delayLead({ ...order, newPromisedAt }, now)
  if (choice) checkChoice(choice, offered, costFen)
  const noticeMinutes = (await settingsOf(tx))['delay.noticeMinutes']
  const lateNotice = isLateNotice(leadMinutes, noticeMinutes)
  const oldPromisedAt = order.promisedAt!

  const { id } = await tx.delay.create({
    data: {
      dealershipId, orderId, cause, oldPromisedAt, newPromisedAt, leadMinutes, offered, choice, costFen, note,
      toldAt: now, toldById: actor.id,
    },
    select: { id: true },
  }) // prettier-ignore
  const width = order.promisedTo ? order.promisedTo.getTime() - oldPromisedAt.getTime() : null
  const promisedTo = width === null ? null : new Date(newPromisedAt.getTime() + width)
  await tx.repairOrder.updateMany({
    where: { dealershipId, id: orderId },
    data: { promisedAt: newPromisedAt, promisedTo },
  })
  const { visitId } = order
  const told = { cause, newPromisedAt: newPromisedAt.toISOString(), offered: offered.join(' '), note }
  await tellSender(
    tx,
    { ...order.visit, vehicle: order.vehicle, id: visitId, dealershipId },
    'visit-delay',
    told,
    now,
  )
  return {
    result: { id, leadMinutes, lateNotice },
    subject: { type: 'order', id: orderId },
    visitId,
    facts: {
      no: order.no,
      cause,
      oldPromisedAt: oldPromisedAt.toISOString(),
      newPromisedAt: newPromisedAt.toISOString(),
      leadMinutes,
      lateNotice,
      choice: choice ?? null,
      costFen,
    },
  }
})
