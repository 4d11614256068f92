import 'server-only'
import * as z from 'zod'
import { id, optional, text } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'

const mark = z.coerce.number('required').int().min(1, 'required').max(5)

/**
 * Marks a call for listening, voice and choice of words, one to five each (S1-101): the call of a booking that was made on the
 * telephone, or a try of a reminder that reached somebody. Marking it again replaces the marks. Refuses with `common.not-found`.
 */
export const scoreCall = command(
  'call.score',
  z
    .object({
      attemptId: optional(id),
      appointmentId: optional(id),
      listening: mark,
      voice: mark,
      words: mark,
      note: text(300).default(''),
    })
    .refine((given) => !given.attemptId !== !given.appointmentId, {
      path: ['appointmentId'],
      message: 'required',
    }),
  async ({ tx, actor, now }, { attemptId, appointmentId, ...marks }) => {
    const { dealershipId } = actor
    if (!actor.id) throw new Refusal('auth.forbidden', { permission: 'call.score' })
    const subject = await callOf(tx, dealershipId, attemptId, appointmentId)
    if (!subject) throw new Refusal('common.not-found')
    const of = attemptId
      ? { dealershipId_attemptId: { dealershipId, attemptId } }
      : { dealershipId_appointmentId: { dealershipId, appointmentId: subject.id } }
    const kept = { ...marks, byId: actor.id, at: now }
    await tx.callScore.upsert({
      where: of,
      create: { dealershipId, attemptId: attemptId ?? null, appointmentId: appointmentId ?? null, ...kept },
      update: kept,
      select: { id: true },
    })
    const { listening, voice, words } = marks
    return { result: { id: subject.id }, subject, facts: { listening, voice, words } }
  },
)

/** The reminder whose try reached somebody, or the booking that staff made (not moved) on the telephone; null when it is neither. */
async function callOf(tx: Tx, dealershipId: string, attemptId?: string, appointmentId?: string) {
  if (attemptId) {
    const attempt = await tx.contactAttempt.findFirst({
      where: { dealershipId, id: attemptId, reached: true, channel: 'phone' },
      select: { taskId: true },
    })
    return attempt && { type: 'contactTask' as const, id: attempt.taskId }
  }
  const booking = await tx.appointment.findFirst({
    where: {
      dealershipId,
      id: appointmentId,
      channel: 'phone',
      createdById: { not: null },
      rescheduledFromId: null,
    },
    select: { id: true },
  })
  return booking && { type: 'appointment' as const, id: booking.id }
}
