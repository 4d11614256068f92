import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { ReceiveGoods } from '../schemas'
import { serveWaiting } from './reservations'
import { changeStockOrRefuse } from './stock-change'

/** Registers goods in with brand, model, batch and supplier (X-PRT-05) and serves the lines that wait for them. */
export const receiveGoods = command('stock.receive', ReceiveGoods, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { partId, quantity: quantityMilli, unitCost: unitCostFen, ...origin } = input
  const part = await tx.part.findUnique({ where: { dealershipId_id: { dealershipId, id: partId } } })
  if (!part || part.disabledAt) throw new Refusal('common.not-found')
  await changeStockOrRefuse(tx, dealershipId, partId, { onHandMilli: quantityMilli })
  await tx.stockMove.create({
    data: {
      dealershipId,
      partId,
      kind: 'goodsIn',
      quantityMilli,
      unitCostFen,
      ...origin,
      byId: actor.id,
      at: now,
    },
    select: { id: true },
  })
  const served = await serveWaiting(tx, dealershipId, partId)
  return {
    result: { served },
    subject: { type: 'part', id: partId },
    facts: { part: part.no, quantityMilli, batchNo: origin.batchNo, supplier: origin.supplier, served },
  }
})
