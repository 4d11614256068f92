import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import type { Locale } from '@/lib/core/locale'
import { nameIn } from '@/lib/core/name-in'
import { fromDateColumn } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import type { Bill } from '../bill'
import { appliesTo, CHECK_GROUPS, SEEN_OFF, type CheckGroup } from '../hand-over'
import { OrderOnly } from '../schemas'
import { openFen } from '../settlement'
import { missingForDelivery } from './deliver-order'
import { handOverFacts, openPromises, orderAtDelivery, unsignedConsents } from './order-at-delivery'

/**
 * Everything the hand-over screen shows of one order: checks with who and when, promises, advice, bill, payments, and what
 * is missing. Who may not read bills gets none and no price (R5).
 */
export const handOver = query('handOver.read', OrderOnly, async ({ tx, actor }, { orderId }) => {
  const { dealershipId } = actor
  const order = await orderAtDelivery(tx, dealershipId, orderId)
  const head = await headOf(tx, dealershipId, orderId)
  const facts = handOverFacts(order)
  const priced = may(actor, 'settlement.read')
  const byIds = order.handOver?.handOverChecks.map(({ byId }) => byId) ?? []
  const names = await namesOf(tx, actor.locale, byIds)
  const ticks = new Map(order.handOver?.handOverChecks.map((check) => [check.key, check]))
  const groups = (Object.keys(CHECK_GROUPS) as CheckGroup[]).map((group) => ({
    group,
    checks: CHECK_GROUPS[group]
      .filter((key) => appliesTo(key, facts))
      .map((key) => {
        const tick = ticks.get(key)
        return { key, at: tick?.at ?? null, by: tick ? (names.get(tick.byId ?? '') ?? '') : null }
      }),
  }))
  const { handOver: opened } = order
  return {
    order: {
      id: order.id,
      no: order.no,
      status: order.status,
      oldParts: order.oldParts,
      visitId: order.visitId,
      customerLocale: order.customerLocale,
      ...head,
      signedTotalFen: priced ? head.signedTotalFen : null,
    },
    handOver: opened && {
      id: opened.id,
      startedAt: opened.startedAt,
      deliveredAt: opened.deliveredAt,
      nextServiceOn: opened.nextServiceOn && fromDateColumn(opened.nextServiceOn),
      nextServiceKm: opened.nextServiceKm,
      adviceText: opened.adviceText,
      useNotes: opened.useNotes,
      seenOffAt: ticks.get(SEEN_OFF)?.at ?? null,
    },
    groups: groups.filter(({ checks }) => checks.length > 0),
    promises: await tx.customerPromise.findMany({
      where: { dealershipId, visitId: order.visitId },
      orderBy: { madeAt: 'asc' },
      select: { id: true, text: true, keptAt: true },
    }),
    openPromises: await openPromises(tx, dealershipId, order.visitId),
    unsigned: await unsignedConsents(tx, dealershipId, orderId),
    settlement: priced ? await settlementOf(tx, actor, orderId) : null,
    missing: await missingForDelivery(tx, order),
  }
})

async function headOf(tx: Tx, dealershipId: string, orderId: string) {
  const order = await tx.repairOrder.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      promisedAt: true,
      promisedTo: true,
      readyAt: true,
      deliveredAt: true,
      signedTotalFen: true,
      createdAt: true,
      vehicle: { select: { id: true, plate: true, model: true, brand: true } },
      customer: { select: { id: true, name: true, formOfAddress: true } },
      adviser: { select: { name: true, nameEn: true } },
    },
  })
  return order
}

async function namesOf(tx: Tx, locale: Locale, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const staff = await tx.staff.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true, nameEn: true },
  })
  return new Map(staff.map((person) => [person.id, nameIn(person, locale)]))
}

export async function settlementOf(tx: Tx, { dealershipId, locale }: Actor, orderId: string) {
  const settlement = await tx.settlement.findUnique({
    where: { dealershipId_orderId: { dealershipId, orderId } },
    include: {
      settlementShares: { orderBy: { id: 'asc' } },
      payments: { orderBy: { at: 'asc' }, include: { refunds: { orderBy: { at: 'asc' } } } },
    },
  })
  if (!settlement) return null
  const names = await namesOf(tx, locale, [
    settlement.deviationAuthorisedById,
    ...settlement.payments.flatMap(({ receivedById, refunds }) => [
      receivedById,
      ...refunds.map(({ refundedById }) => refundedById),
    ]),
  ])
  const {
    id,
    no,
    status,
    hash,
    totalFen,
    deviationFen,
    deviationReason,
    deviationAuthorisedById,
    createdAt,
    paidAt,
  } = settlement
  return {
    id,
    no,
    status,
    hash,
    totalFen,
    deviationFen,
    deviationReason,
    authorisedBy: deviationAuthorisedById && (names.get(deviationAuthorisedById) ?? ''),
    createdAt,
    paidAt,
    bill: settlement.content as unknown as Bill,
    shares: settlement.settlementShares
      .filter(({ amountFen, paidFen }) => amountFen > 0 || paidFen > 0)
      .map(({ id: shareId, payer, amountFen, paidFen, claimNo }) => ({
        id: shareId,
        payer,
        amountFen,
        paidFen,
        claimNo,
        openFen: openFen({ amountFen, paidFen }),
        /** Payments and refunds so far: makes the key of the next payment its own. */
        entries: settlement.payments.reduce(
          (count, payment) => count + (payment.shareId === shareId ? 1 + payment.refunds.length : 0),
          0,
        ),
      })),
    payments: settlement.payments.map((payment) => ({
      id: payment.id,
      no: payment.no,
      shareId: payment.shareId,
      method: payment.method,
      amountFen: payment.amountFen,
      reference: payment.reference,
      invoiceNo: payment.invoiceNo,
      at: payment.at,
      by: names.get(payment.receivedById ?? '') ?? '',
      refundedFen: payment.refunds.reduce((sum, { amountFen }) => sum + amountFen, 0),
      refunds: payment.refunds.map((refund) => ({
        id: refund.id,
        no: refund.no,
        amountFen: refund.amountFen,
        reason: refund.reason,
        reference: refund.reference,
        at: refund.at,
        by: names.get(refund.refundedById ?? '') ?? '',
      })),
    })),
  }
}
