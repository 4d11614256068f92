import 'server-only'
import type { Locale } from '@/lib/core/locale'
import type { Tx } from './db'
import { flush, later, laterJob } from './later'

/** Templates of messages to people; wording in lib/i18n/<locale>/messages.ts, one function of facts each. */
export type Telling = {
  dealershipId: string
  template: string
  /** Telephone number or address; never written to logs or events. */
  recipient: string
  locale: Locale | string
  facts: Record<string, string | number | boolean | null>
  at: Date
  customerId?: string | null
  visitId?: string | null
  appointmentId?: string | null
  channel?: 'sms' | 'wechat'
  /** One message for one cause: a second telling with the same key is dropped. */
  dedupeKey?: string
  /** Earliest time at which it may leave. */
  notBefore?: Date
}

/** Puts a message into the outbox in the caller's transaction; the worker delivers it after commit, once. */
export async function tell(tx: Tx, telling: Telling): Promise<void> {
  const { dealershipId, dedupeKey, notBefore, at, channel = 'sms', ...rest } = telling
  if (dedupeKey) {
    const told = await tx.outboxMessage.findUnique({
      where: { dealershipId_dedupeKey: { dealershipId, dedupeKey } },
      select: { id: true },
    })
    if (told) return
  }
  const id = await later(tx, 'OutboxMessage', [{ dealershipId, dedupeKey, channel, createdAt: at, ...rest }])
  await enqueue(
    tx,
    'deliver-message',
    { dealershipId, messageId: id },
    { key: `message:${id}`, runAt: notBefore },
  )
  // Whoever tells the same again in this transaction finds it.
  if (dedupeKey) await flush(tx)
}

const SECRETS = ['code', 'link'] as const
const GONE = '···'

/** The facts of a message without what opens something for whoever reads it: codes and links (R39). */
export const withoutSecrets = (facts: Telling['facts']): Telling['facts'] => ({
  ...facts,
  ...Object.fromEntries(SECRETS.filter((name) => facts[name]).map((name) => [name, GONE])),
})

/** Whether a code or link of the message was taken out of it. */
export const hasLostSecrets = (facts: Telling['facts']): boolean =>
  SECRETS.some((name) => facts[name] === GONE)

/** Adds a job in the caller's transaction: it runs if and only if the transaction commits. */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: Record<string, string | number>,
  { key, runAt }: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await laterJob(tx, { task, payload, key, runAt })
}
