import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { minutesAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { documentHash } from '@/lib/server/hash'
import { additionalWorkContent } from '../additional-work-content'
import { AdditionalWorkId } from '../schemas'
import { additionalWorkOf } from './order-of'
import { moveAdditionalWork } from './order-status'
import { tellParties } from './tell-customer'

/**
 * Sends the priced request with what, why, what if not and how (X-COM-10, X-COM-11) by link to the customer and, where they are others, to owner and payer (S3-46); after the set minutes without an answer it expires and the adviser
 * calls. Refuses with `additionalWork.no-lines` or `status.not-from-here`.
 */
export const sendAdditionalWork = command(
  'additionalWork.send',
  AdditionalWorkId,
  async ({ tx, actor, now }, { additionalWorkId }) => {
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    const settings = await settingsOf(tx)
    const content = additionalWorkContent(order.no, request, settings['tax.rateBp'])
    const contentHash = documentHash(content)
    const expiresAt = minutesAfter(now, settings['order.approvalMinutes'])
    await moveAdditionalWork(tx, request, 'send', {
      sentAt: now,
      expiresAt,
      contentHash,
      content: JSON.parse(JSON.stringify(content)),
      remindedAt: null,
    })
    if (!content.lines.length) throw new Refusal('additionalWork.no-lines')
    const { visitId } = order
    const { totalFen } = content.totals
    const { what, why, whatIfNot, how } = request
    const told = { what, why, whatIfNot, how, totalFen }
    await tellParties(tx, order, 'additional-work-to-answer', told, now)
    return {
      result: { additionalWorkId, hash: contentHash, expiresAt },
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId,
      facts: { no: order.no, revision: request.revision, totalFen, expiresAt: expiresAt.toISOString() },
    }
  },
)
