import { Logger, runOnce } from 'graphile-worker'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { minutesAfter, secondsAfter } from '@/lib/core/time'
import { messagesSent } from '@/lib/appointments/server/messages-sent'
import { switchMessageChannel } from '@/lib/dealership/server/message-channels'
import { sendMessageAgain } from '@/lib/dealership/server/send-message-again'
import { tidyUp } from '@/lib/kpi/server/tidy-up'
import { log } from '@/lib/server/log'
import { tasks } from '@/scripts/tasks'
import { aDealership, NOW, type GivenDealership } from '../../support/given'
import { aService, type Said } from '../../support/http-service'
import { allowThisMachine, aMessage, connect, deliver, fate } from './support'

allowThisMachine()

const OK: Said = { json: { Code: 'OK', BizId: '1' } }
let sms: Said
let hook: Said
let service: Awaited<ReturnType<typeof aService>>
/** One service that is the provider of text messages at its root, and a webhook below it. */
beforeAll(async () => {
  service = await aService(({ path }) => (path === '/' ? sms : hook))
})
afterAll(() => service.stop())
beforeEach(() => {
  sms = OK
  hook = { status: 204 }
  service.heard.length = 0
})

const withSms = (here: GivenDealership) =>
  connect(here, 'aliyunSms', {
    accessKeyId: 'LTAI',
    signName: '八步',
    endpoint: service.address,
    'templates.car-ready.id': 'SMS_1',
    'templates.car-ready.parameters': 'plate',
    'templates.phone-code.id': 'SMS_2',
    'templates.phone-code.parameters': 'code',
    'templates.followUp.serviceReminder.id': 'SMS_3',
  })
const withHook = (here: GivenDealership) => connect(here, 'webhook', { url: `${service.address}/hook` })
const heardAt = (where: string) => service.heard.filter(({ path }) => path === where)

const jobsOf = async (messageId: string) => {
  const owner = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await owner.connect()
  const { rows } = await owner.query(
    `SELECT key, run_at, payload FROM graphile_worker._private_jobs WHERE key LIKE $1 ORDER BY key`,
    [`message:${messageId}%`],
  )
  await owner.end()
  return rows as { key: string; run_at: Date; payload: { channelId?: string } }[]
}
const work = () =>
  runOnce({
    connectionString: process.env.JOBS_DATABASE_URL,
    taskList: tasks,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  })

test('the worker sends a message through the provider, and its copy to the webhook without the link', async () => {
  const here = await aDealership()
  await withSms(here)
  await withHook(here)
  const id = await aMessage(here)
  await work()
  expect(heardAt('/')).toHaveLength(1)
  const [copy] = heardAt('/hook')
  expect(JSON.parse(copy?.body ?? '{}')).toMatchObject({ id, template: 'car-ready', facts: { link: '···' } })
  expect(copy?.body).not.toContain('a-token')
  const { status, deliveries } = await fate(here, id)
  expect(status).toBe('sent')
  expect(deliveries.map(({ kind, status: at }) => [kind, at]).sort()).toEqual([
    ['aliyunSms', 'sent'],
    ['webhook', 'sent'],
  ])
  await work()
  expect(service.heard).toHaveLength(2)
})

test('a copy that the webhook does not take now is tried again by itself and holds up nothing', async () => {
  const here = await aDealership()
  await withSms(here)
  const { id: channelId } = await withHook(here)
  const id = await aMessage(here)
  hook = { status: 503 }
  await deliver(here, id)
  await deliver(here, id, here.now, { channelId })
  expect(await fate(here, id)).toMatchObject({ status: 'sent', error: null })
  hook = { status: 200 }
  await deliver(here, id, minutesAfter(here.now, 5), { channelId })
  expect((await fate(here, id)).deliveries.find(({ kind }) => kind === 'webhook')).toMatchObject({
    status: 'sent',
    attempts: 2,
  })
})

