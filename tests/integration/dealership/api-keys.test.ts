import { expect, test } from 'vitest'
import { apiKeys, makeApiKey, revokeApiKey } from '@/lib/dealership/server/api-keys'
import { bearerContext } from '@/lib/server/api/bearer'
import { sha256 } from '@/lib/server/hash'
import { aDealership } from '../../support/given'

const wanted = { name: 'Website', scopes: ['slots:read', 'appointments:write'] }

test('X-SEC-02 a key is shown once and only its hash is kept, also when a form is posted twice', async () => {
  const here = await aDealership()
  const { id, key } = await makeApiKey(here.as('administrator', { idempotencyKey: 'form-12345' }), wanted)
  expect(key).toMatch(/^babu_[\w-]{43}$/)
  const rows = await here.inside((tx) => tx.apiKey.findMany())
  expect(rows).toMatchObject([{ id, keyHash: sha256(key), scopes: wanted.scopes }])
  const kept = await here.inside(async (tx) => [
    await tx.event.findMany({ select: { name: true, facts: true } }),
    await tx.idempotencyKey.findMany(),
    rows,
  ])
  expect(JSON.stringify(kept)).not.toContain(key)
  expect(JSON.stringify(await apiKeys(here.as('administrator'), {}))).not.toContain(sha256(key))
})

test('a revoked key is refused at the next call; another dealership cannot revoke it', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const { id, key } = await makeApiKey(here.as('administrator'), wanted)
  await expect(revokeApiKey(there.as('administrator'), { id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const call = () => bearerContext(`Bearer ${key}`, here.now)
  expect((await call()).context.actor).toMatchObject({ kind: 'integration', scopes: wanted.scopes })
  await revokeApiKey(here.as('administrator'), { id })
  await expect(call()).rejects.toMatchObject({ code: 'auth.signed-out' })
  expect(await apiKeys(here.as('administrator'), {})).toMatchObject([{ id, revokedAt: here.now }])
})

test('X-SEC-10 only an administrator manages keys; a key needs a name and known scopes', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const forbidden = { code: 'auth.forbidden' }
  await expect(makeApiKey(manager, wanted)).rejects.toMatchObject(forbidden)
  await expect(apiKeys(manager, {})).rejects.toMatchObject(forbidden)
  await expect(revokeApiKey(manager, { id: here.dealershipId })).rejects.toMatchObject(forbidden)
  const admin = here.as('administrator')
  await expect(makeApiKey(admin, { name: '', scopes: ['slots:read'] })).rejects.toThrow('required')
  await expect(makeApiKey(admin, { name: 'x' })).rejects.toThrow('choose')
  await expect(makeApiKey(admin, { name: 'x', scopes: ['everything'] })).rejects.toThrow()
})
