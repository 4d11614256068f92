import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { minutesAfter } from '@/lib/core/time'
import { checkUnchanged } from '@/lib/core/unchanged'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { OrderTerms } from '../schemas'
import { orderToEdit } from './editing'

/**
 * What was agreed beside the work: promised time, payment method, old parts, wash, delivery explained, type, language, remarks.
 * What is not given stays. Refuses with `order.not-editable`, `order.promise-in-the-past`, `order.promise-reason-missing` for a time before the
 * one worked out, or `common.text-changed` for remarks that
 * somebody has rewritten meanwhile (R42).
 */
export const setOrderTerms = command(
  'order.edit',
  OrderTerms,
  async ({ tx, actor, now }, { orderId, remarksWas, ...terms }) => {
    const order = await orderToEdit(tx, actor, orderId, now)
    const { promisedAt, suggestedAt, promiseReason = '', remarks } = terms
    if (promisedAt && promisedAt <= now) throw new Refusal('order.promise-in-the-past')
    if (promisedAt && suggestedAt && promisedAt < suggestedAt && !promiseReason)
      throw new Refusal('order.promise-reason-missing')
    if (remarks !== undefined && remarks !== order.remarks)
      checkUnchanged(remarksWas, { text: order.remarks, by: '' })
    const bufferMinutes = (await settingsOf(tx))['promise.bufferMinutes']
    const promise = promisedAt ? { promisedAt, promisedTo: minutesAfter(promisedAt, bufferMinutes) } : {}
    await tx.repairOrder.update({
      where: { dealershipId_id: { dealershipId: actor.dealershipId, id: orderId } },
      data: { ...terms, ...promise },
    })
    return {
      result: { orderId },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: {
        no: order.no,
        change: 'terms',
        promisedAt: promisedAt?.toISOString() ?? null,
        suggestedAt: suggestedAt?.toISOString() ?? null,
        promiseReason,
        oldParts: terms.oldParts ?? null,
        wash: terms.wash ?? null,
        paymentMethod: terms.paymentMethod ?? null,
      },
    }
  },
)
