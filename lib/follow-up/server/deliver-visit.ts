import 'server-only'
import { deliverOrder } from '@/lib/delivery/server/deliver-order'
import { orderAtDelivery } from '@/lib/delivery/server/order-at-delivery'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { noteDefects, pointsOf } from '@/lib/orders/server/note-defects'
import { closeVisit } from '@/lib/reception/server/visit-status'
import { strokesOf } from '@/lib/reception/signature'
import { command } from '@/lib/server/doors'
import { followUpsOf } from '../plan'
import { DeliverVisit } from '../schemas'
import { inviteToRate } from './invite-to-rate'
import { planFollowUps } from './plan-follow-ups'

/**
 * Hands the car back: paid, inspected, every check ticked, voucher seen, signed by the customer. The visit closes with its
 * last order, the next service is kept on the car, and the follow-ups are planned.
 * Refuses with `visit.not-deliverable` (facts.missing lists everything) or `signature.empty`.
 */
export const deliverVisit = command(
  'visit.deliver',
  DeliverVisit,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const order = await orderAtDelivery(tx, dealershipId, input.orderId)
    const strokes = () => strokesOf(input)
    const signerName = input.signerName
    const next = await deliverOrder(tx, order, { signerName, strokes, byId: actor.id }, now)

    const open = await tx.repairOrder.count({
      where: {
        dealershipId,
        visitId: order.visitId,
        status: { notIn: ['delivered', 'closed', 'cancelled'] },
      },
    })
    if (open === 0) await closeVisit(tx, order.visitId, now)

    const settings = await settingsOf(tx)
    const dealership = await thisDealership(tx, dealershipId)
    const customer = await tx.customer.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id: order.customerId } },
      select: { id: true, name: true, phone: true, locale: true, complaintSensitive: true },
    })
    const planned = followUpsOf(
      {
        deliveredAt: now,
        timeZone: dealership.timeZone,
        complaintSensitive: customer.complaintSensitive,
        ...next,
      },
      settings,
    )
    const { id: orderId, vehicleId } = order
    const owner = { dealershipId, orderId, vehicleId, customerId: customer.id }
    await planFollowUps(tx, owner, planned, now)
    await inviteToRate(tx, order, { customer, dealership, planned }, now)
    return {
      result: {
        orderId,
        visitId: order.visitId,
        visitClosed: open === 0,
        followUps: planned.map(({ kind }) => kind),
      },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: {
        no: order.no,
        followUps: planned.length,
        nextServiceOn: next.nextServiceOn,
        visitClosed: open === 0,
      },
    }
  },
  {
    refused: async (writing, { orderId }, refusal) =>
      refusal.code === 'visit.not-deliverable' && pointsOf(refusal, 'missing').includes('consent')
        ? noteDefects(writing, orderId, ['signature'])
        : null,
  },
)
