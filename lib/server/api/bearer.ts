import 'server-only'
import type { IntegrationActor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { addressOf } from '../address'
import { database } from '../db'
import type { Context } from '../doors'
import { sha256 } from '../hash'
import { checkFailures, countFailure } from '../rate-limit'
import { shownKey } from './shown-key'

export const REQUESTS_PER_MINUTE = 600

export type ApiContext = Context & { actor: IntegrationActor }
export type Allowance = { limit: number; remaining: number; resetSeconds: number }

/**
 * The integration behind a bearer key, and what is left of its minute.
 * Refuses with `auth.signed-out` for a missing, unknown or revoked key, and with `auth.too-many-requests` past the limit of a
 * key, or of an address that shows unknown keys.
 */
export async function bearerContext(
  sent: Pick<Headers, 'get'>,
  now: Date,
  perMinute = REQUESTS_PER_MINUTE,
): Promise<{ context: ApiContext; allowance: Allowance }> {
  const key = /^Bearer ([\w-]{20,200})$/i.exec(sent.get('authorization') ?? '')?.[1]
  if (!key) throw new Refusal('auth.signed-out')
  const caller = `api:${addressOf(sent)}`
  await checkFailures(caller)
  const found = await shownKey(sha256(key))
  if (!found) {
    await countFailure(caller)
    throw new Refusal('auth.signed-out')
  }
  const { id, dealershipId, name, scopes, used, resetMs } = found
  const resetSeconds = Math.max(1, Math.ceil(resetMs / 1000))
  if (used > perMinute) throw new Refusal('auth.too-many-requests', { seconds: resetSeconds })
  const actor: IntegrationActor = {
    kind: 'integration',
    id,
    dealershipId,
    name,
    scopes,
    locale: 'zh-CN',
  }
  return {
    context: { db: database(), now, actor },
    allowance: { limit: perMinute, remaining: perMinute - used, resetSeconds },
  }
}
