import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, hoursAfter, timeOf } from '@/lib/core/time'
import {
  isServiceAddress,
  parametersFrom,
  parametersToText,
  SaveMessageChannel,
} from '@/lib/dealership/message-channel'
import { later, MOST_ATTEMPTS, never, secondsToWait } from '@/lib/dealership/message-outcome'
import { isStale, routeOf, type RoutedChannel } from '@/lib/dealership/message-route'
import { classOf, factsOf, MESSAGE_TEMPLATES, messageTemplateNames } from '@/lib/dealership/message-templates'
import { mayLeaveAt } from '@/lib/dealership/quiet-hours'
import en from '@/lib/i18n/en/messages'
import { LOCALES } from '@/lib/i18n/locales'
import { messageWording } from '@/lib/i18n/message-wording'
import { MARKETING_TEMPLATES } from '@/lib/reminders/cadence'

const QUIET = { 'quiet.from': '21:00', 'quiet.to': '08:00' } as const
const SHANGHAI = 'Asia/Shanghai'
const at = (text: string) => new Date(`${text}:00+08:00`)
const REMINDER = 'followUp.serviceReminder'

test('X-CRM-19 a reminder within the quiet hours waits for the morning; a confirmation never waits', () => {
  const leave = (time: string, template = REMINDER, settings: typeof QUIET = QUIET) =>
    mayLeaveAt(template, at(time), settings, SHANGHAI)
  expect(leave('2026-11-23T20:59')).toEqual(at('2026-11-23T20:59'))
  expect(leave('2026-11-23T21:00')).toEqual(at('2026-11-24T08:00'))
  expect(leave('2026-11-24T00:30')).toEqual(at('2026-11-24T08:00'))
  expect(leave('2026-11-24T07:59')).toEqual(at('2026-11-24T08:00'))
  expect(leave('2026-11-24T08:00')).toEqual(at('2026-11-24T08:00'))
  for (const template of ['appointment-confirmed', 'appointment-reminder', 'phone-code', 'car-ready'])
    expect(leave('2026-11-24T00:30', template)).toEqual(at('2026-11-24T00:30'))
  const noon = { 'quiet.from': '12:00', 'quiet.to': '14:00' } as never
  expect(leave('2026-11-24T12:30', REMINDER, noon)).toEqual(at('2026-11-24T14:00'))
  expect(leave('2026-11-24T23:30', REMINDER, noon)).toEqual(at('2026-11-24T23:30'))
  const none = { 'quiet.from': '08:00', 'quiet.to': '08:00' } as never
  expect(leave('2026-11-24T03:00', REMINDER, none)).toEqual(at('2026-11-24T03:00'))
})

test('X-CRM-19 whatever the hour and the zone, a reminder leaves outside the quiet hours, within a day', () => {
  const clock = fc
    .integer({ min: 0, max: 95 })
    .map((quarter) => `${String(quarter >> 2).padStart(2, '0')}:${['00', '15', '30', '45'][quarter & 3]}`)
  const zone = fc.constantFrom(SHANGHAI, 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu')
  const now = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(clock, clock, zone, now, (from, to, timeZone, when) => {
      const leave = mayLeaveAt(REMINDER, when, { 'quiet.from': from, 'quiet.to': to }, timeZone)
      expect(leave >= when && leave <= hoursAfter(when, 26)).toBe(true)
      if (leave > when)
        expect(timeOf(leave, timeZone) >= to || dayOf(leave, timeZone) > dayOf(when, timeZone)).toBe(true)
    }),
  )
})

const channel = (kind: RoutedChannel['kind'], ...templates: string[]): RoutedChannel => ({
  id: kind,
  kind,
  templates,
})
const ALL = [
  channel('webhook'),
  channel('smtp'),
  channel('wechatTemplate', 'car-ready', 'phone-code'),
  channel('tencentSms', 'car-ready', 'phone-code'),
  channel('aliyunSms', 'car-ready', 'phone-code'),
]
const ready = { template: 'car-ready', recipient: '13800138000', channel: 'sms' }
const somebody = { email: 'a@b.cn', wechatOpenId: 'o1', preferredChannel: 'sms' }
const waysOf = (...[message, customer, channels]: Parameters<typeof routeOf>) => {
  const { ways, copies } = routeOf(message, customer, channels)
  return [ways.map(({ kind }) => kind).join(' '), copies.map(({ kind }) => kind).join(' ')]
}

test('X-COM-17 a message goes by the preferred channel, then by the others in a fixed order', () => {
  expect(waysOf(ready, somebody, ALL)).toEqual(['aliyunSms tencentSms wechatTemplate smtp', 'webhook'])
  expect(waysOf(ready, { ...somebody, preferredChannel: 'wechat' }, ALL)).toEqual([
    'wechatTemplate aliyunSms tencentSms smtp',
    'webhook',
  ])
  expect(waysOf(ready, { ...somebody, wechatOpenId: '', preferredChannel: 'wechat' }, ALL)[0]).toBe(
    'aliyunSms tencentSms smtp',
  )
  expect(waysOf({ ...ready, recipient: '02112345678' }, somebody, ALL)[0]).toBe('wechatTemplate smtp')
  expect(waysOf({ ...ready, recipient: '+85261234567' }, null, ALL)[0]).toBe('aliyunSms tencentSms')
  expect(waysOf({ ...ready, template: 'visit-delay' }, somebody, ALL)).toEqual(['smtp', 'webhook'])
  expect(waysOf({ ...ready, template: 'visit-delay' }, null, ALL)).toEqual(['webhook', ''])
  expect(waysOf(ready, somebody, [])).toEqual(['', ''])
})

