import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { apiKeys, makeApiKey, revokeApiKey } from '@/lib/dealership/server/api-keys'
import { bearerContext } from '@/lib/server/api/bearer'
import { newToken, sha256 } from '@/lib/server/hash'
import { aDealership, db } from '../../support/given'

const shown = (key: string, from = '') =>
  new Headers({ authorization: `Bearer ${key}`, 'x-forwarded-for': from })
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
  const call = () => bearerContext(shown(key), here.now)
  expect((await call()).context.actor).toMatchObject({ kind: 'integration', scopes: wanted.scopes })
  await revokeApiKey(here.as('administrator'), { id })
  await expect(call()).rejects.toMatchObject({ code: 'auth.signed-out' })
  expect(await apiKeys(here.as('administrator'), {})).toMatchObject([{ id, revokedAt: here.now }])
})

test('R30 a key is counted also when it is answered from memory, and the count reaches the other processes', async () => {
  const here = await aDealership()
  const { id, key } = await makeApiKey(here.as('administrator'), wanted)
  const left = async () => (await bearerContext(shown(key), here.now, 4)).allowance.remaining
  const counted = async () =>
    (await db().$queryRaw<{ points: number }[]>`SELECT points FROM "RateLimit" WHERE key = ${`api:${id}`}`)[0]
      ?.points
  expect([await left(), await left(), await left()]).toEqual([3, 2, 1])
  expect(await counted()).toBe(1)
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_001)
  expect(await left()).toBe(0)
  expect(await counted()).toBe(4)
  await expect(left()).rejects.toMatchObject({ code: 'auth.too-many-requests' })
  // Another process has revoked it: this one asks after three seconds.
  await here.inside((tx) => tx.apiKey.updateMany({ data: { revokedAt: here.now } }))
  vi.mocked(performance.now).mockReturnValue(performance.now() + 3_001)
  await expect(left()).rejects.toMatchObject({ code: 'auth.signed-out' })
  vi.restoreAllMocks()
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

test('R30 unknown keys leave no row, and an address that shows sixty of them a minute waits, also with a right key', async () => {
  const here = await aDealership()
  const { key } = await makeApiKey(here.as('administrator'), wanted)
  const address = randomUUID()
  const knock = (secret: string, from = address) =>
    bearerContext(shown(secret, from), here.now).then(
      () => 'in',
      ({ code }) => code,
    )
  const rows = () => db().$queryRaw`SELECT count(*)::int AS count FROM "RateLimit"`
  const before = await rows()
  expect(await Promise.all(Array.from({ length: 60 }, () => knock(newToken())))).toEqual(
    Array.from({ length: 60 }, () => 'auth.signed-out'),
  )
  expect(await rows()).toEqual(before)
  expect([await knock(newToken()), await knock(key)]).toEqual([
    'auth.too-many-requests',
    'auth.too-many-requests',
  ])
  expect(await knock(key, randomUUID())).toBe('in')
})
