import 'server-only'
import type { IntegrationActor } from '@/lib/auth/actor'
import type { Scope } from '@/lib/auth/scopes'
import { Refusal } from '@/lib/core/refusal'
import { hoursAfter } from '@/lib/core/time'
import { addressOf } from '../address'
import { database } from '../db'
import type { Context } from '../doors'
import { sha256 } from '../hash'
import { checkFailures, countFailure, limit } from '../rate-limit'

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
  const keyHash = sha256(key)
  const db = database()
  const found = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.shown_hash', ${keyHash}, true)`
    const row = await tx.apiKey.findUnique({ where: { keyHash } })
    if (!row || row.revokedAt) return null
    if (!row.lastUsedAt || hoursAfter(row.lastUsedAt, 1) < now) {
      await tx.$queryRaw`SELECT set_config('app.dealership_id', ${row.dealershipId}, true)`
      await tx.apiKey.updateMany({
        where: { dealershipId: row.dealershipId, id: row.id },
        data: { lastUsedAt: now },
      })
    }
    return row
  })
  if (!found) {
    await countFailure(caller)
    throw new Refusal('auth.signed-out')
  }
  const { remaining, resetSeconds } = await limit('api', keyHash, perMinute, 60)
  const { id, dealershipId, name, scopes } = found
  const actor: IntegrationActor = {
    kind: 'integration',
    id,
    dealershipId,
    name,
    scopes: scopes as Scope[],
    locale: 'zh-CN',
  }
  return { context: { db, now, actor }, allowance: { limit: perMinute, remaining, resetSeconds } }
}
