import 'server-only'
import { createHmac } from 'node:crypto'
import { normalPhone } from '@/lib/core/phone'
import { sha256 } from '@/lib/server/hash'
import { post } from '@/lib/server/outgoing'
import type { ChannelConfigs } from '../../message-channel'
import { later, never, sent, type Outcome } from '../../message-outcome'
import { fromNoAnswer, fromStatus, jsonOf, type Letter } from './letter'

type Signing = {
  host: string
  service: string
  action: string
  body: string
  secretId: string
  key: string
  /** Seconds since 1970. */
  at: number
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The Authorization header of TC3-HMAC-SHA256 (cloud.tencent.com: "signature method v3"). */
export function signTc3({ host, service, action, body, secretId, key, at }: Signing): string {
  const day = new Date(at * 1000).toISOString().slice(0, 10)
  const names = 'content-type;host;x-tc-action'
  const headers = `content-type:application/json; charset=utf-8\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`
  const canonical = ['POST', '/', '', headers, names, sha256(body)].join('\n')
  const scope = `${day}/${service}/tc3_request`
  const signing = hmac(hmac(hmac(`TC3${key}`, day), service), 'tc3_request')
  const text = `TC3-HMAC-SHA256\n${at}\n${scope}\n${sha256(canonical)}`
  const signature = hmac(signing, text).toString('hex')
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${names}, Signature=${signature}`
}

const SAYS: [RegExp, (detail: string) => Outcome][] = [
  [/^LimitExceeded\.PhoneNumberCountLimit$/, (d) => never('refused', d)],
  [/^LimitExceeded\.PhoneNumberThirtySecondLimit$/, (d) => later('rate-limited', 31, d)],
  [/^LimitExceeded\.PhoneNumber(OneHour|Daily|SameContentDaily)Limit$/, (d) => later('rate-limited', 3600, d)],
  [/^(LimitExceeded|RequestLimitExceeded)/, (d) => later('rate-limited', 5, d)],
  [/^(InternalError|ResourceUnavailable|ServiceUnavailable|AuthFailure\.SignatureExpire)/, (d) => later('provider-fault', 0, d)],
  [/^FailedOperation\.(Template|Signature|MissingTemplate|MissingSignature)\w*$/, (d) => never('bad-template', d)],
  [/^InvalidParameterValue\.(Template\w*|Sign\w*)$/, (d) => never('bad-template', d)],
  [/^(FailedOperation\.ContainSensitiveWord|FailedOperation\.ForbidAddMarketingTemplates|InvalidParameterValue\.(ContentLengthLimit|ProhibitedUseUrlInTemplateParameter))$/, (d) => never('content-refused', d)],
  [/^FailedOperation\.PhoneNumberInBlacklist$/, (d) => never('recipient-refuses', d)],
  [/^(InvalidParameterValue\.(IncorrectPhoneNumber|PhoneNumber\w*)|UnsupportedOperation\.\w*PhoneNumber\w*)$/, (d) => never('bad-recipient', d)],
  [/^FailedOperation\.Insufficient\w*$/, (d) => never('out-of-funds', d)],
  [/^(UnauthorizedOperation|UnsupportedOperation)/, (d) => never('not-permitted', d)],
  [/^(AuthFailure|InvalidParameterValue\.SdkAppId\w*)/, (d) => never('bad-credentials', d)],
] // prettier-ignore

const meaning = (code: string): Outcome =>
  SAYS.find(([pattern]) => pattern.test(code))?.[1](code) ?? never('refused', code)

const numberOf = (phone: string) => {
  const number = normalPhone(phone)
  return number.startsWith('+') ? number : `+86${number}`
}

type Said = {
  Error?: { Code?: string }
  SendStatusSet?: { Code?: string; SerialNo?: string }[]
}

/** Sends a text message through Tencent Cloud (sms 2021-01-11, SendSms); our id is its SessionContext. */
export async function sendTencentSms(
  config: ChannelConfigs['tencentSms'],
  key: string,
  letter: Letter,
): Promise<Outcome> {
  const use = config.templates[letter.template]
  if (!use) return never('bad-template')
  const body = JSON.stringify({
    PhoneNumberSet: [numberOf(letter.to)],
    SmsSdkAppId: config.sdkAppId,
    SignName: config.signName,
    TemplateId: use.id,
    TemplateParamSet: use.parameters.map(({ fact }) => letter.value(fact)),
    SessionContext: letter.id,
  })
  const { host } = new URL(config.endpoint)
  const at = Math.floor(letter.now.getTime() / 1000)
  const signing = { host, service: 'sms', action: 'SendSms', body, secretId: config.secretId, key, at }
  const headers = {
    host,
    'content-type': 'application/json; charset=utf-8',
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-region': config.region,
    'x-tc-timestamp': String(at),
    authorization: signTc3(signing),
  }
  try {
    const answer = await post(`${config.endpoint}/`, headers, body, letter.timeoutMs)
    const said = jsonOf(answer.body)?.Response as Said | undefined
    const [one] = said?.SendStatusSet ?? []
    if (one?.Code === 'Ok') return sent(one.SerialNo)
    const code = said?.Error?.Code ?? one?.Code
    return code ? meaning(code) : fromStatus(answer.status, answer.retryAfterSeconds)
  } catch (error) {
    return fromNoAnswer(error)
  }
}
