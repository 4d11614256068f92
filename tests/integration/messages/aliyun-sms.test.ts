import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { secondsAfter } from '@/lib/core/time'
import { signAcs3 } from '@/lib/dealership/server/messages/aliyun-sms'
import { aDealership, NOW } from '../../support/given'
import { aService, type Heard, type Said } from '../../support/http-service'
import { allowThisMachine, aMessage, connect, deliver, fate, HASTY_MS, SECRET } from './support'

allowThisMachine()

const KEY_ID = 'LTAI-of-the-tests'
const hex = (text: string) => createHash('sha256').update(text).digest('hex')

/** The signature of a request as the provider computes it from what arrived: its document "V3 request structure and signature". */
function signatureOf({ method, path, rawQuery, headers, body }: Heard, signed: string[], key: string) {
  const query = rawQuery.split('&').sort().join('&')
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('')
  const request = [method, path, query, lines, signed.join(';'), hex(body)].join('\n')
  return createHmac('sha256', key)
    .update(`ACS3-HMAC-SHA256\n${hex(request)}`)
    .digest('hex')
}

/** What the provider refuses before it looks at the message. */
function gate(heard: Heard): Said | undefined {
  const [, id, names = '', signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=(\w+)$/.exec(
      String(heard.headers.authorization),
    ) ?? []
  const no = (status: number, Code: string): Said => ({
    status,
    json: { Code, Message: '-', RequestId: '1' },
  })
  if (id !== KEY_ID) return no(404, 'InvalidAccessKeyId.NotFound')
  const signed = names.split(';')
  const must = Object.keys(heard.headers).filter((name) => name.startsWith('x-acs-') || name === 'host')
  if (must.some((name) => !signed.includes(name))) return no(400, 'IncompleteSignature')
  if (heard.headers['x-acs-content-sha256'] !== hex(heard.body)) return no(400, 'SignatureDoesNotMatch')
  if (signature !== signatureOf(heard, signed, SECRET)) return no(400, 'SignatureDoesNotMatch')
  if (heard.headers['x-acs-version'] !== '2017-05-25') return no(404, 'InvalidVersion')
  return undefined
}

const OK: Said = { json: { Code: 'OK', Message: 'OK', BizId: '9006^0', RequestId: '1' } }
const says = (Code: string, status = 200): Said => ({ status, json: { Code, Message: '-', RequestId: '1' } })

let next: Said
const known = new Map<string, string>()
let aliyun: Awaited<ReturnType<typeof aService>>
beforeAll(async () => {
  aliyun = await aService((heard) => {
    const { query, headers } = heard
    if (headers['x-acs-action'] === 'QuerySendDetails') {
      const OutId = known.get(query.get('PhoneNumber') ?? '')
      const SmsSendDetailDTO = OutId ? [{ OutId, SendStatus: 3 }] : []
      return gate(heard) ?? { json: { Code: 'OK', TotalCount: 1, SmsSendDetailDTOs: { SmsSendDetailDTO } } }
    }
    return gate(heard) ?? (query.get('TemplateCode') === 'SMS_GONE' ? says('isv.SMS_TEMPLATE_ILLEGAL') : next)
  })
})
afterAll(() => aliyun.stop())
beforeEach(() => {
  next = OK
  known.clear()
  aliyun.heard.length = 0
})

const aHouse = async (over: Record<string, string> = {}) => {
  const here = await aDealership()
  await connect(here, 'aliyunSms', {
    accessKeyId: KEY_ID,
    signName: '八步',
    endpoint: aliyun.address,
    'templates.car-ready.id': 'SMS_1',
    'templates.car-ready.parameters': 'plate, shop=dealership, page=linkToken',
    ...over,
  })
  return here
}

test('the signature of the provider’s own worked example', () => {
  const { headers } = signAcs3({
    host: 'ecs.cn-shanghai.aliyuncs.com',
    action: 'RunInstances',
    version: '2014-05-26',
    query: {
      RegionId: 'cn-shanghai',
      ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
    },
    keyId: 'YourAccessKeyId',
    key: 'YourAccessKeySecret',
    date: '2023-10-26T10:22:32Z',
    nonce: '3156853299f313e23d1673dc12e1703d',
  })
  expect(headers.authorization).toBe(
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  )
})

test('X-COM-15 a text message leaves with the provider’s template, its parameters and our id, and once', async () => {
  const here = await aHouse()
  const id = await aMessage(here)
  await deliver(here, id)
  const sent = aliyun.heard[0]!
  expect(Object.fromEntries(sent.query)).toEqual({
    PhoneNumbers: '13800138000',
    SignName: '八步',
    TemplateCode: 'SMS_1',
    TemplateParam: JSON.stringify({ plate: '沪A12345', shop: '测试店', page: 'a-token' }),
    OutId: id,
  })
  expect(await fate(here, id)).toMatchObject({
    status: 'sent',
    error: null,
    attempts: 1,
    facts: { link: '···' },
    deliveries: [{ kind: 'aliyunSms', status: 'sent', attempts: 1, providerId: '9006^0' }],
  })
  await deliver(here, id)
  expect(aliyun.heard).toHaveLength(1)
})

test.each([
  ['isv.BUSINESS_LIMIT_CONTROL', says('isv.BUSINESS_LIMIT_CONTROL'), 'rate-limited'],
  ['Throttling.User', says('Throttling.User', 429), 'rate-limited'],
  ['429', { status: 429 } as Said, 'rate-limited'],
  ['isp.SYSTEM_ERROR', says('isp.SYSTEM_ERROR'), 'provider-fault'],
  ['500', { status: 500 } as Said, 'provider-fault'],
  ['', 'hang' as Said, 'timed-out'],
])('%j is tried again and then leaves', async (detail, answer, code) => {
  const here = await aHouse()
  const id = await aMessage(here)
  next = answer
  await deliver(here, id, here.now, answer === 'hang' ? { timeoutMs: HASTY_MS } : {})
  expect(await fate(here, id)).toMatchObject({
    status: 'queued',
    error: code,
    facts: { link: '/v/a-token' },
    deliveries: [{ status: 'waiting', attempts: 1, code, detail }],
  })
  next = OK
  await deliver(here, id, secondsAfter(here.now, 70))
  expect(await fate(here, id)).toMatchObject({ status: 'sent', error: null, attempts: 2 })
})

test.each([
  ['isv.MOBILE_NUMBER_ILLEGAL', 'bad-recipient'],
  ['isv.TEMPLATE_MISSING_PARAMETERS', 'bad-template'],
  ['isv.PARAM_NOT_SUPPORT_URL', 'content-refused'],
  ['isv.AMOUNT_NOT_ENOUGH', 'out-of-funds'],
  ['isp.RAM_PERMISSION_DENY', 'not-permitted'],
  ['isv.SOMETHING_NEW', 'refused'],
])('%s is never tried again: %s', async (detail, code) => {
  const here = await aHouse()
  const id = await aMessage(here)
  next = says(detail)
  await deliver(here, id)
  expect(await fate(here, id)).toMatchObject({
    status: 'failed',
    error: code,
    deliveries: [{ status: 'failed', code, detail }],
  })
  await deliver(here, id, secondsAfter(here.now, 9999))
  expect(aliyun.heard).toHaveLength(1)
})

test('a wrong key, a wrong secret and an unknown template fail with what staff can put right', async () => {
  const wrongId = await aHouse({ accessKeyId: 'LTAI-other' })
  const wrongSecret = await aHouse({ secret: 'another-secret' })
  const noTemplate = await aHouse({ 'templates.car-ready.id': 'SMS_GONE' })
  const reasons = []
  for (const here of [wrongId, wrongSecret, noTemplate]) {
    const id = await aMessage(here)
    await deliver(here, id)
    const [delivery] = (await fate(here, id)).deliveries
    reasons.push([delivery?.code, delivery?.detail])
  }
  expect(reasons).toEqual([
    ['bad-credentials', 'InvalidAccessKeyId.NotFound'],
    ['bad-credentials', 'SignatureDoesNotMatch'],
    ['bad-template', 'isv.SMS_TEMPLATE_ILLEGAL'],
  ])
})

test('R48 after a lost answer the provider is asked before anything is repeated', async () => {
  const here = await aHouse()
  const id = await aMessage(here)
  next = 'hang'
  await deliver(here, id, here.now, { timeoutMs: HASTY_MS })
  known.set('13800138000', id)
  next = OK
  await deliver(here, id, secondsAfter(NOW, 20))
  expect(aliyun.heard.map(({ headers }) => headers['x-acs-action'])).toEqual(['SendSms', 'QuerySendDetails'])
  expect(aliyun.heard[1]?.query.get('SendDate')).toBe('20261123')
  expect(await fate(here, id)).toMatchObject({ status: 'sent', deliveries: [{ status: 'sent' }] })
})
