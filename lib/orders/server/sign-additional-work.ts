import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { strokesOf } from '@/lib/reception/signature'
import { recordSignature } from '@/lib/reception/server/sign-document'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { SignAdditionalWork } from '../schemas'
import { additionalWorkOf } from './order-of'
import { moveAdditionalWork } from './order-status'
import { signingChannel } from './sign-order'

/**
 * The customer signs what was agreed by telephone, or the notice of a declined safety item, at collection or by the link (S3-47). Refuses with
 * `common.changed-meanwhile`, `status.not-from-here` or `signature.empty`.
 */
export const signAdditionalWork = command(
  'additionalWork.sign',
  SignAdditionalWork,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const { request, order } = await additionalWorkOf(tx, actor, input.additionalWorkId)
    if (request.contentHash !== input.hash) throw new Refusal('common.changed-meanwhile')
    if (request.status === 'declined') await checkNoticeOpen(tx, request)
    await moveAdditionalWork(tx, request, 'sign')
    const channel = signingChannel(actor)
    const signerName = input.signerName ?? (input.signatureTyped.trim() || order.customer.name)
    const signing = {
      documentKind: 'additionalWork',
      documentId: request.id,
      documentHash: input.hash,
      version: request.revision,
    }
    const strokes = strokesOf(input)
    const signatureId = await recordSignature(
      tx,
      { dealershipId, ...signing, signerName, signerRole: 'customer', channel, strokes },
      now,
    )
    await tx.approval.create({
      data: {
        dealershipId,
        orderId: order.id,
        signatureId,
        channel,
        givenBy: signerName,
        documentHash: input.hash,
        at: now,
        recordedById: actor.kind === 'staff' ? actor.id : null,
      },
      select: { id: true },
    })
    return {
      result: { additionalWorkId: request.id },
      subject: { type: 'additionalWork', id: request.id },
      visitId: order.visitId,
      facts: { no: order.no, revision: request.revision, signedBy: signerName, channel },
    }
  },
)

/** Only the notice of a declined safety item is signed, and once. */
async function checkNoticeOpen(
  tx: Tx,
  request: { safety: boolean; orderId: string; contentHash: string | null },
) {
  const signed = await tx.approval.count({
    where: { orderId: request.orderId, documentHash: request.contentHash ?? '', signatureId: { not: null } },
  })
  if (!request.safety || signed > 0)
    throw new Refusal('status.not-from-here', { from: 'declined', action: 'sign' })
}
