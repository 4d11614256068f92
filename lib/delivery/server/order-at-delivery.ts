import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { LIVE_JOBS } from '@/lib/orders/job'
import type { Tx } from '@/lib/server/db'
import type { HandOverFacts } from '../hand-over'

const LIVE = { status: { in: [...LIVE_JOBS] } }

/** An order with what delivery must know of it. Refuses with `common.not-found`. */
export async function orderAtDelivery(tx: Tx, dealershipId: string, orderId: string) {
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      dealershipId: true,
      id: true,
      no: true,
      status: true,
      visitId: true,
      vehicleId: true,
      customerId: true,
      adviserId: true,
      oldParts: true,
      voucherCode: true,
      signedTotalFen: true,
      qcPassedAt: true,
      workDoneAt: true,
      paidAt: true,
      customerLocale: true,
      visit: {
        select: {
          id: true,
          no: true,
          status: true,
          licenceTaken: true,
          bookletTaken: true,
          keysTaken: true,
          payerId: true,
        },
      },
      jobs: { where: LIVE, select: { id: true, status: true, _count: { select: { jobParts: true } } } },
      handOver: { include: { handOverChecks: true } },
      settlement: { include: { settlementShares: true } },
    },
  })
  if (!order) throw new Refusal('common.not-found')
  return order
}

export type OrderAtDelivery = Awaited<ReturnType<typeof orderAtDelivery>>

export const handOverFacts = ({ visit, jobs }: OrderAtDelivery): HandOverFacts => ({
  licenceTaken: visit.licenceTaken,
  bookletTaken: visit.bookletTaken,
  keysTaken: visit.keysTaken,
  partsReplaced: jobs.some(({ _count }) => _count.jobParts > 0),
})

/** The hand-over of an order. Refuses with `handOver.not-open` before it was opened. */
export function openedHandOver(order: OrderAtDelivery) {
  if (!order.handOver) throw new Refusal('handOver.not-open')
  return order.handOver
}

/** Promises of the visit that nobody has kept yet. */
export const openPromises = (tx: Tx, dealershipId: string, visitId: string): Promise<number> =>
  tx.customerPromise.count({ where: { dealershipId, visitId, keptAt: null } })

/** Additional work agreed by telephone that still waits for the customer's signature (C12). */
export const unsignedConsents = (tx: Tx, dealershipId: string, orderId: string): Promise<number> =>
  tx.additionalWork.count({
    where: {
      dealershipId,
      orderId,
      status: { in: ['approved', 'partApproved'] },
      jobs: { some: { ...LIVE, approval: { signatureId: null } } },
    },
  })

/** The newest reading of the car's odometer. */
export async function lastOdometerKm(
  tx: Tx,
  dealershipId: string,
  vehicleId: string,
): Promise<number | null> {
  const reading = await tx.odometerReading.findFirst({
    where: { dealershipId, vehicleId },
    orderBy: { at: 'desc' },
    select: { km: true },
  })
  return reading?.km ?? null
}
