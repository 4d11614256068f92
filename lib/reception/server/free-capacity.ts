import 'server-only'
import { releaseWayAhead } from '@/lib/appointments/server/arrange-way'
import { releaseAhead } from '@/lib/appointments/server/day-capacity'
import type { Tx } from '@/lib/server/db'

/** Gives back what the booking of a car that came would still use: its work has stopped. */
export async function freeCapacityOfVisit(
  tx: Tx,
  { dealershipId, visitId }: { dealershipId: string; visitId: string },
  now: Date,
): Promise<void> {
  const { appointmentId, dealership } = await tx.visit.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { appointmentId: true, dealership: { select: { timeZone: true } } },
  })
  if (!appointmentId) return
  await releaseAhead(tx, { dealershipId, appointmentId }, now, dealership.timeZone)
  await releaseWayAhead(tx, { dealershipId, appointmentId }, now)
}
