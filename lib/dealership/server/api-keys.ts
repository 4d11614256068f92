import 'server-only'
import * as z from 'zod'
import { SCOPES } from '@/lib/auth/scopes'
import { id, requiredText } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { forgetKey } from '@/lib/server/api/shown-key'
import { command, query, type Context } from '@/lib/server/doors'
import { newToken, sha256 } from '@/lib/server/hash'

const Wanted = z.object({
  name: requiredText(60),
  scopes: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.enum(SCOPES)).min(1, 'choose'),
  ),
})

/** Makes an API key and answers it this one time; only its hash is kept (R38). */
export async function makeApiKey(context: Context, raw: unknown): Promise<{ id: string; key: string }> {
  const key = `babu_${newToken()}`
  const { db, actor, now } = context
  const made = await keepApiKey({ db, actor, now }, { ...(raw as object), keyHash: sha256(key) })
  return { ...made, key }
}

const keepApiKey = command(
  'apiKey.make',
  Wanted.extend({ keyHash: z.string().length(64) }),
  async ({ tx, actor: { dealershipId }, now }, { name, scopes, keyHash }) => {
    const { id: keyId } = await tx.apiKey.create({
      data: { dealershipId, name, scopes, keyHash, createdAt: now },
      select: { id: true },
    })
    return {
      result: { id: keyId },
      subject: { type: 'apiKey', id: keyId },
      facts: { name, scopes: scopes.join(',') },
    }
  },
)

/** Ends an API key: the next call with it is refused, at another process after three seconds at the latest (SEC-03). */
export const revokeApiKey = command(
  'apiKey.revoke',
  z.object({ id }),
  async ({ tx, actor: { dealershipId }, now }, { id: keyId }) => {
    const where = { dealershipId_id: { dealershipId, id: keyId } }
    const key = await tx.apiKey.findUnique({ where, select: { name: true, keyHash: true, revokedAt: true } })
    if (!key) throw new Refusal('common.not-found')
    await tx.apiKey.update({ where, data: { revokedAt: key.revokedAt ?? now }, select: { id: true } })
    forgetKey(key.keyHash)
    return { result: { id: keyId }, subject: { type: 'apiKey', id: keyId }, facts: { name: key.name } }
  },
)

/** The keys of this dealership, those in use first; never the key itself. */
export const apiKeys = query('apiKey.manage', z.object({}), ({ tx, actor: { dealershipId } }) =>
  tx.apiKey.findMany({
    where: { dealershipId },
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    select: { id: true, name: true, scopes: true, createdAt: true, lastUsedAt: true, revokedAt: true },
  }),
)
