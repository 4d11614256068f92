import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { strokesOf } from '@/lib/reception/signature'
import { recordSignature } from '@/lib/reception/server/sign-document'
import type { Tx } from '@/lib/server/db'
import type * as z from 'zod'
import { missingReadOut, type Answer } from '../answers'
import type { AnswerAdditionalWork } from '../schemas'
import type { additionalWorkOf, OrderRow } from './order-of'
import { signingChannel } from './sign-order'

type Consent = {
  request: Awaited<ReturnType<typeof additionalWorkOf>>['request']
  order: OrderRow
  input: z.output<typeof AnswerAdditionalWork>
  answers: Answer[]
}

/**
 * Keeps what proves the answer: a signature, or the adviser's record of the call with the number and what was read out (S3-47).
 * A no alone needs neither, unless it is to a safety item: then the customer signs the notice, now or after the call.
 */
export async function recordConsent(
  tx: Tx,
  actor: Actor,
  { request, order, input, answers }: Consent,
  now: Date,
) {
  const { dealershipId } = actor
  const signed = Boolean(input.signatureStrokes || input.signatureTyped.trim())
  const byPhone = actor.kind === 'staff' && !signed
  const yes = answers.some(({ approve }) => approve)
  if (byPhone) checkCall(request, input, yes)
  const channel = byPhone ? ('phone' as const) : signingChannel(actor)
  const givenBy = input.givenBy ?? input.signerName ?? (input.signatureTyped.trim() || order.customer.name)
  if (!yes && !signed && !byPhone) {
    if (request.safety) throw new Refusal('additionalWork.notice-unsigned')
    return { approvalId: null, channel }
  }
  const documentHash = input.hash
  const signing = {
    dealershipId,
    documentKind: 'additionalWork',
    documentId: request.id,
    documentHash,
    version: request.revision,
    channel,
  }
  const signatureId = byPhone
    ? null
    : await recordSignature(
        tx,
        { ...signing, signerName: givenBy, signerRole: 'customer', strokes: strokesOf(input) },
        now,
      )
  const { id } = await tx.approval.create({
    data: {
      dealershipId,
      orderId: order.id,
      signatureId,
      channel,
      givenBy,
      callNote: input.callNote ?? '',
      calledNumber: byPhone ? (input.calledNumber ?? '') : '',
      readOut: byPhone ? input.readOut.join(',') : '',
      documentHash,
      at: now,
      recordedById: actor.kind === 'staff' ? actor.id : null,
    },
    select: { id: true },
  })
  return { approvalId: id, channel }
}

/** A record of a call that proves something: note, number and, for a yes, what was read out. */
function checkCall({ newPromisedAt }: Consent['request'], input: Consent['input'], yes: boolean): void {
  if (!input.callNote) throw new Refusal('additionalWork.call-note-missing')
  if (!yes) return
  if (!input.calledNumber) throw new Refusal('additionalWork.number-missing')
  const missing = missingReadOut(input.readOut, newPromisedAt !== null)
  if (missing.length) throw new Refusal('additionalWork.read-out-missing', { points: missing.join(',') })
}
