import 'server-only'
import { command } from '@/lib/server/doors'
import { appointmentFlow } from '../appointment'
import { AwaitParts } from '../schemas'
import { factsOf, holdAppointment } from './held-appointment'
import { tellAppointment } from './tell-appointment'

/** A part must be ordered first: the customer is told that the date is provisional (S1-75); `arrived` takes it back. */
export const awaitParts = command(
  'appointment.awaitParts',
  AwaitParts,
  async ({ tx, actor, now }, { appointmentId, arrived, note }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    const { dealershipId, id } = held
    const status = appointmentFlow.next(held.status, arrived ? 'confirm' : 'awaitParts')
    await tx.appointment.update({
      where: { dealershipId_id: { dealershipId, id } },
      data: { status },
      select: { id: true },
    })
    await tx.preparationTask.updateMany({
      where: { dealershipId, appointmentId, kind: 'parts' },
      data: { doneAt: arrived ? now : null, note },
    })
    await tellAppointment(
      tx,
      arrived ? 'appointment-confirmed' : 'appointment-provisional',
      dealershipId,
      id,
      now,
    )
    return {
      result: { id, status },
      subject: { type: 'appointment', id },
      facts: { ...factsOf(held), arrived },
    }
  },
)
