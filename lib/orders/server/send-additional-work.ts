import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { minutesAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { documentHash } from '@/lib/server/hash'
import { createLink } from '@/lib/server/links'
import { enqueue, tell } from '@/lib/server/outbox'
import { additionalWorkContent } from '../additional-work-content'
import { AdditionalWorkId } from '../schemas'
import { additionalWorkOf } from './order-of'
import { moveAdditionalWork } from './order-status'

/**
 * Sends the priced request to the customer by link (S3-46); after the set minutes without an answer it expires and the adviser
 * calls. Refuses with `additionalWork.no-lines` or `status.not-from-here`.
 */
export const sendAdditionalWork = command(
  'additionalWork.send',
  AdditionalWorkId,
  async ({ tx, actor, now }, { additionalWorkId }) => {
    const { dealershipId } = actor
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    const settings = await settingsOf(tx)
    const content = additionalWorkContent(order.no, request, settings['tax.rateBp'])
    const contentHash = documentHash(content)
    const expiresAt = minutesAfter(now, settings['order.approvalMinutes'])
    await moveAdditionalWork(tx, request, 'send', { sentAt: now, expiresAt, contentHash })
    if (!content.lines.length) throw new Refusal('additionalWork.no-lines')
    const { customer, vehicle, visitId } = order
    const token = await createLink(tx, { dealershipId, customerId: customer.id, visitId }, now)
    const { totalFen } = content.totals
    await tell(tx, {
      dealershipId,
      template: 'additionalWork.toAnswer',
      recipient: customer.phone,
      locale: order.customerLocale,
      facts: { no: order.no, plate: vehicle.plate, what: request.what, totalFen, link: `/v/${token}` },
      at: now,
      customerId: customer.id,
      visitId,
    })
    await enqueue(
      tx,
      'expire-additional-work',
      { dealershipId, additionalWorkId },
      { key: `expire:${additionalWorkId}`, runAt: expiresAt },
    )
    return {
      result: { additionalWorkId, hash: contentHash, expiresAt },
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId,
      facts: { no: order.no, revision: request.revision, totalFen, expiresAt: expiresAt.toISOString() },
    }
  },
)
