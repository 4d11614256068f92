import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  messageChannels,
  saveMessageChannel,
  switchMessageChannel,
} from '@/lib/dealership/server/message-channels'
import { testMessageChannel } from '@/lib/dealership/server/test-message-channel'
import { messageWording } from '@/lib/i18n/message-wording'
import type { Context } from '@/lib/server/doors'
import { env } from '@/lib/server/env'
import { formAction } from '@/lib/server/form-action'
import { aDealership, type GivenDealership } from '../../support/given'
import { aService, type Said } from '../../support/http-service'
import { allowThisMachine, aMessage, connect, deliver, fate, PATIENT_MS, SECRET } from './support'

// What the bundler gives to server code.
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server.js'))

allowThisMachine()

let next: Said = { json: { Code: 'OK', BizId: '1' } }
let aliyun: Awaited<ReturnType<typeof aService>>
beforeAll(async () => {
  aliyun = await aService(() => next)
})
afterAll(() => aliyun.stop())

const fields = () => ({
  accessKeyId: 'LTAI',
  signName: '八步',
  endpoint: aliyun.address,
  'templates.car-ready.id': 'SMS_1',
  'templates.car-ready.parameters': 'plate, startsAt=no',
})
const tryIt = (context: Context, raw: unknown) =>
  testMessageChannel(context, raw, {
    wording: messageWording,
    clock: () => context.now,
    timeoutMs: PATIENT_MS,
  })

async function everythingKept(here: GivenDealership) {
  const rows = await here.inside(async (tx) => [
    await tx.messageChannel.findMany(),
    await tx.event.findMany({ select: { name: true, facts: true } }),
    await tx.idempotencyKey.findMany(),
  ])
  return JSON.stringify(rows)
}

test('X-SEC-02 a secret is sealed in the table and stands in no answer, event or kept form', async () => {
  const here = await aDealership()
  const admin = here.as('administrator', { idempotencyKey: 'form-12345' })
  await saveMessageChannel(admin, { kind: 'aliyunSms', enabled: 'on', secret: SECRET, ...fields() })
  expect(await everythingKept(here)).not.toContain(SECRET)
  const shown = await messageChannels(here.as('serviceManager'), {})
  expect(shown).toMatchObject([
    { kind: 'aliyunSms', enabled: true, secretSetAt: here.now, test: null, failed: 0 },
  ])
  expect(JSON.stringify(shown)).not.toMatch(/sealed|v1\./)
})

test('X-SEC-02 a refused form gives back what was typed, except the secret', async () => {
  const here = await aDealership()
  const form = new FormData()
  for (const [name, value] of Object.entries({ kind: 'webhook', url: 'http://intranet', secret: SECRET }))
    form.append(name, value)
  const state = await formAction(async () => here.as('administrator'), saveMessageChannel)({}, form)
  expect(state).toMatchObject({ fields: { url: ['address'] }, values: { url: 'http://intranet' } })
  expect(JSON.stringify(state)).not.toContain(SECRET)
  form.set('kind', 'tencentSms')
  form.set('secretId', 'AKID')
  const other = await formAction(async () => here.as('administrator'), saveMessageChannel)({}, form)
  expect(other.values).toMatchObject({ secretId: 'AKID' })
  expect(JSON.stringify(other)).not.toContain(SECRET)
})

test('a kept secret stays when the form leaves it empty, and is asked for again when it would go elsewhere', async () => {
  const here = await aDealership()
  await connect(here, 'aliyunSms', fields())
  const row = () => here.inside((tx) => tx.messageChannel.findFirstOrThrow())
  const before = await row()
  await connect(here, 'aliyunSms', { ...fields(), secret: '', signName: '八步店' })
  expect(await row()).toMatchObject({ sealedSecret: before.sealedSecret, config: { signName: '八步店' } })
  const wanted = { code: 'messageChannel.secret-wanted' }
  await expect(
    connect(here, 'aliyunSms', { ...fields(), secret: '', endpoint: 'https://elsewhere.example' }),
  ).rejects.toMatchObject(wanted)
  await expect(connect(here, 'webhook', { url: 'https://a.cn', secret: ' ' })).rejects.toMatchObject(wanted)
  await connect(here, 'aliyunSms', { ...fields(), secret: 'another', endpoint: 'https://elsewhere.example' })
  expect((await row()).sealedSecret).not.toBe(before.sealedSecret)
})

