import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { sumFen } from '@/lib/core/money'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { checkDiscount, discountLimitBp, labourDiscountFen } from '../discount'
import { Discount } from '../schemas'
import { orderToEdit } from './editing'

/** What this person may give away alone, in basis points of the labour. */
export const limitOf = (settings: Settings, actor: Actor): number =>
  discountLimitBp(actor, {
    adviserBp: settings['order.discountLimitBp'],
    managerBp: settings['order.managerDiscountLimitBp'],
  })

type Given = { orderId: string; jobId?: string | null; offBp: number; limitBp: number }

/** Takes so much off the labour of one proposed line or of all; answers the sum in fen. */
export async function takeOff(tx: Tx, actor: Actor, { orderId, jobId, offBp, limitBp }: Given) {
  const jobs = await tx.job.findMany({
    where: { orderId, status: 'proposed', additionalWorkId: null, ...(jobId ? { id: jobId } : {}) },
    select: { id: true, labourFen: true, chosen: true },
  })
  if (jobId && !jobs.length) throw new Refusal('common.not-found')
  const given: number[] = []
  for (const { id, labourFen, chosen } of jobs) {
    const discountFen = labourDiscountFen(labourFen, offBp)
    checkDiscount({ labourFen, discountFen }, { limitBp })
    await tx.job.update({
      where: { dealershipId_id: { dealershipId: actor.dealershipId, id } },
      data: { discountFen },
    })
    if (chosen) given.push(discountFen)
  }
  return sumFen(given)
}

/**
 * Sets the labour discount of one line or of all lines, as far as one's role may. Above it somebody else is asked (`askDiscount`).
 * Refuses with `order.discount-above-limit`.
 */
export const giveDiscount = command(
  'order.discount',
  Discount,
  async ({ tx, actor, now }, { orderId, jobId, offBp, reason }) => {
    const order = await orderToEdit(tx, actor, orderId, now)
    const limitBp = limitOf(await settingsOf(tx), actor)
    const discountFen = await takeOff(tx, actor, { orderId, jobId, offBp, limitBp })
    return {
      result: { discountFen },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, offBp, discountFen, reason },
    }
  },
)
