import 'server-only'
import * as z from 'zod'
import { may } from '@/lib/auth/permissions'
import * as f from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { query } from '@/lib/server/doors'
import type { PrintedContent } from '../views'
import { orderOf } from './order-of'
import { requestsOf } from './requests-of'

const PrintedOrder = z.object({ orderId: f.id, version: f.optional(z.coerce.number().int().min(1)) })

/** A frozen version of the order as it is printed, with its signature and, on the customer's copy, the pick-up code (S3-31, S3-36). */
export const printedOrder = query(
  'order.read',
  PrintedOrder,
  async ({ tx, actor, now }, { orderId, version }) => {
    const order = await orderOf(tx, actor, orderId)
    const estimate = await tx.estimate.findFirst({
      where: { orderId, ...(version ? { version } : {}) },
      orderBy: { version: 'desc' },
      include: { approvals: { include: { signature: true } } },
    })
    if (!estimate) throw new Refusal('common.not-found')
    const approval = estimate.approvals[0]
    const content = estimate.content as unknown as PrintedContent
    const numbers = actor.kind === 'customer' || may(actor, 'customer.read')
    return {
      orderId,
      status: order.status,
      content: numbers ? content : { ...content, customer: { ...content.customer, phone: '' } },
      hash: estimate.hash,
      superseded: estimate.supersededAt !== null,
      voucherCode: approval ? order.voucherCode : null,
      signature: approval
        ? {
            by: approval.givenBy,
            at: approval.at,
            channel: approval.channel,
            strokes: approval.signature?.strokes ?? null,
          }
        : null,
      additional: (await requestsOf(tx, order, content.totals.taxBp, now)).filter(
        ({ answeredAt }) => answeredAt !== null,
      ),
    }
  },
)
