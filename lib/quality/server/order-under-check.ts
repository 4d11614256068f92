import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { LIVE_JOBS } from '@/lib/orders/job'
import type { Tx } from '@/lib/server/db'
import { SENDER } from './tell-sender'

/** An order with what quality control needs of it: live lines, who worked on it, its car and its sender. */
export async function orderUnderCheck(tx: Tx, dealershipId: string, orderId: string) {
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      dealershipId: true,
      id: true,
      no: true,
      status: true,
      visitId: true,
      adviserId: true,
      wash: true,
      washedAt: true,
      washStartedAt: true,
      promisedAt: true,
      comebackOfId: true,
      vehicle: { select: { plate: true } },
      visit: { select: { sender: SENDER } },
      jobs: {
        where: { status: { in: [...LIVE_JOBS] } },
        orderBy: { position: 'asc' },
        select: { id: true, title: true, status: true, doneById: true, doneAt: true, payer: true },
      },
      roadTests: { where: { status: { not: 'done' } }, select: { id: true } },
    },
  })
  if (!order) throw new Refusal('common.not-found')
  const clocked = await tx.clocking.findMany({
    where: { dealershipId, job: { orderId } },
    distinct: ['technicianId'],
    select: { technicianId: true },
  })
  const hands = [
    ...clocked.map(({ technicianId }) => technicianId),
    ...order.jobs.map(({ doneById }) => doneById),
  ]
  return { ...order, workers: [...new Set(hands.filter((who) => who !== null))] }
}

export type OrderUnderCheck = Awaited<ReturnType<typeof orderUnderCheck>>