test('a test sends example values, keeps what the provider said, and needs a template', async () => {
  const here = await aDealership()
  const { id } = await connect(here, 'aliyunSms', fields())
  const manager = here.as('serviceManager')
  const ask = { id, to: '138 0013 8000', template: 'car-ready' }
  aliyun.heard.length = 0
  expect(await tryIt(manager, ask)).toEqual({ result: 'sent', providerId: '1' })
  expect(aliyun.heard[0]?.query.get('PhoneNumbers')).toBe('13800138000')
  expect(aliyun.heard[0]?.query.get('TemplateParam')).toBe('{"plate":"123456","startsAt":"123456"}')
  next = { json: { Code: 'isv.SMS_SIGNATURE_ILLEGAL' } }
  expect(await tryIt(manager, ask)).toMatchObject({ result: 'never', code: 'bad-template' })
  next = { json: { Code: 'OK', BizId: '1' } }
  expect(await messageChannels(manager, {})).toMatchObject([
    {
      testedAt: here.now,
      test: { result: 'never', code: 'bad-template', detail: 'isv.SMS_SIGNATURE_ILLEGAL' },
    },
  ])
  await expect(tryIt(manager, { id, to: '13800138000' })).rejects.toMatchObject({
    code: 'messageChannel.test-template',
  })
  await expect(tryIt(manager, { ...ask, to: '12' })).rejects.toThrow('phone')
  expect(await here.inside((tx) => tx.outboxMessage.count())).toBe(0)
})

test('a test is sent at most twenty times an hour', async () => {
  const here = await aDealership()
  const { id } = await connect(here, 'webhook', { url: `${aliyun.address}/hook` })
  for (let count = 0; count < 20; count++) await tryIt(here.as('administrator'), { id })
  await expect(tryIt(here.as('administrator'), { id })).rejects.toMatchObject({
    code: 'auth.too-many-requests',
  })
})

test('X-SEC-10 only administrator and service manager see, change and test providers, each of their own house', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const { id } = await connect(here, 'aliyunSms', fields())
  const forbidden = { code: 'auth.forbidden' }
  for (const who of ['serviceAdviser', 'customerRelations', 'technician']) {
    const nobody = here.as(who)
    await expect(messageChannels(nobody, {})).rejects.toMatchObject(forbidden)
    await expect(saveMessageChannel(nobody, {})).rejects.toMatchObject(forbidden)
    await expect(switchMessageChannel(nobody, { id, enabled: '' })).rejects.toMatchObject(forbidden)
    await expect(tryIt(nobody, { id })).rejects.toMatchObject(forbidden)
  }
  const stranger = there.as('administrator')
  const missing = { code: 'common.not-found' }
  expect(await messageChannels(stranger, {})).toEqual([])
  await expect(switchMessageChannel(stranger, { id, enabled: '' })).rejects.toMatchObject(missing)
  await expect(tryIt(stranger, { id, to: '13800138000', template: 'car-ready' })).rejects.toMatchObject(
    missing,
  )
})

test('with another secret of the installation a kept one cannot be read: the message fails and says so', async () => {
  const here = await aDealership()
  await connect(here, 'aliyunSms', fields())
  const id = await aMessage(here)
  const before = env().NEXTAUTH_SECRET
  env().NEXTAUTH_SECRET = 'another-secret-of-the-tests-that-is-long'
  await deliver(here, id)
  env().NEXTAUTH_SECRET = before
  expect(await fate(here, id)).toMatchObject({ status: 'failed', error: 'secret-unreadable' })
})
