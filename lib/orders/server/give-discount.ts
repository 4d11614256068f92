import 'server-only'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { sumFen } from '@/lib/core/money'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { checkDiscount, labourDiscountFen } from '../discount'
import { Discount } from '../schemas'
import { orderToEdit } from './editing'

/**
 * Sets the labour discount of one line or of all lines. An adviser may give up to the setting `order.discountLimitBp`, the
 * service manager any. Refuses with `order.discount-above-limit`.
 */
export const giveDiscount = command(
  'order.discount',
  Discount,
  async ({ tx, actor, now }, { orderId, jobId, offBp }) => {
    const { dealershipId } = actor
    const order = await orderToEdit(tx, actor, orderId, now)
    const { 'order.discountLimitBp': limitBp } = await settingsOf(tx)
    const jobs = await tx.job.findMany({
      where: { orderId, status: 'proposed', additionalWorkId: null, ...(jobId ? { id: jobId } : {}) },
      select: { id: true, labourFen: true },
    })
    if (jobId && !jobs.length) throw new Refusal('common.not-found')
    const mayExceed = may(actor, 'order.exceedDiscount')
    const given: number[] = []
    for (const { id, labourFen } of jobs) {
      const discountFen = labourDiscountFen(labourFen, offBp)
      checkDiscount({ labourFen, discountFen }, { limitBp, mayExceed })
      await tx.job.update({ where: { dealershipId_id: { dealershipId, id } }, data: { discountFen } })
      given.push(discountFen)
    }
    const discountFen = sumFen(given)
    return {
      result: { discountFen },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, offBp, discountFen, aboveLimit: offBp > limitBp },
    }
  },
)
