import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { phoneFor } from '@/lib/customers/mask'
import { query } from '@/lib/server/doors'
import { isDemo } from '@/lib/server/env'
import { hasLostSecrets, withoutSecrets, type Telling } from '@/lib/server/outbox'

const MessagesSent = z.object({
  /** The last digits of a telephone number. */
  tail: f.text(20).default(''),
  /** The last message of the page before. */
  before: f.optional(f.id),
  most: z.coerce.number().int().min(1).max(100).default(40),
})

/**
 * The messages to customers, newest first, for the page that shows them as the customer would see them; codes and links
 * only in the demo (R39).
 */
export const messagesSent = query(
  'message.list',
  MessagesSent,
  async ({ tx, actor }, { tail, before, most }) => {
    const last = before
      ? await tx.outboxMessage.findUnique({
          where: { dealershipId_id: { dealershipId: actor.dealershipId, id: before } },
          select: { id: true, createdAt: true },
        })
      : null
    const digits = tail.replace(/\D/g, '')
    const rows = await tx.outboxMessage.findMany({
      where: {
        dealershipId: actor.dealershipId,
        ...(digits ? { recipient: { endsWith: digits } } : {}),
        ...(last && {
          OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }],
        }),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
      include: {
        customer: { select: { name: true } },
        messageDeliveries: {
          where: { status: 'sent' },
          orderBy: { endedAt: 'asc' },
          select: { channel: { select: { kind: true } } },
        },
      },
    })
    return rows.map(({ customer, messageDeliveries, ...row }) => {
      const { id, recipient, channel, template, locale, status, createdAt, sentAt, error } = row
      const facts = row.facts as Telling['facts']
      return {
        id, recipient: phoneFor(actor, recipient), channel, template, locale, status, createdAt, sentAt, error,
        facts: isDemo() ? facts : withoutSecrets(facts),
        customerName: customer?.name ?? null,
        /** The providers that took it; none while this page is the delivery. */
        via: messageDeliveries.map((one) => one.channel.kind),
        mayGoAgain: status === 'failed' && !hasLostSecrets(facts),
      } // prettier-ignore
    })
  },
)
