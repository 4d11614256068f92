import 'server-only'
import { may } from '@/lib/auth/permissions'
import { isLocale } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { orderOf } from '@/lib/orders/server/order-of'
import type { PrintedContent } from '@/lib/orders/views'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { orderPaper, type OrderFacts } from '../order-paper'
import { copyOf, proofAt } from './copy-of'
import { AskedSheet, keptFile, type Sheet } from './sheet'

/** The repair order with its voucher as it was frozen, the last version or the one asked for. Refuses with `common.not-found`. */
export const orderSheet = query('order.read', AskedSheet, async ({ tx, actor }, asked): Promise<Sheet> => {
  const order = await orderOf(tx, actor, asked.id)
  const whole = actor.kind === 'customer' || may(actor, 'customer.read')
  return sheetOf(tx, order, 'order', asked, whole)
})

/** The same lines as an estimate, before anything is ordered (F11). Refuses with `common.not-found`. */
export const estimateSheet = query('order.read', AskedSheet, async ({ tx, actor }, asked): Promise<Sheet> => {
  const order = await orderOf(tx, actor, asked.id)
  const whole = actor.kind === 'customer' || may(actor, 'customer.read')
  return sheetOf(tx, order, 'estimate', asked, whole)
})

type Order = { dealershipId: string; id: string; voucherCode: string | null }
type Asked = { version?: number; lang?: 'en' | 'zh-CN' }

async function sheetOf(
  tx: Tx,
  { dealershipId, id: orderId, voucherCode }: Order,
  kind: 'order' | 'estimate',
  { version, lang }: Asked,
  whole: boolean,
): Promise<Sheet> {
  const estimate = await tx.estimate.findFirst({
    where: { dealershipId, orderId, ...(version ? { version } : {}) },
    orderBy: { version: 'desc' },
    include: { approvals: { include: { signature: true }, orderBy: { at: 'asc' } } },
  })
  if (!estimate) throw new Refusal('common.not-found')
  const { timeZone } = await thisDealership(tx, dealershipId)
  const content = estimate.content as unknown as PrintedContent
  const approval = kind === 'order' ? estimate.approvals[0] : undefined
  const copy = await copyOf(tx, dealershipId, approval?.signatureId ?? null)
  const facts: OrderFacts = {
    content: whole ? content : { ...content, customer: { ...content.customer, phone: '' } },
    hash: estimate.hash,
    superseded: estimate.supersededAt !== null,
    voucherCode: approval ? voucherCode : null,
    signature: approval
      ? {
          by: approval.givenBy,
          at: approval.at,
          channel: approval.channel,
          strokes: approval.signature?.strokes ?? null,
        }
      : null,
  }
  const own = isLocale(content.locale) ? content.locale : 'zh-CN'
  const locale = lang ?? own
  return {
    paper: orderPaper(kind, facts, { locale, timeZone, proof: proofAt(copy) }),
    no: content.no,
    made: copy?.signedAt ?? estimate.createdAt,
    storageKey: keptFile(copy, locale, whole),
    own,
  }
}

/** The order that was signed by this estimate, whole and in the customer's language, with the hash it must have. */
export async function signedOrder(tx: Tx, dealershipId: string, estimateId: string) {
  const { content, version, order } = await tx.estimate.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: estimateId } },
    include: { order: { select: { dealershipId: true, id: true, voucherCode: true, visitId: true } } },
  })
  const sheet = await sheetOf(tx, order, 'order', { version }, true)
  return { sheet, content: content as unknown, visitId: order.visitId }
}