test('R30 a code that proves a telephone goes to that telephone alone', () => {
  const code = { ...ready, template: 'phone-code' }
  expect(waysOf(code, { ...somebody, preferredChannel: 'wechat' }, ALL)).toEqual([
    'aliyunSms tencentSms',
    'webhook',
  ])
  const { ways } = routeOf(ready, somebody, ALL)
  expect(ways.map(({ to }) => to)).toEqual(['13800138000', '13800138000', 'o1', 'a@b.cn'])
})

test('a code that is over is not sent any more', () => {
  const code = { template: 'phone-code', createdAt: at('2026-11-23T10:00'), facts: { minutes: 5 } }
  expect(isStale(code, at('2026-11-23T10:04'))).toBe(false)
  expect(isStale(code, at('2026-11-23T10:05'))).toBe(true)
  expect(isStale({ ...code, template: 'car-ready' }, at('2026-11-25T10:05'))).toBe(false)
})

test('waiting grows to an hour and never undercuts what the provider asked for', () => {
  const waits = Array.from({ length: MOST_ATTEMPTS }, (_, index) => secondsToWait(index + 1, 0))
  expect(waits).toEqual([15, 60, 240, 960, 3600, 3600, 3600, 3600])
  expect(secondsToWait(1, 300)).toBe(300)
  expect(later('rate-limited', -5)).toMatchObject({ seconds: 0 })
  expect(never('refused', '13800138000 张伟\n<b>')).toMatchObject({ detail: '13800138000b' })
})

test('every template has its class, and its words in both languages', () => {
  expect(messageTemplateNames.toSorted()).toEqual(Object.keys(en).toSorted())
  expect(classOf('somebody-elses')).toBe('marketing')
  const marketing = messageTemplateNames.filter((name) => MESSAGE_TEMPLATES[name].class === 'marketing')
  const counted = (name: string) => MARKETING_TEMPLATES.some((start) => name.startsWith(start))
  expect(marketing).toEqual(messageTemplateNames.filter(counted))
  expect(marketing).not.toContain('reminder.recall')
  expect(marketing).toHaveLength(7)
  for (const locale of LOCALES)
    for (const template of messageTemplateNames) {
      const facts = Object.fromEntries(
        factsOf(template).map((fact) => [
          fact,
          /At$|Until$|^planBy$/.test(fact) ? '2026-11-24T01:00:00Z' : fact,
        ]),
      )
      expect(messageWording.text(template, facts, locale), template).toBeTruthy()
      expect(messageWording.subject(template, 'Babu', locale)).toContain('Babu')
    }
})

test('facts reach a provider’s template as their reader sees them', () => {
  const facts = {
    timeZone: SHANGHAI,
    startsAt: '2026-11-24T01:00:00.000Z',
    heldUntil: '2026-11-24T00:15:00.000Z',
    totalFen: 12_300,
    plate: '沪A12345',
    left: null,
  }
  const read = (name: string) => messageWording.fact(name, facts, 'zh-CN')
  expect(read('startsAt')).toMatch(/11月24日.*9:00|11月24日.*09:00/)
  expect(read('totalFen')).toContain('123')
  expect([read('plate'), read('left'), read('unknown')]).toEqual(['沪A12345', '', ''])
})

test('parameters are read as they are written, and only facts of the message are taken', () => {
  const read = (words: string) => parametersFrom('car-ready', words)
  expect(read('plate, shop = dealership，linkToken')).toEqual([
    { name: 'plate', fact: 'plate' },
    { name: 'shop', fact: 'dealership' },
    { name: 'linkToken', fact: 'linkToken' },
  ])
  expect(read(' ')).toEqual([])
  expect(read('code')).toBeUndefined()
  expect(read('a b')).toBeUndefined()
  expect(parametersToText(read('plate, shop=dealership') ?? [])).toBe('plate, shop=dealership')
})

test('R14 a service is reached by https, or by http on this machine', () => {
  for (const good of [
    'https://a.cn',
    'https://a.cn:8443/x?y=1',
    'http://localhost:3000',
    'http://127.0.0.1/x',
  ])
    expect([good, isServiceAddress(good)]).toEqual([good, true])
  for (const bad of [
    'http://a.cn',
    'ftp://a.cn',
    'https://u:p@a.cn',
    'https://a.cn/#x',
    'javascript:1',
    '//a.cn',
    '',
    'http://127.0.0.1.a.cn',
  ])
    expect([bad, isServiceAddress(bad)]).toEqual([bad, false])
})

test('the form of a channel says what is wrong with which field', () => {
  const wrong = (fields: Record<string, string>) => {
    const { error } = SaveMessageChannel.safeParse(fields)
    return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }
  expect(wrong({ kind: 'webhook', url: 'http://intranet' })).toEqual(['url address'])
  expect(
    wrong({ kind: 'smtp', host: 'a b', port: '25', security: 'plain', user: 'u', from: 'nobody' }),
  ).toEqual(['host address', 'security choose', 'from email'])
  const sms = { kind: 'tencentSms', secretId: 'a', sdkAppId: '1', signName: 's', secret: 'x' }
  expect(wrong({ ...sms, 'templates.car-ready.id': '1', 'templates.car-ready.parameters': 'code' })).toEqual([
    'templates.car-ready.parameters parameters',
  ])
  expect(
    SaveMessageChannel.parse({ ...sms, 'templates.car-ready.id': '1', 'templates.visit-delay.id': ' ' }),
  ).toMatchObject({
    enabled: false,
    region: 'ap-guangzhou',
    endpoint: 'https://sms.tencentcloudapi.com',
    templates: { 'car-ready': { id: '1', parameters: [] } },
  })
})
