import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'

/** Whether this actor may see something of this visit; a customer sees the visit of the link alone. */
export const maySeeVisit = (actor: Actor, visitId: string): boolean =>
  actor.kind !== 'customer' || actor.visitId === visitId

/** The order, or `common.not-found` when it is not there or belongs to another customer's visit. */
export async function orderOf(tx: Tx, actor: Actor, orderId: string) {
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId: actor.dealershipId, id: orderId } },
    include: {
      vehicle: { select: { plate: true, model: true } },
      customer: { select: { id: true, name: true, formOfAddress: true, phone: true, locale: true } },
    },
  })
  if (!order || !maySeeVisit(actor, order.visitId)) throw new Refusal('common.not-found')
  return order
}
export type OrderRow = Awaited<ReturnType<typeof orderOf>>

/** A line with its order, or `common.not-found`. */
export async function jobOf(tx: Tx, actor: Actor, jobId: string) {
  const job = await tx.job.findUnique({
    where: { dealershipId_id: { dealershipId: actor.dealershipId, id: jobId } },
  })
  if (!job) throw new Refusal('common.not-found')
  return { job, order: await orderOf(tx, actor, job.orderId) }
}

/** A request for additional work with its order and its lines in their order, or `common.not-found`. */
export async function additionalWorkOf(tx: Tx, actor: Actor, id: string) {
  const request = await tx.additionalWork.findUnique({
    where: { dealershipId_id: { dealershipId: actor.dealershipId, id } },
    include: {
      jobs: {
        orderBy: { position: 'asc' },
        include: { jobParts: { orderBy: { id: 'asc' } }, jobShares: { orderBy: { id: 'asc' } } },
      },
    },
  })
  if (!request) throw new Refusal('common.not-found')
  return { request, order: await orderOf(tx, actor, request.orderId) }
}
