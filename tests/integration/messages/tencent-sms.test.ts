import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { secondsAfter } from '@/lib/core/time'
import { signTc3 } from '@/lib/dealership/server/messages/tencent-sms'
import { aDealership } from '../../support/given'
import { aService, type Heard, type Said } from '../../support/http-service'
import { allowThisMachine, aMessage, connect, deliver, fate, HASTY_MS, SECRET } from './support'

allowThisMachine()

const SECRET_ID = 'AKID-of-the-tests'
const hex = (text: string) => createHash('sha256').update(text).digest('hex')
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The signature of a request as the provider computes it from what arrived: its document "signature method v3". */
function signatureOf({ method, path, rawQuery, headers, body }: Heard, signed: string[], scope: string) {
  const [date = '', service = ''] = scope.split('/')
  const valueOf = (name: string) =>
    name === 'x-tc-action' ? String(headers[name]).toLowerCase() : String(headers[name]).trim()
  const lines = signed.map((name) => `${name}:${valueOf(name)}\n`).join('')
  const request = [method, path, rawQuery, lines, signed.join(';'), hex(body)].join('\n')
  const text = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], scope, hex(request)].join('\n')
  return mac(mac(mac(mac(`TC3${SECRET}`, date), service), 'tc3_request'), text).toString('hex')
}

const error = (Code: string): Said => ({
  json: { Response: { Error: { Code, Message: '-' }, RequestId: '1' } },
})
const status = (Code: string): Said => ({
  json: { Response: { SendStatusSet: [{ SerialNo: '', Fee: 0, Code, Message: '-' }], RequestId: '1' } },
})
const OK: Said = {
  json: {
    Response: { SendStatusSet: [{ SerialNo: '5000:1', Fee: 1, Code: 'Ok', Message: '' }], RequestId: '1' },
  },
}

function gate(heard: Heard): Said | undefined {
  const { headers } = heard
  const [, id, scope = '', names = '', signature] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      String(headers.authorization),
    ) ?? []
  const at = Number(headers['x-tc-timestamp'])
  if (!scope.startsWith(new Date(at * 1000).toISOString().slice(0, 10)))
    return error('AuthFailure.SignatureFailure')
  if (id !== SECRET_ID) return error('AuthFailure.SecretIdNotFound')
  if (!names.includes('content-type;host')) return error('AuthFailure.SignatureFailure')
  if (signature !== signatureOf(heard, names.split(';'), scope)) return error('AuthFailure.SignatureFailure')
  if (headers['x-tc-version'] !== '2021-01-11' || !headers['x-tc-region']) return error('InvalidParameter')
  return undefined
}

let next: Said
let tencent: Awaited<ReturnType<typeof aService>>
beforeAll(async () => {
  tencent = await aService((heard) => {
    const known = heard.body.includes('"TemplateId":"449739"')
    return gate(heard) ?? (known ? next : status('FailedOperation.TemplateIncorrectOrUnapproved'))
  })
})
afterAll(() => tencent.stop())
beforeEach(() => {
  next = OK
  tencent.heard.length = 0
})

const aHouse = async (over: Record<string, string> = {}) => {
  const here = await aDealership()
  await connect(here, 'tencentSms', {
    secretId: SECRET_ID,
    sdkAppId: '1400006666',
    signName: '八步',
    endpoint: tencent.address,
    'templates.car-ready.id': '449739',
    'templates.car-ready.parameters': 'plate, dealership',
    ...over,
  })
  return here
}

test('the signature of the provider’s own worked example', () => {
  const authorization = signTc3({
    host: 'cvm.tencentcloudapi.com',
    service: 'cvm',
    action: 'DescribeInstances',
    body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    secretId: 'AKID********************************',
    key: '********************************',
    at: 1551113065,
  })
  expect(authorization).toBe(
    'TC3-HMAC-SHA256 Credential=AKID********************************/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  )
})

test('X-COM-15 a text message leaves with template, parameters in order and our id, and once', async () => {
  const here = await aHouse()
  const id = await aMessage(here)
  await deliver(here, id)
  await deliver(here, id)
  expect(tencent.heard.map(({ body }) => JSON.parse(body))).toEqual([
    {
      PhoneNumberSet: ['+8613800138000'],
      SmsSdkAppId: '1400006666',
      SignName: '八步',
      TemplateId: '449739',
      TemplateParamSet: ['沪A12345', '测试店'],
      SessionContext: id,
    },
  ])
  expect(await fate(here, id)).toMatchObject({
    status: 'sent',
    attempts: 1,
    deliveries: [{ kind: 'tencentSms', status: 'sent', providerId: '5000:1' }],
  })
})

test.each([
  ['LimitExceeded.PhoneNumberThirtySecondLimit', 'status', 'rate-limited'],
  ['LimitExceeded.DeliveryFrequencyLimit', 'status', 'rate-limited'],
  ['RequestLimitExceeded', 'error', 'rate-limited'],
  ['InternalError.Timeout', 'error', 'provider-fault'],
  ['429', { status: 429, headers: { 'retry-after': '30' } } as Said, 'rate-limited'],
  ['502', { status: 502 } as Said, 'provider-fault'],
  ['', 'hang' as Said, 'timed-out'],
])('%j is tried again and then leaves', async (detail, how, code) => {
  const here = await aHouse()
  const id = await aMessage(here)
  next = how === 'status' ? status(detail) : how === 'error' ? error(detail) : (how as Said)
  await deliver(here, id, here.now, how === 'hang' ? { timeoutMs: HASTY_MS } : {})
  expect(await fate(here, id)).toMatchObject({
    status: 'queued',
    error: code,
    deliveries: [{ status: 'waiting', code, detail }],
  })
  next = OK
  await deliver(here, id, secondsAfter(here.now, 70))
  expect(await fate(here, id)).toMatchObject({ status: 'sent', attempts: 2 })
})

test.each([
  ['InvalidParameterValue.IncorrectPhoneNumber', 'bad-recipient'],
  ['FailedOperation.PhoneNumberInBlacklist', 'recipient-refuses'],
  ['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', 'bad-template'],
  ['FailedOperation.SignatureIncorrectOrUnapproved', 'bad-template'],
  ['FailedOperation.ContainSensitiveWord', 'content-refused'],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'out-of-funds'],
  ['UnauthorizedOperation.RequestIpNotInWhitelist', 'not-permitted'],
  ['FailedOperation.FailResolvePacket', 'refused'],
])('%s is never tried again: %s', async (detail, code) => {
  const here = await aHouse()
  const id = await aMessage(here)
  next = status(detail)
  await deliver(here, id)
  expect(await fate(here, id)).toMatchObject({
    status: 'failed',
    error: code,
    deliveries: [{ status: 'failed', detail }],
  })
  expect(tencent.heard).toHaveLength(1)
})

test('a wrong id, a wrong key and an unknown template fail with what staff can put right', async () => {
  const houses = [
    await aHouse({ secretId: 'AKID-other' }),
    await aHouse({ secret: 'another-secret' }),
    await aHouse({ 'templates.car-ready.id': '1' }),
  ]
  const reasons = []
  for (const here of houses) {
    const id = await aMessage(here)
    await deliver(here, id)
    const [delivery] = (await fate(here, id)).deliveries
    reasons.push([delivery?.code, delivery?.detail])
  }
  expect(reasons).toEqual([
    ['bad-credentials', 'AuthFailure.SecretIdNotFound'],
    ['bad-credentials', 'AuthFailure.SignatureFailure'],
    ['bad-template', 'FailedOperation.TemplateIncorrectOrUnapproved'],
  ])
})
