import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { enqueue, hasLostSecrets, type Telling } from '@/lib/server/outbox'

/**
 * Puts a message that failed back into the queue, by all ways that are open now; copies of it are not
 * repeated. Refuses with `message.not-failed`, and
 * with `message.secrets-gone` once its code or link was taken out of the table.
 */
export const sendMessageAgain = command(
  'message.sendAgain',
  z.object({ id }),
  async ({ tx, actor: { dealershipId } }, { id: messageId }) => {
    const where = { dealershipId_id: { dealershipId, id: messageId } }
    const message = await tx.outboxMessage.findUnique({
      where,
      select: {
        status: true,
        facts: true,
        visitId: true,
        template: true,
        messageDeliveries: { select: { channelId: true, status: true, channel: { select: { kind: true } } } },
      },
    })
    if (!message) throw new Refusal('common.not-found')
    if (message.status !== 'failed') throw new Refusal('message.not-failed')
    if (hasLostSecrets(message.facts as Telling['facts'])) throw new Refusal('message.secrets-gone')
    const { count } = await tx.outboxMessage.updateMany({
      where: { dealershipId, id: messageId, status: 'failed' },
      data: { status: 'queued', error: null },
    })
    if (!count) throw new Refusal('message.not-failed')
    const failed = message.messageDeliveries.filter(({ status }) => status === 'failed')
    const own = failed.filter(({ channel }) => channel.kind !== 'webhook')
    await tx.messageDelivery.updateMany({
      where: {
        dealershipId,
        messageId,
        channelId: { in: (own.length ? own : failed).map(({ channelId }) => channelId) },
      },
      data: { status: 'waiting', attempts: 0, endedAt: null },
    })
    await enqueue(tx, 'deliver-message', { dealershipId, messageId }, { key: `message:${messageId}` })
    return {
      result: { id: messageId },
      subject: { type: 'message', id: messageId },
      visitId: message.visitId,
      facts: { template: message.template },
    }
  },
  { turns: false },
)
