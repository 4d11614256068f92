import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
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
 * payer. Drawn again it replaces the earlier bill as long as nothing was paid or booked on it.
 * Refuses with `status.not-from-here`, `handOver.promises-open` or `settlement.has-payments`.
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
    await dropUnpaid(tx, order)

    const { timeZone } = await thisDealership(tx, dealershipId)
    const no = order.settlement?.no ?? (await nextNumber(tx, 'S', now, timeZone))
    const bill = await billOf(tx, order, no, now)
    const over = deviationFen(bill.totalFen, order.signedTotalFen)
    const { labourFen, partsFen, discountFen, taxFen, totalFen } = bill
    const settlement = await tx.settlement.create({
      data: {
        dealershipId,
        orderId,
        no,
        content: bill as unknown as Prisma.InputJsonValue,
        hash: documentHash(bill),
        labourFen,
        partsFen,
        discountFen,
        taxFen,
        totalFen,
        deviationFen: over,
        createdAt: now,
        createdById: actor.id,
      },
      select: { id: true, no: true },
    })
    for (const { payer, totalFen: amountFen } of bill.byPayer)
      await tx.settlementShare.create({
        data: {
          dealershipId,
          settlementId: settlement.id,
          payer,
          amountFen,
          customerId: payer === 'customer' ? (order.visit.payerId ?? order.customerId) : null,
          claimNo: isOwnAccount(payer) ? order.no : '',
        },
        select: { id: true },
      })
    const paid = await payWhenSettled(tx, dealershipId, settlement.id, now)
    return {
      result: { settlementId: settlement.id, no: settlement.no, totalFen, deviationFen: over, paid },
      subject: { type: 'settlement', id: settlement.id },
      visitId: order.visitId,
      facts: { no, orderNo: order.no, totalFen, deviationFen: over },
    }
  },
)

async function dropUnpaid(tx: Tx, { dealershipId, settlement }: OrderAtDelivery) {
  if (!settlement) return
  const touched = settlement.settlementShares.some(
    ({ payer, paidFen, claimNo }) => paidFen > 0 || (claimNo !== '' && !isOwnAccount(payer)),
  )
  if (touched) throw new Refusal('settlement.has-payments')
  await tx.settlementShare.deleteMany({ where: { dealershipId, settlementId: settlement.id } })
  await tx.settlement.delete({ where: { dealershipId_id: { dealershipId, id: settlement.id } } })
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
