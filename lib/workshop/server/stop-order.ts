import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { OPEN_REQUESTS } from '@/lib/orders/additional-work'
import { orderOf, type OrderRow } from '@/lib/orders/server/order-of'
import { moveShares } from '@/lib/orders/server/move-shares'
import { makeFree } from '@/lib/orders/server/price-inspected'
import { moveJob, moveOrder } from '@/lib/orders/server/order-status'
import { tellCustomer } from '@/lib/orders/server/tell-customer'
import { withdrawRequest } from '@/lib/orders/server/withdraw-additional-work'
import { releaseParts } from '@/lib/parts/server/reservations'
import { keepWhatWasUsed } from '@/lib/parts/server/used-parts'
import { freeCapacityOfVisit } from '@/lib/reception/server/free-capacity'
import type { Prisma, Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { clockedMinutes } from '../clock'
import { planFlow } from '../plan'
import { StopOrder } from '../schemas'
import { labourSoFar } from '../stop'
import { closeEntry } from './clock-on'

/**
 * The service manager stops a signed order because the customer withdraws (register 6.3): clocks stop, people, bays, parts and
 * the capacity of the day become free, open requests are taken back, lines not begun are cancelled. Begun lines count for
 * what was worked and handed out; it is billed, or waived as goodwill. What was to be priced after inspection is free. The customer is told.
 * Refuses with `status.not-from-here`, or `order.on-the-road` while somebody drives the car.
 */
export const stopOrder = command(
  'order.stop',
  StopOrder,
  async ({ tx, actor, now }, { orderId, reason, work }) => {
    const { dealershipId } = actor
    const order = await orderOf(tx, actor, orderId)
    await moveOrder(tx, order, 'stop', { reason, readyAt: now })
    const driving = await tx.roadTest.count({ where: { dealershipId, orderId, status: 'onRoad' } })
    if (driving > 0) throw new Refusal('order.on-the-road')
    await tx.roadTest.deleteMany({ where: { dealershipId, orderId, status: 'queued' } })

    const minutes = await stopWork(tx, order, reason, now)
    const { billed, cancelled } = await settleLines(tx, order, work === 'waive', now)
    await takeRequestsBack(tx, order, reason)
    await freeCapacityOfVisit(tx, order, now)
    await tellCustomer(
      tx,
      order,
      'order-stopped',
      { billed: work === 'bill' && billed > 0 ? 1 : null },
      now,
      `order-stopped:${orderId}`,
    )
    return {
      result: { orderId, billed, cancelled },
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { no: order.no, reason, work, billed, cancelled, minutes },
    }
  },
)

/** Stops the clocks and frees people and bays; answers the minutes clocked on the order. */
async function stopWork(tx: Tx, { dealershipId, id: orderId }: OrderRow, reason: string, now: Date) {
  await tx.clocking.updateMany({
    where: { dealershipId, job: { orderId }, endsAt: null },
    data: { endsAt: now, pauseReason: 'other', note: reason },
  })
  const entries = await tx.planEntry.findMany({
    where: { dealershipId, job: { orderId }, status: { in: ['planned', 'active'] } },
    select: { id: true, status: true, startsAt: true },
  })
  for (const entry of entries)
    if (entry.status === 'active') await closeEntry(tx, dealershipId, entry, now)
    else
      await tx.planEntry.update({
        where: { dealershipId_id: { dealershipId, id: entry.id } },
        data: { status: planFlow.next(entry.status, 'withdraw'), reason },
        select: { id: true },
      })
  const clockings = await tx.clocking.findMany({
    where: { dealershipId, job: { orderId } },
    select: { startsAt: true, endsAt: true },
  })
  return clockedMinutes(clockings, now)
}

async function settleLines(tx: Tx, { dealershipId, id: orderId }: OrderRow, waive: boolean, now: Date) {
  const jobs = await tx.job.findMany({
    where: {
      dealershipId,
      orderId,
      status: { in: ['queued', 'assigned', 'inWork', 'paused', 'done', 'qcPassed'] },
    },
    orderBy: { position: 'asc' },
    include: { jobParts: true, clockings: { orderBy: { startsAt: 'asc' } } },
  })
  let cancelled = 0
  for (const job of jobs) {
    await releaseParts(tx, { dealershipId, jobId: job.id })
    if (job.status === 'queued' || job.status === 'assigned') {
      await moveJob(tx, job, 'cancel')
      cancelled++
    } else if (job.status === 'inWork' || job.status === 'paused') {
      const doneById = job.clockings.at(-1)?.technicianId ?? null
      await moveJob(tx, job, 'finish', { ...labourSoFar(job, now), doneAt: now, doneById })
      await keepWhatWasUsed(tx, job.jobParts)
    }
  }
  await makeFree(
    tx,
    jobs.filter(({ priceAfterInspection }) => priceAfterInspection).map(({ id }) => id),
  )
  if (waive) await waiveForCustomer(tx, { dealershipId, orderId })
  return { billed: jobs.length - cancelled, cancelled }
}

/** The house bears what the customer would pay of the lines that were done, in whole or in part. */
async function waiveForCustomer(tx: Tx, order: { dealershipId: string; orderId: string }) {
  const done = { ...order, status: { in: ['done', 'qcPassed'] } } satisfies Prisma.JobWhereInput
  await tx.job.updateMany({ where: { ...done, payer: 'customer' }, data: { payer: 'goodwill' } })
  await tx.jobShare.deleteMany({ where: { payer: 'goodwill', job: { ...done, payer: 'goodwill' } } })
  await moveShares(tx, done, { from: 'customer', to: 'goodwill' })
}

async function takeRequestsBack(tx: Tx, { dealershipId, id: orderId }: OrderRow, reason: string) {
  const requests = await tx.additionalWork.findMany({
    where: { dealershipId, orderId, status: { in: [...OPEN_REQUESTS] } },
    include: { jobs: { orderBy: { position: 'asc' }, include: { jobParts: true, jobShares: true } } },
  })
  for (const request of requests) await withdrawRequest(tx, request, { reason, advise: true })
}
