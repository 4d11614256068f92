import 'server-only'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { appointmentFlow, type AppointmentStatus } from '../appointment'
import { AwaitParts } from '../schemas'
import { factsOf, holdAppointment, type HeldAppointment } from './held-appointment'
import { tellAppointment } from './tell-appointment'

/** A part must be ordered first: the customer is told that the date is provisional (S1-75); `arrived` takes it back. */
export const awaitParts = command(
  'appointment.awaitParts',
  AwaitParts,
  async ({ tx, actor, now }, { appointmentId, arrived, note }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    const status = await moveForParts(tx, held, { arrived, note }, now)
    return {
      result: { id: held.id, status },
      subject: { type: 'appointment', id: held.id },
      facts: { ...factsOf(held), arrived },
    }
  },
)

/** Moves a booking to wait for its parts, or on when they have come; it is ready when nothing else is left to prepare. */
export async function moveForParts(
  tx: Tx,
  held: HeldAppointment,
  { arrived, note }: { arrived: boolean; note: string },
  now: Date,
): Promise<AppointmentStatus> {
  const { dealershipId, id } = held
  await tx.preparationTask.updateMany({
    where: { dealershipId, appointmentId: id, kind: 'parts' },
    data: { doneAt: arrived ? now : null, failedAt: null, failedById: null, failedReason: null, note },
  })
  const status = await statusAfter(tx, held, arrived)
  await tx.appointment.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { status },
    select: { id: true },
  })
  await tellAppointment(
    tx,
    arrived ? 'appointment-confirmed' : 'appointment-provisional',
    dealershipId,
    id,
    now,
  )
  return status
}

async function statusAfter(tx: Tx, { dealershipId, id, status }: HeldAppointment, arrived: boolean) {
  const next = appointmentFlow.next(status, arrived ? 'confirm' : 'awaitParts')
  if (!arrived) return next
  const tasks = await tx.preparationTask.findMany({
    where: { dealershipId, appointmentId: id, kind: { not: 'reception' } },
    select: { doneAt: true },
  })
  const prepared = tasks.length > 0 && tasks.every(({ doneAt }) => doneAt)
  return prepared ? appointmentFlow.next(next, 'prepare') : next
}
