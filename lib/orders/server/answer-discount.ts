import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { AnswerDiscount } from '../schemas'
import { orderToEdit } from './editing'
import { limitOf, takeOff } from './give-discount'
import { orderOf } from './order-of'

/**
 * Answers a discount that was asked for; granted, it stands on the lines at once. Refuses with `order.discount-not-asked` when it was
 * answered meanwhile, `order.discount-above-limit`, or `order.not-editable` when the customer has the version in hand.
 */
export const answerDiscount = command(
  'order.answerDiscount',
  AnswerDiscount,
  async ({ tx, actor, now }, { requestId, grant, note }) => {
    const { dealershipId } = actor
    const request = await tx.discountRequest.findFirst({ where: { dealershipId, id: requestId } })
    if (!request) throw new Refusal('common.not-found')
    if (request.status !== 'asked' || actor.kind !== 'staff') throw new Refusal('order.discount-not-asked')
    const { orderId, jobId, offBp } = request
    const order = grant ? await orderToEdit(tx, actor, orderId, now) : await orderOf(tx, actor, orderId)
    const discountFen = grant
      ? await takeOff(tx, actor, { orderId, jobId, offBp, limitBp: limitOf(await settingsOf(tx), actor) })
      : 0
    await tx.discountRequest.update({
      where: { dealershipId_id: { dealershipId, id: requestId } },
      data: { status: grant ? 'granted' : 'refused', answeredById: actor.id, answeredAt: now, note },
      select: { id: true },
    })
    return {
      result: { requestId, discountFen },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, offBp, granted: grant, discountFen, note },
    }
  },
)
