import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hoursAfter, secondsAfter } from '@/lib/core/time'
import { aDealership } from '../../support/given'
import { aService, type Heard, type Said } from '../../support/http-service'
import { allowThisMachine, aMessage, connect, deliver, fate, HASTY_MS, SECRET } from './support'

allowThisMachine()

const FOLLOWER = 'oA-follower'
const errcode = (code: number): Said => ({ json: { errcode: code, errmsg: '-' } })

let next: Said
/** Tokens that the provider knows, the good one last; a forced one ends the others. */
let tokens: string[]
/** Messages by their client_msg_id: the provider takes each once. */
const taken = new Map<string, number>()

function answer({ path, query, body }: Heard): Said {
  const asked = JSON.parse(body)
  if (path === '/cgi-bin/stable_token') {
    if (asked.appid !== 'wx-of-the-tests') return errcode(40013)
    if (asked.secret !== SECRET) return errcode(40125)
    if (asked.force_refresh || !tokens.length) tokens = [`token-${Math.random()}`]
    return { json: { access_token: tokens.at(-1), expires_in: 7200 } }
  }
  if (path !== '/cgi-bin/message/template/send') return { status: 404 }
  const token = query.get('access_token') ?? ''
  if (!tokens.includes(token)) return errcode(token.startsWith('token-') ? 42001 : 40001)
  if (next === 'hang' || next.status || (next.json as { errcode: number }).errcode) return next
  if (asked.template_id !== 'wx-ready') return errcode(40037)
  if (asked.touser !== FOLLOWER) return errcode(40003)
  if (!/^\w{1,32}$/.test(asked.client_msg_id)) return errcode(47001)
  const msgid = taken.get(asked.client_msg_id) ?? 200163836 + taken.size
  taken.set(asked.client_msg_id, msgid)
  return { json: { errcode: 0, errmsg: 'ok', msgid } }
}

let wechat: Awaited<ReturnType<typeof aService>>
beforeAll(async () => {
  wechat = await aService(answer)
})
afterAll(() => wechat.stop())
beforeEach(() => {
  next = errcode(0)
  tokens = []
  taken.clear()
  wechat.heard.length = 0
})

const paths = () => wechat.heard.map(({ path }) => path.replace('/cgi-bin/', ''))
const PREFERS = { wechatOpenId: FOLLOWER, preferredChannel: 'wechat' } as const
const aHouse = async (over: Record<string, string> = {}) => {
  const here = await aDealership()
  await connect(here, 'wechatTemplate', {
    appId: 'wx-of-the-tests',
    endpoint: wechat.address,
    'templates.car-ready.id': 'wx-ready',
    'templates.car-ready.parameters': 'car_number1=plate, thing2=dealership',
    ...over,
  })
  return here
}

test('X-COM-03 a template message leaves once; the token is kept, sealed, until it ends', async () => {
  const here = await aHouse()
  const [one, two] = [await aMessage(here, { reach: PREFERS }), await aMessage(here, { reach: PREFERS })]
  for (const id of [one, one, two]) await deliver(here, id)
  expect(paths()).toEqual(['stable_token', 'message/template/send', 'message/template/send'])
  expect(JSON.parse(wechat.heard[1]!.body)).toEqual({
    touser: FOLLOWER,
    template_id: 'wx-ready',
    url: 'http://127.0.0.1:3000/v/a-token',
    client_msg_id: one.replaceAll('-', ''),
    data: { car_number1: { value: '沪A12345' }, thing2: { value: '测试店' } },
  })
  expect(await fate(here, two)).toMatchObject({
    status: 'sent',
    deliveries: [{ kind: 'wechatTemplate', providerId: '200163837' }],
  })
  const row = await here.inside((tx) => tx.messageChannel.findFirstOrThrow())
  expect(JSON.stringify(row)).not.toContain(tokens[0])
  const later = await aMessage(here, { reach: PREFERS })
  await deliver(here, later, hoursAfter(here.now, 3))
  expect(paths().slice(3)).toEqual(['stable_token', 'message/template/send'])
})

test.each([40001, 42001])('a token that ended early (%i) is fetched anew once', async (code) => {
  const here = await aHouse()
  await deliver(here, await aMessage(here, { reach: PREFERS }))
  wechat.heard.length = 0
  tokens = [code === 40001 ? 'other' : 'token-other']
  const id = await aMessage(here, { reach: PREFERS })
  await deliver(here, id)
  expect(paths()).toEqual(['message/template/send', 'stable_token', 'message/template/send'])
  expect(JSON.parse(wechat.heard[1]!.body)).toMatchObject({ force_refresh: true })
  expect((await fate(here, id)).status).toBe('sent')
  next = errcode(code)
  const refused = await aMessage(here, { reach: PREFERS })
  wechat.heard.length = 0
  await deliver(here, refused)
  expect(paths()).toEqual(['message/template/send', 'stable_token', 'message/template/send'])
  expect(await fate(here, refused)).toMatchObject({ status: 'failed', error: 'bad-credentials' })
})

test.each([
  ['45009', errcode(45009), 'rate-limited'],
  ['45011', errcode(45011), 'rate-limited'],
  ['-1', errcode(-1), 'provider-fault'],
  ['500', { status: 500 } as Said, 'provider-fault'],
  ['', 'hang' as Said, 'timed-out'],
])('%j is tried again and then leaves once', async (detail, said, code) => {
  const here = await aHouse()
  const id = await aMessage(here, { reach: PREFERS })
  next = said
  await deliver(here, id, here.now, said === 'hang' ? { timeoutMs: HASTY_MS } : {})
  expect(await fate(here, id)).toMatchObject({
    status: 'queued',
    error: code,
    deliveries: [{ status: 'waiting', detail }],
  })
  next = errcode(0)
  await deliver(here, id, secondsAfter(here.now, 3700))
  expect(await fate(here, id)).toMatchObject({ status: 'sent', attempts: 2 })
  expect([...taken.keys()]).toEqual([id.replaceAll('-', '')])
})

test.each([
  [43004, 'recipient-refuses'],
  [40003, 'bad-recipient'],
  [40037, 'bad-template'],
  [47003, 'bad-template'],
  [48001, 'not-permitted'],
  [99999, 'refused'],
])('%i is never tried again: %s', async (code, reason) => {
  const here = await aHouse()
  const id = await aMessage(here, { reach: PREFERS })
  next = errcode(code)
  await deliver(here, id)
  expect(await fate(here, id)).toMatchObject({
    status: 'failed',
    error: reason,
    deliveries: [{ status: 'failed', detail: String(code) }],
  })
})

test('a wrong account or secret fails before anything is sent', async () => {
  for (const [over, detail] of [
    [{ appId: 'wx-other' }, '40013'],
    [{ secret: 'another-secret' }, '40125'],
  ] as const) {
    const here = await aHouse(over)
    const id = await aMessage(here, { reach: PREFERS })
    await deliver(here, id)
    expect((await fate(here, id)).deliveries).toMatchObject([{ code: 'bad-credentials', detail }])
  }
  expect(new Set(paths())).toEqual(new Set(['stable_token']))
})
