import 'server-only'
import type { z } from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { checkUnchanged } from '@/lib/core/unchanged'
import { command } from '@/lib/server/doors'
import { appointmentFlow, isOpen } from '../appointment'
import { PrepareAppointment } from '../schemas'
import { factsOf, holdAppointment, type HeldAppointment } from './held-appointment'

type Prepared = z.output<typeof PrepareAppointment>

/**
 * Notes one item of the internal preparation as done, open again, or failed with its reason (S1-72). When all are done the booking
 * is ready, which is the internal confirmation; what fails takes that back, and the booking has to be moved (S1-73). The reception
 * is prepared apart, when the car is expected (S1-80). Refuses `status.not-from-here`, `appointment.plan-wanted`, and
 * `common.text-changed` for a repair plan that somebody has rewritten meanwhile (R42).
 */
export const prepareAppointment = command(
  'appointment.prepare',
  PrepareAppointment,
  async ({ tx, actor, now }, input) => {
    const held = await holdAppointment(tx, actor, input.appointmentId)
    checkPreparable(held, input)
    const { dealershipId, id } = held
    const { kind, note, done, failed } = input
    const by = actor.kind === 'staff' ? actor.id : null
    const state = {
      note: failed ? '' : note,
      doneAt: done && !failed ? now : null,
      doneById: done && !failed ? by : null,
      failedAt: failed ? now : null,
      failedById: failed ? by : null,
      failedReason: failed ? note : null,
    }
    await tx.preparationTask.upsert({
      where: { dealershipId_appointmentId_kind: { dealershipId, appointmentId: id, kind } },
      create: { dealershipId, appointmentId: id, kind, ...state },
      update: state,
      select: { id: true },
    })
    const open = await tx.preparationTask.count({
      where: { dealershipId, appointmentId: id, doneAt: null, kind: { not: 'reception' } },
    })
    const action = actionOf(held, kind, open)
    const planned = kind === 'specialPlan' && done && !failed && note !== ''
    if (planned && note !== held.plan) checkUnchanged(input.was, { text: held.plan, by: '' })
    const plan = planned ? { plan: note } : {}
    if (action || note)
      await tx.appointment.update({
        where: { dealershipId_id: { dealershipId, id } },
        data: { ...plan, ...(action ? { status: appointmentFlow.next(held.status, action) } : {}) },
        select: { id: true },
      })
    const ready = action === 'prepare'
    return {
      result: { open, ready },
      subject: { type: 'appointment', id },
      facts: { ...factsOf(held), kind, done, failed, ready },
    }
  },
)

function checkPreparable({ status, plan }: HeldAppointment, { kind, done, failed, note }: Prepared) {
  const may =
    kind === 'reception'
      ? isOpen(status) && status !== 'requested'
      : status === 'confirmed' || status === 'waitingParts' || (status === 'ready' && failed)
  if (!may) throw new Refusal('status.not-from-here', { from: status, action: 'prepare' })
  if (kind === 'specialPlan' && done && !failed && !note && !plan)
    throw new Refusal('appointment.plan-wanted')
}

function actionOf({ status }: HeldAppointment, kind: Prepared['kind'], open: number) {
  if (kind === 'reception') return null
  if (open === 0 && status === 'confirmed') return 'prepare' as const
  return open > 0 && status === 'ready' ? ('reopen' as const) : null
}
