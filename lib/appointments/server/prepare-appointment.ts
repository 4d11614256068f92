import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { appointmentFlow } from '../appointment'
import { PrepareAppointment } from '../schemas'
import { factsOf, holdAppointment } from './held-appointment'

/** Ticks one item of the internal preparation (S1-72); when all are done the booking is ready. */
export const prepareAppointment = command(
  'appointment.prepare',
  PrepareAppointment,
  async ({ tx, actor, now }, { appointmentId, kind, done, note }) => {
    const held = await holdAppointment(tx, actor, appointmentId)
    const { dealershipId, status } = held
    if (status !== 'confirmed' && status !== 'waitingParts')
      throw new Refusal('status.not-from-here', { from: status, action: 'prepare' })
    const by = actor.kind === 'staff' ? actor.id : null
    await tx.preparationTask.upsert({
      where: { dealershipId_appointmentId_kind: { dealershipId, appointmentId, kind } },
      create: {
        dealershipId,
        appointmentId,
        kind,
        note,
        doneAt: done ? now : null,
        doneById: done ? by : null,
      },
      update: { note, doneAt: done ? now : null, doneById: done ? by : null },
      select: { id: true },
    })
    const open = await tx.preparationTask.count({ where: { dealershipId, appointmentId, doneAt: null } })
    const ready = open === 0 && status === 'confirmed'
    if (ready)
      await tx.appointment.update({
        where: { dealershipId_id: { dealershipId, id: appointmentId } },
        data: { status: appointmentFlow.next(status, 'prepare') },
        select: { id: true },
      })
    return {
      result: { open, ready },
      subject: { type: 'appointment', id: held.id },
      facts: { ...factsOf(held), kind, done, ready },
    }
  },
)
