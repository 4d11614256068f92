import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { isOpen } from '../appointment'
import { releaseWay } from './arrange-way'
import { releaseUses } from './day-capacity'

export type HeldAppointment = Awaited<ReturnType<typeof holdAppointment>>

/** The appointment, locked until the end of the transaction; a customer finds only the one of the own link. */
export async function holdAppointment(tx: Tx, actor: Actor, id: string) {
  const { dealershipId } = actor
  if (actor.kind === 'customer' && actor.appointmentId !== id) throw new Refusal('common.not-found')
  await tx.$queryRaw`SELECT 1::int AS one FROM "Appointment" WHERE "dealershipId" = ${dealershipId}::uuid AND id = ${id}::uuid FOR UPDATE`
  const found = await tx.appointment.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      appointmentItems: { orderBy: { position: 'asc' }, include: { package: true, operation: true } },
      loanerStay: { select: { plate: true } },
      driverTrips: { select: { id: true } },
      vehicle: { select: { plate: true } },
      dealership: { select: { timeZone: true } },
    },
  })
  if (!found) throw new Refusal('common.not-found')
  return found
}

/** What `freeCapacityOf` gives back of the way of coming, for the event: the loaner car and the trips of drivers. */
export const freedWayOf = ({
  status,
  loanerStay,
  driverTrips,
}: HeldAppointment): Record<string, string | number | null> =>
  isOpen(status) && (loanerStay || driverTrips.length > 0)
    ? { freedLoaner: loanerStay?.plate ?? null, freedTrips: driverTrips.length }
    : {}

/** Gives the capacity, drivers and loaner car of a booking that will not be kept back, at once (S1-77). */
export async function freeCapacityOf(tx: Tx, held: HeldAppointment): Promise<void> {
  if (!isOpen(held.status)) return
  const of = { dealershipId: held.dealershipId, appointmentId: held.id }
  await releaseUses(tx, of)
  await releaseWay(tx, of)
}

export const factsOf = (held: HeldAppointment) => ({
  no: held.no,
  plate: held.vehicle.plate,
  startsAt: held.startsAt.toISOString(),
})
