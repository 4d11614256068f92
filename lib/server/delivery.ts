import 'server-only'
import * as z from 'zod'
import { asTenant, database } from './db'
import { isDemo } from './env'
import { withoutSecrets, type Telling } from './outbox'

const Payload = z.object({ dealershipId: z.uuid(), messageId: z.uuid() })

/**
 * Delivers one message of the outbox. Without a provider's contract the outbox page is the delivery: the message is
 * marked as sent and shown there. Codes and links leave the table with it, except in the demo (R39). Running twice has
 * the effect of once.
 */
export async function deliverMessage(payload: unknown): Promise<void> {
  const { dealershipId, messageId } = Payload.parse(payload)
  await asTenant(database(), dealershipId, async (tx) => {
    const message = await tx.outboxMessage.findUnique({
      where: { dealershipId_id: { dealershipId, id: messageId } },
      select: { facts: true },
    })
    if (!message) return
    const facts = message.facts as Telling['facts']
    await tx.outboxMessage.updateMany({
      where: { dealershipId, id: messageId, status: 'queued' },
      data: {
        status: 'sent',
        sentAt: new Date(),
        attempts: { increment: 1 },
        facts: isDemo() ? facts : withoutSecrets(facts),
      },
    })
  })
}
