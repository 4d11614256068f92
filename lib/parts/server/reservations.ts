import 'server-only'
import type { Tx } from '@/lib/server/db'
import { enqueue } from '@/lib/server/outbox'
import { HOLDING, isHolding, reservationFlow, SHORT } from '../reservation'
import { changeStock, changeStockOrRefuse } from './stock-change'

export type PartNeed = { partId: string; quantityMilli: number }
type Place = { dealershipId: string; now: Date }
type Holder = { appointmentId: string; jobId?: undefined } | { jobId: string; appointmentId?: undefined }

export type Reserved = PartNeed & { reservationId: string; status: 'reserved' | 'requested' }

/**
 * Sets stock aside for a booking or a job line. What is free is `reserved`; a part of which too little is free is
 * `requested` whole, waits in the parts department's list, and is served when goods come in or are released.
 */
export async function reserveParts(
  tx: Tx,
  place: Place & Holder & { parts: readonly PartNeed[] },
): Promise<Reserved[]> {
  const { dealershipId, now: createdAt, appointmentId, jobId, parts } = place
  const reserved: Reserved[] = []
  for (const { partId, quantityMilli } of parts) {
    const status = (await changeStock(tx, dealershipId, partId, { reservedMilli: quantityMilli }))
      ? 'reserved'
      : 'requested'
    const { id } = await tx.partReservation.create({
      data: { dealershipId, partId, quantityMilli, status, appointmentId, jobId, createdAt },
      select: { id: true },
    })
    reserved.push({ partId, quantityMilli, reservationId: id, status })
  }
  return reserved
}

/** Gives back everything that is held or awaited for a booking or a job line, and serves others who wait for it. */
export async function releaseParts(
  tx: Tx,
  { dealershipId, appointmentId, jobId }: { dealershipId: string } & Holder,
): Promise<number> {
  const live = await tx.partReservation.findMany({
    where: {
      ...(jobId ? { jobId } : { appointmentId, jobId: null }),
      status: { in: [...HOLDING, ...SHORT] },
    },
  })
  for (const { id, partId, quantityMilli, status } of live) {
    if (isHolding(status))
      await changeStockOrRefuse(tx, dealershipId, partId, { reservedMilli: -quantityMilli })
    await setStatus(tx, dealershipId, id, reservationFlow.next(status, 'release'))
  }
  for (const partId of new Set(live.map((one) => one.partId))) await serveWaiting(tx, dealershipId, partId)
  return live.length
}

/**
 * Reserves the parts of jobs. What the booking has set aside goes over to the jobs as it stands (held, picked, ordered);
 * only what is missing is reserved anew, and what no job needs is released.
 */
export async function reserveForJobs(
  tx: Tx,
  place: Place & {
    appointmentId: string | null
    jobs: readonly { jobId: string; parts: readonly PartNeed[] }[]
  },
): Promise<void> {
  const { dealershipId, now, appointmentId, jobs } = place
  const booked = appointmentId
    ? await tx.partReservation.findMany({
        where: { appointmentId, jobId: null, status: { in: [...HOLDING, ...SHORT] } },
      })
    : []
  for (const { jobId, parts } of jobs)
    for (const need of parts) {
      const at = booked.findIndex(
        ({ partId, quantityMilli }) => partId === need.partId && quantityMilli === need.quantityMilli,
      )
      const [found] = at < 0 ? [] : booked.splice(at, 1)
      if (found) await tx.partReservation.update({ where: key(dealershipId, found.id), data: { jobId } })
      else await reserveParts(tx, { dealershipId, now, jobId, parts: [need] })
    }
  if (appointmentId && booked.length > 0) await releaseParts(tx, { dealershipId, appointmentId })
}

/** Gives free stock of a part to those who wait for it, first come first served, and wakes their bookings. Answers how many were served. */
export async function serveWaiting(tx: Tx, dealershipId: string, partId: string): Promise<number> {
  const waiting = await tx.partReservation.findMany({
    where: { partId, status: { in: [...SHORT] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  let served = 0
  const bookings = new Set<string>()
  for (const { id, quantityMilli, status, appointmentId, jobId } of waiting) {
    if (!(await changeStock(tx, dealershipId, partId, { reservedMilli: quantityMilli }))) continue
    await setStatus(
      tx,
      dealershipId,
      id,
      reservationFlow.next(status, status === 'ordered' ? 'arrive' : 'reserve'),
    )
    if (appointmentId && !jobId) bookings.add(appointmentId)
    served++
  }
  for (const appointmentId of bookings) await wakeBooking(tx, dealershipId, appointmentId)
  return served
}

/** Lets a booking look at its parts as soon as this transaction has committed. */
export const wakeBooking = (tx: Tx, dealershipId: string, appointmentId: string) =>
  enqueue(tx, 'follow-parts', { dealershipId, appointmentId }, { key: `follow-parts:${appointmentId}` })

const key = (dealershipId: string, id: string) => ({ dealershipId_id: { dealershipId, id } })

export const setStatus = (
  tx: Tx,
  dealershipId: string,
  id: string,
  status: ReturnType<typeof reservationFlow.next>,
) => tx.partReservation.update({ where: key(dealershipId, id), data: { status }, select: { id: true } })
