import 'server-only'
import { secondsAfter } from '@/lib/core/time'
import { post } from '@/lib/server/outgoing'
import type { ChannelConfigs } from '../../message-channel'
import { later, never, sent, type Outcome } from '../../message-outcome'
import { fromNoAnswer, fromStatus, jsonOf, type Letter } from './letter'

/** Where the access token of an account is kept for all processes while it is good. */
export type TokenKeeper = {
  read: (now: Date) => Promise<string | null>
  keep: (token: string, endsAt: Date) => Promise<void>
}

const TOKEN_OVER = new Set([40001, 40014, 42001])
const MARGIN_SECONDS = 120

const SAYS: Record<number, (code: number) => Outcome> = {
  [-1]: (c) => later('provider-fault', 10, c),
  40001: (c) => never('bad-credentials', c),
  40014: (c) => never('bad-credentials', c),
  42001: (c) => never('bad-credentials', c),
  40002: (c) => never('bad-credentials', c),
  40013: (c) => never('bad-credentials', c),
  40125: (c) => never('bad-credentials', c),
  40243: (c) => never('bad-credentials', c),
  40164: (c) => never('not-permitted', c),
  48001: (c) => never('not-permitted', c),
  50002: (c) => never('not-permitted', c),
  89503: (c) => never('not-permitted', c),
  40003: (c) => never('bad-recipient', c),
  43004: (c) => never('recipient-refuses', c),
  43019: (c) => never('recipient-refuses', c),
  43101: (c) => never('recipient-refuses', c),
  40037: (c) => never('bad-template', c),
  41028: (c) => never('bad-template', c),
  47001: (c) => never('bad-template', c),
  47003: (c) => never('bad-template', c),
  45168: (c) => never('content-refused', c),
  45009: (c) => later('rate-limited', 3600, c),
  45011: (c) => later('rate-limited', 60, c),
}
const meaning = (code: number): Outcome => SAYS[code]?.(code) ?? never('refused', code)

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' }

type Account = { config: ChannelConfigs['wechatTemplate']; secret: string; keeper: TokenKeeper }
type Said = { json: Record<string, unknown> | undefined; code: number; unsaid: Outcome }

async function ask(address: string, content: unknown, timeoutMs: number): Promise<Said> {
  const { status, body, retryAfterSeconds } = await post(
    address,
    JSON_HEADERS,
    JSON.stringify(content),
    timeoutMs,
  )
  const json = status < 500 ? jsonOf(body) : undefined
  return { json, code: Number(json?.errcode ?? 0), unsaid: fromStatus(status, retryAfterSeconds) }
}

/** The token of the account: the kept one while it is good, or a new one; `fresh` makes the provider end the old one. */
async function tokenOf(
  { config, secret, keeper }: Account,
  { now, timeoutMs }: Letter,
  fresh: boolean,
): Promise<string | Outcome> {
  const kept = fresh ? null : await keeper.read(now)
  if (kept) return kept
  const wanted = {
    grant_type: 'client_credential',
    appid: config.appId,
    secret,
    force_refresh: fresh,
  }
  const { json, code, unsaid } = await ask(`${config.endpoint}/cgi-bin/stable_token`, wanted, timeoutMs)
  if (code) return meaning(code)
  const { access_token: token, expires_in: seconds } = json ?? {}
  if (typeof token !== 'string' || !token) return unsaid
  await keeper.keep(token, secondsAfter(now, Math.max(0, Number(seconds ?? 0) - MARGIN_SECONDS)))
  return token
}

/**
 * Sends a template message of a WeChat service account (developers.weixin.qq.com, sendTemplateMessage); our id is its
 * client_msg_id, under which WeChat takes a message once. A token that ended early is fetched anew once.
 */
export async function sendWechatTemplate(
  config: ChannelConfigs['wechatTemplate'],
  secret: string,
  letter: Letter,
  keeper: TokenKeeper,
): Promise<Outcome> {
  const use = config.templates[letter.template]
  if (!use) return never('bad-template')
  const content = {
    touser: letter.to,
    template_id: use.id,
    ...(letter.url && { url: letter.url }),
    client_msg_id: letter.id.replaceAll('-', ''),
    data: Object.fromEntries(use.parameters.map(({ name, fact }) => [name, { value: letter.value(fact) }])),
  }
  try {
    for (const fresh of [false, true]) {
      const token = await tokenOf({ config, secret, keeper }, letter, fresh)
      if (typeof token !== 'string') return token
      const address = `${config.endpoint}/cgi-bin/message/template/send?access_token=${encodeURIComponent(token)}`
      const { json, code, unsaid } = await ask(address, content, letter.timeoutMs)
      if (!json || typeof json.errcode !== 'number') return unsaid
      if (code === 0) return sent(json.msgid)
      if (!TOKEN_OVER.has(code) || fresh) return meaning(code)
    }
  } catch (error) {
    return fromNoAnswer(error)
  }
  return never('bad-credentials')
}
