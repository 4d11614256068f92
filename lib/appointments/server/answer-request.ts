import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { AnswerRequest } from '../schemas'

/**
 * Notes how a request was answered, by whom and whether in time. What led to a booking names it by its number. Refuses
 * `request.answered-already`, `request.booking-unknown`, and `request.reason-wanted` for a refusal without a word.
 */
export const answerRequest = command(
  'request.answer',
  AnswerRequest,
  async ({ tx, actor, now }, { requestId, outcome, note, bookingNo }) => {
    const { dealershipId } = actor
    const { answeredAt, dueAt, plate } = await heldRequest(tx, dealershipId, requestId)
    if (answeredAt) throw new Refusal('request.answered-already')
    if (outcome === 'refused' && !note) throw new Refusal('request.reason-wanted')
    const appointmentId = outcome === 'booked' ? await bookingOf(tx, dealershipId, bookingNo) : null
    await tx.serviceRequest.update({
      where: { dealershipId_id: { dealershipId, id: requestId } },
      data: { answeredAt: now, answeredById: actor.id, outcome, note, appointmentId },
      select: { id: true },
    })
    const inTime = now <= dueAt
    return {
      result: { id: requestId, inTime },
      subject: { type: 'request', id: requestId },
      facts: { outcome, plate, inTime },
    }
  },
)

/** The request, locked until the end of the transaction. Refuses `common.not-found`. */
export async function heldRequest(tx: Tx, dealershipId: string, id: string) {
  await tx.$queryRaw`SELECT 1::int AS one FROM "ServiceRequest" WHERE "dealershipId" = ${dealershipId}::uuid AND id = ${id}::uuid FOR UPDATE`
  const found = await tx.serviceRequest.findUnique({ where: { dealershipId_id: { dealershipId, id } } })
  if (!found) throw new Refusal('common.not-found')
  return found
}

async function bookingOf(tx: Tx, dealershipId: string, no: string): Promise<string> {
  const found = no
    ? await tx.appointment.findFirst({ where: { dealershipId, no }, select: { id: true } })
    : null
  if (!found) throw new Refusal('request.booking-unknown')
  return found.id
}
