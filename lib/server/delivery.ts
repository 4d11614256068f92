import 'server-only'
import * as z from 'zod'
import { asTenant, database } from './db'

const Payload = z.object({ dealershipId: z.uuid(), messageId: z.uuid() })

/**
 * Delivers one message of the outbox. Without a provider's contract the outbox page is the delivery: the message is
 * marked as sent and shown there. Running twice has the effect of once.
 */
export async function deliverMessage(payload: unknown): Promise<void> {
  const { dealershipId, messageId } = Payload.parse(payload)
  await asTenant(database(), dealershipId, (tx) =>
    tx.outboxMessage.updateMany({
      where: { dealershipId, id: messageId, status: 'queued' },
      data: { status: 'sent', sentAt: new Date(), attempts: { increment: 1 } },
    }),
  )
}
