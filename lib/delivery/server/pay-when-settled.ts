import 'server-only'
import { moveJob, moveOrder } from '@/lib/orders/server/order-status'
import { Refusal } from '@/lib/core/refusal'
import type { RepairOrderStatus } from '@/lib/orders/repair-order'
import type { Tx } from '@/lib/server/db'
import { isSettled } from '../settlement'
import { openPromises, unsignedConsents } from './order-at-delivery'

/** A settlement with its shares, its order and what may keep it from the till. */
export async function settlementAtTill(tx: Tx, dealershipId: string, settlementId: string) {
  const settlement = await tx.settlement.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: settlementId } },
    include: {
      settlementShares: { orderBy: { id: 'asc' } },
      order: {
        select: {
          dealershipId: true,
          id: true,
          no: true,
          status: true,
          visitId: true,
          jobs: {
            where: { status: { in: ['qcPassed', 'done'] } },
            select: { dealershipId: true, id: true, status: true },
          },
        },
      },
    },
  })
  const obstacles = {
    deviationFen: settlement.deviationFen,
    authorised: settlement.deviationAuthorisedById !== null,
    unsigned: await unsignedConsents(tx, dealershipId, settlement.orderId),
    openPromises: await openPromises(tx, dealershipId, settlement.order.visitId),
  }
  return { settlement, order: settlement.order, obstacles }
}

const AT_TILL: readonly RepairOrderStatus[] = ['settling', 'paid', 'delivered', 'closed']

/**
 * Money is taken and claims are booked on a bill that stands: refuses with `status.not-from-here` while the car is back in the
 * workshop, and with `settlement.none` until the bill is drawn anew after that.
 */
export function checkAtTill({ settlement, order }: Awaited<ReturnType<typeof settlementAtTill>>): void {
  if (!AT_TILL.includes(order.status))
    throw new Refusal('status.not-from-here', { from: order.status, action: 'pay' })
  if (settlement.status === 'void') throw new Refusal('settlement.none')
}

/** Marks settlement and order as paid when every share is settled and nothing stands against it; answers whether it did. */
export async function payWhenSettled(
  tx: Tx,
  dealershipId: string,
  settlementId: string,
  now: Date,
): Promise<boolean> {
  const { settlement, order, obstacles } = await settlementAtTill(tx, dealershipId, settlementId)
  if (!isSettled(settlement.settlementShares) || order.status !== 'settling' || settlement.status !== 'open')
    return false
  if (obstacles.openPromises || obstacles.unsigned || (obstacles.deviationFen > 0 && !obstacles.authorised))
    return false
  await tx.settlement.update({
    where: { dealershipId_id: { dealershipId, id: settlementId } },
    data: { status: 'paid', paidAt: now },
    select: { id: true },
  })
  for (const job of order.jobs) await moveJob(tx, job, 'bill')
  await moveOrder(tx, order, 'pay', { paidAt: now })
  return true
}
