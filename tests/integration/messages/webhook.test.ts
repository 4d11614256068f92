import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { secondsAfter } from '@/lib/core/time'
import { env } from '@/lib/server/env'
import { aDealership } from '../../support/given'
import { aService, type Heard, type Said } from '../../support/http-service'
import { allowThisMachine, aMessage, connect, deliver, fate, HASTY_MS } from './support'

allowThisMachine()

const KEY = Buffer.from('a key of thirty-two bytes, or so').toString('base64')
let next: Said
const taken = new Set<string>()

/** A receiver as standardwebhooks.com asks for it: checks time and signature, takes each id once. */
function answer({ headers, body }: Heard): Said {
  const [id, at] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])]
  const expected = createHmac('sha256', Buffer.from(KEY, 'base64'))
    .update(`${id}.${at}.${body}`)
    .digest('base64')
  if (!/^\d{10}$/.test(at) || headers['webhook-signature'] !== `v1,${expected}`) return { status: 401 }
  if (next === 'hang' || (next.status ?? 200) >= 300) return next
  taken.add(id)
  return next
}
let hook: Awaited<ReturnType<typeof aService>>
beforeAll(async () => {
  hook = await aService(answer)
})
afterAll(() => hook.stop())
beforeEach(() => {
  next = { status: 204 }
  taken.clear()
  hook.heard.length = 0
})

const aHouse = async (over: Record<string, string> = {}) => {
  const here = await aDealership()
  await connect(here, 'webhook', { url: `${hook.address}/messages`, secret: `whsec_${KEY}`, ...over })
  return here
}

test('where nothing else can carry a message the webhook does, signed, with the link, and once', async () => {
  const here = await aHouse()
  const id = await aMessage(here)
  await deliver(here, id)
  await deliver(here, id)
  expect(hook.heard).toHaveLength(1)
  expect(JSON.parse(hook.heard[0]!.body)).toMatchObject({
    type: 'message',
    id,
    template: 'car-ready',
    locale: 'zh-CN',
    to: '13800138000',
    subject: expect.stringContaining('可以取车'),
    text: expect.stringContaining('http://127.0.0.1:3000/v/a-token'),
    facts: { plate: '沪A12345', link: 'http://127.0.0.1:3000/v/a-token' },
  })
  expect(await fate(here, id)).toMatchObject({
    status: 'sent',
    deliveries: [{ kind: 'webhook', providerId: id }],
  })
})

test.each([
  ['429', { status: 429, headers: { 'retry-after': '120' } } as Said, 'rate-limited'],
  ['503', { status: 503 } as Said, 'provider-fault'],
  ['', 'hang' as Said, 'timed-out'],
])('%j is tried again and then taken once', async (detail, said, code) => {
  const here = await aHouse()
  const id = await aMessage(here)
  next = said
  await deliver(here, id, here.now, said === 'hang' ? { timeoutMs: HASTY_MS } : {})
  expect(await fate(here, id)).toMatchObject({ status: 'queued', error: code, deliveries: [{ detail }] })
  next = { status: 200 }
  await deliver(here, id, secondsAfter(here.now, 200))
  expect((await fate(here, id)).status).toBe('sent')
  expect([...taken]).toEqual([id])
})

test('a wrong key, a redirect and a refusal are never tried again, and a redirect is not followed', async () => {
  const reasons = []
  for (const [over, said] of [
    [{ secret: 'whsec_d3Jvbmc=' }, { status: 200 }],
    [{}, { status: 302, headers: { location: `${hook.address}/elsewhere` } }],
    [{}, { status: 422 }],
  ] as [Record<string, string>, Said][]) {
    const here = await aHouse(over)
    const id = await aMessage(here)
    next = said
    await deliver(here, id)
    const [delivery] = (await fate(here, id)).deliveries
    reasons.push([delivery?.status, delivery?.code, delivery?.detail])
  }
  expect(reasons).toEqual([
    ['failed', 'bad-credentials', '401'],
    ['failed', 'refused', '302'],
    ['failed', 'refused', '422'],
  ])
  expect(new Set(hook.heard.map(({ path }) => path))).toEqual(new Set(['/messages']))
})

test('R14 a private address, or a name that leads to one, is reached only where the installation allows it', async () => {
  const literal = await aHouse()
  const named = await aHouse({ url: `http://localhost:${hook.port}/messages` })
  const ids = [await aMessage(literal), await aMessage(named)] as const
  env().MESSAGES_PRIVATE_NETWORK = ''
  await deliver(literal, ids[0])
  await deliver(named, ids[1])
  env().MESSAGES_PRIVATE_NETWORK = '1'
  expect(hook.heard).toEqual([])
  expect((await fate(literal, ids[0])).error).toBe('address-forbidden')
  expect((await fate(named, ids[1])).error).toBe('address-forbidden')
})
