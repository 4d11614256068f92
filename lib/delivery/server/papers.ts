import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { id } from '@/lib/core/fields'
import { isLocale } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn, plusMonths } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { guaranteeOf } from '@/lib/orders/guarantee'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { settlementOf } from './hand-over'

/**
 * The papers of a delivered or settled order: bill, repair list with warranty terms (F25), maintenance advice with what was
 * advised and not done (F26), receipts. A customer sees those of the own visit alone. Refuses with `common.not-found`.
 */
export const papers = query(
  'settlement.read',
  z.object({ orderId: id }),
  async ({ tx, actor }, { orderId }) => {
    const { dealershipId } = actor
    const order = await tx.repairOrder.findUnique({
      where: { dealershipId_id: { dealershipId, id: orderId } },
      select: {
        id: true,
        no: true,
        status: true,
        visitId: true,
        voucherCode: true,
        customerLocale: true,
        deliveredAt: true,
        repairClass: true,
        adviser: { select: { name: true, nameEn: true } },
        handOver: true,
        visit: { select: { no: true, receptionRecord: { select: { odometerKm: true } } } },
      },
    })
    if (!order || !maySee(actor, order.visitId)) throw new Refusal('common.not-found')
    const dealership = await thisDealership(tx, dealershipId)
    const settlement = await shownBill(tx, actor, orderId)
    const since = dayOf(order.deliveredAt ?? settlement?.createdAt ?? new Date(0), dealership.timeZone)
    const months =
      settlement?.bill.lines.flatMap(({ parts }) => parts.map(({ warrantyMonths }) => warrantyMonths)) ?? []
    const { handOver, repairClass } = order
    const km = order.visit.receptionRecord?.odometerKm ?? null
    return {
      order: {
        id: order.id,
        no: order.no,
        status: order.status,
        visitId: order.visitId,
        voucherCode: order.voucherCode,
        adviser: order.adviser,
        locale: isLocale(order.customerLocale) ? order.customerLocale : ('zh-CN' as const),
      },
      dealership,
      settlement,
      warrantyUntil: Object.fromEntries(
        months.filter((n) => n > 0).map((n) => [n, plusMonths(since, n)]),
      ) as Record<number, string>,
      /** The statutory quality guarantee of this class of repair; it begins with the day of delivery. */
      guarantee: {
        repairClass,
        until: order.deliveredAt ? guaranteeOf(repairClass, { deliveredOn: since, km }) : null,
      },
      advice: handOver && {
        nextServiceOn: handOver.nextServiceOn && fromDateColumn(handOver.nextServiceOn),
        nextServiceKm: handOver.nextServiceKm,
        adviceText: handOver.adviceText,
        useNotes: handOver.useNotes,
      },
      declined: await declinedOf(tx, dealershipId, orderId),
    }
  },
)

/** A customer is shown no bill that does not stand. */
async function shownBill(tx: Tx, actor: Actor, orderId: string) {
  const settlement = await settlementOf(tx, actor, orderId)
  return actor.kind === 'customer' && settlement?.status === 'void' ? null : settlement
}

const maySee = (actor: Actor, visitId: string): boolean =>
  actor.kind !== 'customer' || actor.visitId === visitId

const declinedOf = (tx: Tx, dealershipId: string, orderId: string) =>
  tx.job.findMany({
    where: { dealershipId, orderId, status: 'declined' },
    orderBy: { position: 'asc' },
    select: { id: true, title: true, titleEn: true, declineReason: true, labourFen: true },
  })

/** The orders of the customer's own visit that have a bill or will get one, oldest first. */
export const ordersOfVisit = query('settlement.read', z.object({}), async ({ tx, actor }) => {
  if (actor.kind !== 'customer' || !actor.visitId) return []
  const { dealershipId, visitId } = actor
  return tx.repairOrder.findMany({
    where: { dealershipId, visitId, status: { notIn: ['draft', 'cancelled'] } },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      no: true,
      status: true,
      deliveredAt: true,
      rating: { select: { satisfaction: true, at: true } },
      adviser: { select: { name: true, nameEn: true } },
      jobs: {
        where: {
          status: { in: ['qcPassed', 'billed', 'done', 'inWork', 'queued', 'assigned', 'paused', 'rework'] },
        },
        orderBy: { position: 'asc' },
        select: { id: true, title: true, titleEn: true, doneBy: { select: { name: true, nameEn: true } } },
      },
    },
  })
})
