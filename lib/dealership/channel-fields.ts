import type { ChannelKind } from './message-channel'

/** The fields of the form of each provider, in their order; the secret comes after them. */
export const CHANNEL_FIELDS = {
  aliyunSms: ['accessKeyId', 'signName', 'endpoint'],
  tencentSms: ['secretId', 'sdkAppId', 'signName', 'region', 'endpoint'],
  wechatTemplate: ['appId', 'endpoint'],
  smtp: ['host', 'port', 'security', 'user', 'from', 'certificate'],
  webhook: ['url'],
} as const satisfies Record<ChannelKind, readonly string[]>

export type ChannelField = (typeof CHANNEL_FIELDS)[ChannelKind][number]

const MAY_BE_EMPTY: readonly ChannelField[] = ['endpoint', 'region', 'certificate']
export const mayBeEmpty = (field: ChannelField): boolean => MAY_BE_EMPTY.includes(field)

const USES_TEMPLATES: readonly ChannelKind[] = ['aliyunSms', 'tencentSms', 'wechatTemplate']
/** Whether the provider sends nothing but templates that it approved. */
export const usesTemplates = (kind: ChannelKind): boolean => USES_TEMPLATES.includes(kind)