test('X-COM-17 what one way never takes goes by the next; the outbox shows by which it went', async () => {
  const here = await aDealership()
  await withSms(here)
  await connect(here, 'wechatTemplate', {
    appId: 'wx',
    endpoint: `http://127.0.0.1:1`,
    'templates.car-ready.id': 'wx-ready',
  })
  await withHook(here)
  const reach = { wechatOpenId: 'o1', preferredChannel: 'sms' } as const
  const id = await aMessage(here, { reach })
  sms = { json: { Code: 'isv.MOBILE_NUMBER_ILLEGAL' } }
  await deliver(here, id)
  expect(await fate(here, id)).toMatchObject({ status: 'queued', error: 'unreachable', attempts: 2 })
  const { id: wechat } = await here.inside((tx) =>
    tx.messageChannel.findFirstOrThrow({ where: { kind: 'wechatTemplate' } }),
  )
  await switchMessageChannel(here.as('serviceManager'), { id: wechat, enabled: '' })
  await deliver(here, id, minutesAfter(here.now, 5))
  expect(await fate(here, id)).toMatchObject({ status: 'failed', error: 'bad-recipient' })
  const [shown] = await messagesSent(here.as('serviceAdviser'), {})
  expect(shown).toMatchObject({ status: 'failed', error: 'bad-recipient', via: [], mayGoAgain: true })
  sms = OK
  await sendMessageAgain(here.as('serviceAdviser'), { id })
  await deliver(here, id, minutesAfter(here.now, 6))
  expect((await messagesSent(here.as('serviceAdviser'), {}))[0]).toMatchObject({
    status: 'sent',
    error: null,
    via: ['aliyunSms'],
    mayGoAgain: false,
  })
  expect(heardAt('/')).toHaveLength(2)
})

test('a message that no channel can carry fails in sight; without any channel the outbox page is the delivery', async () => {
  const here = await aDealership()
  const { id: channelId } = await withSms(here)
  const id = await aMessage(here, { template: 'visit-delay' })
  await deliver(here, id)
  expect(await fate(here, id)).toMatchObject({ status: 'failed', error: 'no-route', deliveries: [] })
  await switchMessageChannel(here.as('administrator'), { id: channelId, enabled: 'false' })
  const other = await aMessage(here, { template: 'visit-delay' })
  await deliver(here, other)
  expect(await fate(here, other)).toMatchObject({ status: 'sent', attempts: 1, deliveries: [] })
  const one = await connect(here, 'aliyunSms', {
    accessKeyId: 'LTAI',
    signName: '八步',
    endpoint: 'http://127.0.0.1:1',
    'templates.car-ready.id': 'SMS_1',
  })
  const waiting = await aMessage(here)
  await deliver(here, waiting)
  await switchMessageChannel(here.as('administrator'), { id: one.id, enabled: '' })
  await deliver(here, waiting, minutesAfter(NOW, 1))
  expect(await fate(here, waiting)).toMatchObject({ status: 'failed', error: 'switched-off' })
  expect(service.heard).toEqual([])
})

test('X-CRM-19 a reminder in the quiet hours leaves in the morning by itself; a code leaves at night, or never when it is over', async () => {
  const here = await aDealership()
  await withSms(here)
  const night = new Date('2026-11-23T14:30:00Z')
  const reminder = await aMessage(here, { template: 'followUp.serviceReminder' })
  await deliver(here, reminder, night)
  expect(await jobsOf(reminder)).toMatchObject([{ run_at: new Date('2026-11-24T00:00:00Z') }])
  expect((await fate(here, reminder)).status).toBe('queued')
  await deliver(here, reminder, new Date('2026-11-24T00:00:00Z'))
  expect((await fate(here, reminder)).status).toBe('sent')
  const aCode = () =>
    aMessage(here, {
      template: 'phone-code',
      customer: false,
      at: night,
      facts: { code: '123456', minutes: 5 },
    })
  const code = await aCode()
  await deliver(here, code, secondsAfter(night, 5))
  expect(await fate(here, code)).toMatchObject({ status: 'sent', facts: { code: '···' } })
  const late = await aCode()
  await deliver(here, late, minutesAfter(night, 6))
  expect(await fate(here, late)).toMatchObject({ status: 'dropped', facts: { code: '···' }, deliveries: [] })
})

