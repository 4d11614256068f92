import 'server-only'
import { createHmac } from 'node:crypto'
import { post } from '@/lib/server/outgoing'
import type { ChannelConfigs } from '../../message-channel'
import { never, sent, type Outcome } from '../../message-outcome'
import { fromNoAnswer, fromStatus, type Letter } from './letter'

const keyOf = (secret: string) =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8')

/** `v1,` and the HMAC-SHA256 of id, time and body in base64, as standardwebhooks.com has it. */
export const signWebhook = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`

/** Posts the message as JSON to the dealership's own service; any 2xx means that it is taken. */
export async function sendWebhook(
  { url }: ChannelConfigs['webhook'],
  secret: string,
  letter: Letter,
): Promise<Outcome> {
  const { id, template, locale, to, subject, text, facts, createdAt, now, timeoutMs } = letter
  const body = JSON.stringify({
    type: 'message',
    id,
    template,
    locale,
    to,
    subject,
    text,
    facts,
    createdAt: createdAt.toISOString(),
  })
  const seconds = Math.floor(now.getTime() / 1000)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Babu',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signWebhook(secret, id, seconds, body),
  }
  try {
    const { status, retryAfterSeconds } = await post(url, headers, body, timeoutMs)
    if (status >= 200 && status < 300) return sent(id)
    return status >= 300 && status < 400 ? never('refused', status) : fromStatus(status, retryAfterSeconds)
  } catch (error) {
    return fromNoAnswer(error)
  }
}
