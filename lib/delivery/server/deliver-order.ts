import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { fromDateColumn } from '@/lib/core/time'
import { repairOrderFlow } from '@/lib/orders/repair-order'
import { openRequests } from '@/lib/orders/server/open-requests'
import { moveOrder } from '@/lib/orders/server/order-status'
import { recordSignature } from '@/lib/reception/server/sign-document'
import type { Strokes } from '@/lib/reception/signature'
import type { Tx } from '@/lib/server/db'
import { documentHash } from '@/lib/server/hash'
import { missingAtGate } from '../gate'
import { SEEN_OFF } from '../hand-over'
import { handOverFacts, openPromises, unsignedConsents, type OrderAtDelivery } from './order-at-delivery'

/** What still keeps the car in the house, without the signature that is given at the gate itself. */
export async function missingForDelivery(tx: Tx, order: OrderAtDelivery): Promise<string[]> {
  const { dealershipId, id, visitId, handOver, settlement } = order
  return missingAtGate({
    inspected: isInspected(order),
    handOver: handOver !== null,
    ticked: handOver?.handOverChecks.map(({ key }) => key) ?? [],
    facts: handOverFacts(order),
    settled: settlement !== null && settlement.status !== 'void',
    paid: order.paidAt !== null && settlement?.status === 'paid',
    openPromises: await openPromises(tx, dealershipId, visitId),
    unsigned: await unsignedConsents(tx, dealershipId, id),
    openRequests: await openRequests(tx, dealershipId, id),
  })
}

/** Passed by an inspector; an order that was stopped before its work was done has nothing to pass. */
const isInspected = ({ qcPassedAt, workDoneAt }: OrderAtDelivery): boolean =>
  qcPassedAt !== null || workDoneAt === null

/** `strokes` is asked for only when nothing else is missing. */
type Receipt = { signerName: string; strokes: () => Strokes; byId: string | null }

/**
 * The gate: nothing leaves unpaid or unchecked (S7-01). Keeps the customer's signature under the bill, the checks and the
 * advice, stamps the departure and moves the order to delivered.
 * Refuses with `visit.not-deliverable` and everything that is missing, or with `signature.empty`.
 */
export async function deliverOrder(
  tx: Tx,
  order: OrderAtDelivery,
  { signerName, strokes, byId }: Receipt,
  now: Date,
) {
  const { dealershipId, handOver, settlement } = order
  if (handOver?.deliveredAt) repairOrderFlow.next(order.status, 'deliver')
  const missing = await missingForDelivery(tx, order)
  if (missing.length || !handOver || !settlement)
    throw new Refusal('visit.not-deliverable', { missing: missing.join(',') })
  const nextServiceOn = handOver.nextServiceOn && fromDateColumn(handOver.nextServiceOn)
  const { nextServiceKm, adviceText, useNotes } = handOver
  const signed = {
    order: order.no,
    bill: settlement.hash,
    checks: handOver.handOverChecks.map(({ key, byId: who, at }) => ({ key, who, at })),
    advice: { nextServiceOn, nextServiceKm, adviceText, useNotes },
  }
  const signatureId = await recordSignature(
    tx,
    {
      dealershipId,
      documentKind: 'handOver',
      documentId: handOver.id,
      documentHash: documentHash(signed),
      signerName,
      signerRole: 'customer',
      channel: 'tablet',
      strokes: strokes(),
    },
    now,
  )
  await tx.handOverCheck.create({
    data: { dealershipId, handOverId: handOver.id, key: SEEN_OFF, byId, at: now },
    select: { id: true },
  })
  await tx.handOver.update({
    where: { dealershipId_id: { dealershipId, id: handOver.id } },
    data: { signatureId, deliveredAt: now },
    select: { id: true },
  })
  await moveOrder(tx, order, 'deliver', { deliveredAt: now })
  await tx.vehicle.update({
    where: { dealershipId_id: { dealershipId, id: order.vehicleId } },
    data: { nextServiceOn: handOver.nextServiceOn, nextServiceKm },
    select: { id: true },
  })
  return { nextServiceOn, nextServiceKm }
}
