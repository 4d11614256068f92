import 'server-only'
import { releaseParts, reserveParts } from '@/lib/parts/server/reservations'
import type { Tx } from '@/lib/server/db'

type Booking = { dealershipId: string; appointmentId: string }
type Wanted = readonly { packageId: string | null }[]

/**
 * Ties the parts of the booked packages to the booking (S1-74, X-PRT-15); what is short waits in the parts department's list.
 * Answers whether something is.
 */
export async function reserveBookedParts(
  tx: Tx,
  booking: Booking & { now: Date; items: Wanted },
): Promise<boolean> {
  const { items, ...place } = booking
  const packageIds = items.flatMap(({ packageId }) => packageId ?? [])
  if (packageIds.length === 0) return false
  const wanted = await tx.packageItem.groupBy({
    by: ['partId'],
    where: { packageId: { in: packageIds }, partId: { not: null }, part: { disabledAt: null } },
    _sum: { quantityMilli: true },
    // Everybody takes stock in the same order, so that nobody waits for each other in a circle.
    orderBy: { partId: 'asc' },
  })
  const parts = wanted.flatMap(({ partId, _sum }) =>
    partId ? [{ partId, quantityMilli: _sum.quantityMilli ?? 0 }] : [],
  )
  const reserved = await reserveParts(tx, { ...place, parts })
  return reserved.some(({ status }) => status === 'requested')
}

/** A moved booking keeps what was set aside or ordered for it. */
export const passOnParts = (tx: Tx, { dealershipId, appointmentId }: Booking, to: string) =>
  tx.partReservation.updateMany({
    where: { dealershipId, appointmentId, jobId: null },
    data: { appointmentId: to },
  })

/** A booking that will not be kept gives its parts back. */
export const releaseBookedParts = (tx: Tx, booking: Booking) => releaseParts(tx, booking)
