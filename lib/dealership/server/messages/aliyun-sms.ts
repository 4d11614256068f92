import 'server-only'
import { createHmac, randomUUID } from 'node:crypto'
import { normalPhone } from '@/lib/core/phone'
import { dayOf } from '@/lib/core/time'
import { sha256 } from '@/lib/server/hash'
import { post } from '@/lib/server/outgoing'
import type { ChannelConfigs } from '../../message-channel'
import { later, never, sent, type Failure, type Outcome } from '../../message-outcome'
import { fromNoAnswer, fromStatus, jsonOf, type Letter } from './letter'

const percent = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

type Signing = {
  host: string
  action: string
  version: string
  query: Record<string, string>
  keyId: string
  key: string
  date: string
  nonce: string
}

/**
 * Query and headers of a call with an empty body, signed by ACS3-HMAC-SHA256
 * (help.aliyun.com: "V3 request structure and signature").
 */
export function signAcs3({ host, action, version, query, keyId, key, date, nonce }: Signing) {
  const sorted = Object.keys(query).sort()
  const canonicalQuery = sorted.map((name) => `${percent(name)}=${percent(query[name] ?? '')}`).join('&')
  const hashed = sha256('')
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': hashed,
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  }
  const names = Object.keys(headers).join(';')
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`)
  const canonical = ['POST', '/', canonicalQuery, lines.join(''), names, hashed].join('\n')
  const signature = createHmac('sha256', key)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  const authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names},Signature=${signature}`
  return { query: canonicalQuery, headers: { ...headers, authorization } }
}

const SAYS: [RegExp, (detail: string) => Outcome][] = [
  [/^isv\.(BUSINESS_LIMIT_CONTROL|DAY_LIMIT_CONTROL|MONTH_LIMIT_CONTROL)/, (d) => later('rate-limited', 65, d)],
  [/^Throttling/, (d) => later('rate-limited', 5, d)],
  [/^(isp\.SYSTEM_ERROR|isp\.GATEWAY_ERROR|ServiceUnavailable|InternalError)/, (d) => later('provider-fault', 0, d)],
  [/^(InvalidTimeStamp|SignatureNonceUsed)/, (d) => later('provider-fault', 1, d)],
  [/^isv\.(MOBILE_NUMBER_ILLEGAL|MOBILE_COUNT_OVER_LIMIT|PHONENUMBER_)/, (d) => never('bad-recipient', d)],
  [/^isv\.(SMS_TEMPLATE_ILLEGAL|SMS_SIGNATURE_ILLEGAL|SMS_SIGN_ILLEGAL|TEMPLATE_\w+|INVALID_JSON_PARAM|INVALID_PARAMETERS|SMS_\w*SCENE\w*)$/, (d) => never('bad-template', d)],
  [/^isv\.(BLACK_KEY_CONTROL_LIMIT|PARAM_\w+|SMS_CONTENT_\w+)$/, (d) => never('content-refused', d)],
  [/^isv\.(AMOUNT_NOT_ENOUGH|OUT_OF_SERVICE)$/, (d) => never('out-of-funds', d)],
  [/^(isp\.RAM_PERMISSION_DENY|isv\.PRODUCT_UN\w+|isv\.ACCOUNT_ABNORMAL|NoPermission|Forbidden)/, (d) => never('not-permitted', d)],
  [/^(InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|MissingAccessKeyId|isv\.ACCOUNT_NOT_EXISTS)/, (d) => never('bad-credentials', d)],
] // prettier-ignore

const meaning = (code: string, or: Failure = 'refused'): Outcome =>
  SAYS.find(([pattern]) => pattern.test(code))?.[1](code) ?? never(or, code)

async function call(
  { endpoint, accessKeyId }: ChannelConfigs['aliyunSms'],
  key: string,
  action: string,
  query: Record<string, string>,
  { now, timeoutMs }: Letter,
) {
  const date = `${now.toISOString().slice(0, 19)}Z`
  const { host } = new URL(endpoint)
  const signing = { host, action, version: '2017-05-25', query, keyId: accessKeyId, key, date }
  const signed = signAcs3({ ...signing, nonce: randomUUID() })
  const answer = await post(`${endpoint}/?${signed.query}`, signed.headers, '', timeoutMs)
  return { ...answer, json: jsonOf(answer.body) }
}

/** Whether the provider has this message already: an earlier attempt was heard although its answer was lost. */
async function isKnown(config: ChannelConfigs['aliyunSms'], key: string, letter: Letter): Promise<boolean> {
  const days = new Set([letter.createdAt, letter.now].map((at) => dayOf(at, 'Asia/Shanghai')))
  for (const day of days) {
    const query = {
      PhoneNumber: numberOf(letter.to),
      SendDate: day.replaceAll('-', ''),
      PageSize: '50',
      CurrentPage: '1',
    }
    const { json } = await call(config, key, 'QuerySendDetails', query, letter)
    const listed = json?.SmsSendDetailDTOs as { SmsSendDetailDTO?: { OutId?: string }[] } | undefined
    if (listed?.SmsSendDetailDTO?.some(({ OutId }) => OutId === letter.id)) return true
  }
  return false
}

const numberOf = (phone: string) => normalPhone(phone).replace(/^\+/, '')

/** Sends a text message through Aliyun (dysmsapi 2017-05-25, SendSms); our id is its OutId. */
export async function sendAliyunSms(
  config: ChannelConfigs['aliyunSms'],
  key: string,
  letter: Letter,
): Promise<Outcome> {
  const use = config.templates[letter.template]
  if (!use) return never('bad-template')
  const parameters = Object.fromEntries(use.parameters.map(({ name, fact }) => [name, letter.value(fact)]))
  const query = {
    PhoneNumbers: numberOf(letter.to),
    SignName: config.signName,
    TemplateCode: use.id,
    TemplateParam: JSON.stringify(parameters),
    OutId: letter.id,
  }
  try {
    if (letter.unsure && (await isKnown(config, key, letter))) return sent('')
    const { status, json, retryAfterSeconds } = await call(config, key, 'SendSms', query, letter)
    if (json?.Code === 'OK') return sent(json.BizId)
    return typeof json?.Code === 'string' ? meaning(json.Code) : fromStatus(status, retryAfterSeconds)
  } catch (error) {
    return fromNoAnswer(error)
  }
}
