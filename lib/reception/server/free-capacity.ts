import 'server-only'
import { releaseCapacity } from '@/lib/appointments/server/day-capacity'
import { dayOf } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'

type Of = { dealershipId: string; visitId: string }

/** Gives the minutes of a booked car that came today back to the day, but for those that were worked. */
export async function freeCapacityOfVisit(
  tx: Tx,
  { dealershipId, visitId }: Of,
  workedMinutes: number,
  now: Date,
): Promise<void> {
  const visit = await tx.visit.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: {
      arrivedAt: true,
      appointment: { select: { skill: true, labourMinutes: true, overrideReason: true } },
      dealership: { select: { timeZone: true } },
    },
  })
  const { appointment: booked, arrivedAt, dealership } = visit
  const day = dayOf(arrivedAt, dealership.timeZone)
  if (!booked || day !== dayOf(now, dealership.timeZone)) return
  await releaseCapacity(tx, {
    dealershipId,
    day,
    skill: booked.skill,
    minutes: Math.max(0, booked.labourMinutes - workedMinutes),
    overridden: booked.overrideReason !== null,
  })
}
