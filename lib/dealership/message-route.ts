import { isMobile, normalPhone } from '@/lib/core/phone'
import { minutesAfter } from '@/lib/core/time'
import type { ChannelKind } from './message-channel'
import { provesPhone } from './message-templates'

export type RoutedMessage = { template: string; recipient: string; channel: string }
export type Reachable = { email: string; wechatOpenId: string; preferredChannel: string }
export type RoutedChannel = { id: string; kind: ChannelKind; templates: readonly string[] }

export type Route = {
  /** One after the other until one has taken the message. */
  ways: { channelId: string; kind: ChannelKind; to: string }[]
  /** Told of the message besides, without codes and links. */
  copies: { channelId: string; kind: ChannelKind; to: string }[]
}

/** Mainland mobiles and numbers with their country: what a text message reaches. */
const takesText = (number: string) => isMobile(number) || /^\+\d{7,15}$/.test(normalPhone(number))

/**
 * By which of the channels in use a message goes (X-COM-17): WeChat for who prefers it, else a text message, else
 * WeChat, else e-mail; a webhook gets a copy of every message, or carries those that nothing else can. A code that
 * proves a telephone goes to that telephone alone. Text messages and WeChat need the provider's template for it.
 */
export function routeOf(
  message: RoutedMessage,
  customer: Reachable | null,
  channels: readonly RoutedChannel[],
): Route {
  const { template, recipient } = message
  const has = (kind: ChannelKind) =>
    channels.filter((one) => one.kind === kind && one.templates.includes(template))
  const by = (some: readonly RoutedChannel[], to: string) =>
    some.map(({ id, kind }) => ({ channelId: id, kind, to }))
  const sms = takesText(recipient) ? by([...has('aliyunSms'), ...has('tencentSms')], recipient) : []
  const reach = provesPhone(template) ? null : customer
  const wechat = reach?.wechatOpenId ? by(has('wechatTemplate'), reach.wechatOpenId) : []
  const prefersWechat = reach?.preferredChannel === 'wechat' || message.channel === 'wechat'
  const mail = reach?.email
    ? by(
        channels.filter(({ kind }) => kind === 'smtp'),
        reach.email,
      )
    : []
  const hooks = by(
    channels.filter(({ kind }) => kind === 'webhook'),
    recipient,
  )
  const ways = [...(prefersWechat ? [...wechat, ...sms] : [...sms, ...wechat]), ...mail]
  return ways.length ? { ways, copies: hooks } : { ways: hooks, copies: [] }
}

/** A code that is over before it left would only confuse: whether this message is too old to be sent. */
export const isStale = (
  message: { template: string; createdAt: Date; facts: Record<string, unknown> },
  now: Date,
): boolean =>
  provesPhone(message.template) &&
  typeof message.facts.minutes === 'number' &&
  minutesAfter(message.createdAt, message.facts.minutes) <= now