test('the next attempt waits as long as the provider asks, then longer each time, and after eight there is none', async () => {
  const here = await aDealership()
  await withSms(here)
  const id = await aMessage(here)
  sms = { status: 429, headers: { 'retry-after': '300' } }
  await deliver(here, id)
  expect((await jobsOf(id)).map(({ run_at }) => run_at)).toEqual([secondsAfter(NOW, 300)])
  sms = { status: 500 }
  for (let attempt = 2; attempt <= 8; attempt++) await deliver(here, id, minutesAfter(NOW, attempt * 70))
  expect(await fate(here, id)).toMatchObject({
    status: 'failed',
    error: 'provider-fault',
    attempts: 8,
    deliveries: [{ status: 'failed', attempts: 8 }],
  })
  const heard = service.heard.length
  await deliver(here, id, minutesAfter(NOW, 9999))
  expect(service.heard).toHaveLength(heard)
})

test('R47 twenty processes with the same message send it once; who died while sending is followed after two minutes', async () => {
  const here = await aDealership()
  await withSms(here)
  for (let round = 1; round <= 5; round++) {
    const id = await aMessage(here)
    await Promise.all(Array.from({ length: 20 }, () => deliver(here, id)))
    expect(heardAt('/')).toHaveLength(round)
  }
  const { id: channelId } = await here.inside((tx) => tx.messageChannel.findFirstOrThrow())
  const { dealershipId } = here
  const other = await aMessage(here)
  await here.inside((tx) =>
    tx.messageDelivery.create({
      data: { dealershipId, messageId: other, channelId, status: 'sending', startedAt: NOW, attempts: 1 },
    }),
  )
  await deliver(here, other, secondsAfter(NOW, 60))
  expect((await fate(here, other)).status).toBe('queued')
  expect(await jobsOf(other)).toMatchObject([{ run_at: secondsAfter(NOW, 120) }])
  await deliver(here, other, secondsAfter(NOW, 121))
  expect((await fate(here, other)).status).toBe('sent')
})

test('only a failed message is sent again, by those who see the outbox, and not once its link is gone', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  await withSms(here)
  const id = await aMessage(here)
  const again = (house: GivenDealership, who: string) => sendMessageAgain(house.as(who), { id })
  await expect(again(here, 'serviceAdviser')).rejects.toMatchObject({ code: 'message.not-failed' })
  sms = { json: { Code: 'isv.AMOUNT_NOT_ENOUGH' } }
  await deliver(here, id)
  await expect(again(here, 'technician')).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(again(there, 'administrator')).rejects.toMatchObject({ code: 'common.not-found' })
  const both = await Promise.allSettled([again(here, 'customerRelations'), again(here, 'serviceAdviser')])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await deliver(here, id, minutesAfter(NOW, 1))
  await tidyUp(here.dealershipId, NOW)
  expect((await fate(here, id)).status).toBe('failed')
  await expect(again(here, 'serviceAdviser')).rejects.toMatchObject({ code: 'message.secrets-gone' })
})

test('R47 a fault of our own counts as an attempt and leaves no message stuck', async () => {
  const here = await aDealership()
  await withHook(here)
  const id = await aMessage(here, { template: 'visit-delay', facts: { newPromisedAt: 'no time' } })
  const quiet = vi.spyOn(log, 'error').mockImplementation(() => {})
  await deliver(here, id)
  quiet.mockRestore()
  expect(await fate(here, id)).toMatchObject({
    status: 'queued',
    error: 'refused',
    deliveries: [{ status: 'waiting' }],
  })
  expect(await jobsOf(id)).toHaveLength(1)
})
