import 'server-only'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import type { Context } from '@/lib/server/doors'
import { estimateOrder } from './estimate-order'
import { foundAtCar } from './found-at-car'
import { orderDesk } from './order-desk'
import { orderWarranty } from './order-warranty'
import { presentOrder } from './present-order'
import { setOrderTerms } from './set-order-terms'

/**
 * Takes an order that was just opened from its booking as far as the glass: the time that was worked out is promised, the prices are
 * fixed and put before the customer. Answers false, and leaves the order to the adviser, where something is still to be asked or
 * offered: an obligatory point is open, something was found at the car, this car was advised work before that it did not get (S3-01,
 * S3-49), a recall or campaign is open for it, or it comes back with an earlier repair.
 */
export async function presentBooked(context: Context, orderId: string): Promise<boolean> {
  const { suggestion, promisedAt } = await orderDesk(context, { orderId })
  if (!promisedAt && suggestion?.at)
    await setOrderTerms(context, {
      orderId,
      promisedAt: suggestion.at,
      suggestedAt: suggestion.from ?? undefined,
    })
  const { missing, declinedBefore, comebackOf } = await orderDesk(context, { orderId })
  const found = await foundAtCar(context, { orderId })
  const recalls = may(context.actor, 'order.warranty')
    ? (await orderWarranty(context, { orderId })).recalls
    : []
  if ([missing, found, declinedBefore, recalls].some((open) => open.length > 0) || comebackOf) return false
  try {
    await estimateOrder(context, { orderId })
    await presentOrder(context, { orderId })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
