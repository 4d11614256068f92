import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { LIVE_JOBS } from '@/lib/orders/job'
import { ordersTotals } from '@/lib/orders/server/order-totals'
import type { Prisma, Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { documentHash } from '@/lib/server/hash'
import { nextNumber } from '@/lib/server/numbers'
import type { Bill } from '../bill'
import { DrawSettlement } from '../schemas'
import { deviationFen, isOwnAccount } from '../settlement'
import { billedLines } from './billed-lines'
import { lastOdometerKm, openPromises, orderAtDelivery, type OrderAtDelivery } from './order-at-delivery'
import { payWhenSettled } from './pay-when-settled'

/**
 * Draws the bill of an order being handed over: lines, labour, parts, discount, tax inside, total, and the share of each
 * payer. Drawn again it replaces the earlier bill as long as nothing that was paid on it is kept.
 * Refuses with `status.not-from-here`, `handOver.promises-open`, `settlement.line-unpriced` or `settlement.has-payments`.
 */
export const drawSettlement = command(
  'settlement.draw',
  DrawSettlement,
  async ({ tx, actor, now }, { orderId }) => {
    const { dealershipId } = actor
    const order = await orderAtDelivery(tx, dealershipId, orderId)
    if (order.status !== 'settling')
      throw new Refusal('status.not-from-here', { from: order.status, action: 'settle' })
    const promises = await openPromises(tx, dealershipId, order.visitId)
    if (promises > 0) throw new Refusal('handOver.promises-open', { count: promises })
    await checkEveryLinePriced(tx, dealershipId, orderId)
    if (order.settlement?.settlementShares.some(({ paidFen }) => paidFen > 0))
      throw new Refusal('settlement.has-payments')

    const { timeZone } = await thisDealership(tx, dealershipId)
    const no = order.settlement?.no ?? (await nextNumber(tx, 'S', now, timeZone))
    const bill = await billOf(tx, order, no, now)
    const over = deviationFen(bill.totalFen, order.signedTotalFen)
    const { labourFen, partsFen, discountFen, taxFen, totalFen } = bill
    const drawn = {
      status: 'open' as const,
      content: bill as unknown as Prisma.InputJsonValue,
      hash: documentHash(bill),
      labourFen,
      partsFen,
      discountFen,
      taxFen,
      totalFen,
      deviationFen: over,
      deviationReason: null,
      deviationAuthorisedById: null,
      createdAt: now,
      createdById: actor.id,
      paidAt: null,
    }
    const settlement = await tx.settlement.upsert({
      where: { dealershipId_orderId: { dealershipId, orderId } },
      create: { dealershipId, orderId, no, ...drawn },
      update: drawn,
      select: { id: true, no: true },
    })
    await drawShares(tx, order, settlement.id, bill)
    const paid = await payWhenSettled(tx, dealershipId, settlement.id, now)
    return {
      result: { settlementId: settlement.id, no: settlement.no, totalFen, deviationFen: over, paid },
      subject: { type: 'settlement', id: settlement.id },
      visitId: order.visitId,
      facts: { no, orderNo: order.no, totalFen, deviationFen: over },
    }
  },
)

/** Refuses with `settlement.line-unpriced` while a line waits for its price, or for the customer's answer to it (S3-05). */
async function checkEveryLinePriced(tx: Tx, dealershipId: string, orderId: string): Promise<void> {
  const unpriced = await tx.job.findFirst({
    where: {
      dealershipId,
      orderId,
      priceAfterInspection: true,
      status: { in: [...LIVE_JOBS] },
      OR: [
        { pricedById: null },
        { pricedBy: { status: { notIn: ['approved', 'partApproved', 'signed', 'declined'] } } },
      ],
    },
    select: { title: true },
  })
  if (unpriced) throw new Refusal('settlement.line-unpriced', { title: unpriced.title })
}

/**
 * The share of each payer. A share that was paid and refunded keeps its receipts; a claim keeps its number as long as its
 * amount is the same.
 */
async function drawShares(tx: Tx, order: OrderAtDelivery, settlementId: string, bill: Bill) {
  const { dealershipId } = order
  const before = new Map(order.settlement?.settlementShares.map((share) => [share.payer, share]))
  for (const { payer, totalFen: amountFen } of bill.byPayer) {
    const was = before.get(payer)
    const kept = was && was.amountFen === amountFen ? was.claimNo : ''
    const share = {
      amountFen,
      customerId: payer === 'customer' ? (order.visit.payerId ?? order.customerId) : null,
      claimNo: isOwnAccount(payer) ? order.no : kept,
    }
    await tx.settlementShare.upsert({
      where: { dealershipId_settlementId_payer: { dealershipId, settlementId, payer } },
      create: { dealershipId, settlementId, payer, ...share },
      update: share,
      select: { id: true },
    })
    before.delete(payer)
  }
  const gone = [...before.values()].map(({ id }) => id)
  await tx.settlementShare.deleteMany({ where: { id: { in: gone }, payments: { none: {} } } })
  await tx.settlementShare.updateMany({ where: { id: { in: gone } }, data: { amountFen: 0, claimNo: '' } })
}

async function billOf(tx: Tx, order: OrderAtDelivery, no: string, now: Date): Promise<Bill> {
  const { dealershipId, id, vehicleId } = order
  const [totals, lines, km, settings] = [
    await ordersTotals(tx, order),
    await billedLines(tx, dealershipId, id),
    await lastOdometerKm(tx, dealershipId, vehicleId),
    await settingsOf(tx),
  ]
  const vehicle = await tx.vehicle.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: vehicleId } },
    select: { plate: true, vin: true, brand: true, model: true },
  })
  const customer = await tx.customer.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: order.customerId } },
    select: { name: true },
  })
  const { byPayer, labourFen, partsFen, discountFen, taxFen, totalFen } = totals
  return {
    no,
    orderNo: order.no,
    drawnAt: now.toISOString(),
    customer: customer.name,
    plate: vehicle.plate,
    vin: vehicle.vin ?? '',
    model: `${vehicle.brand} ${vehicle.model}`.trim(),
    odometerKm: km,
    lines,
    byPayer,
    labourFen,
    partsFen,
    discountFen,
    taxFen,
    taxBp: settings['tax.rateBp'],
    totalFen,
    signedTotalFen: order.signedTotalFen,
  }
}
