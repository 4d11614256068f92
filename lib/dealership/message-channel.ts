import * as z from 'zod'
import { flag, requiredText, text } from '@/lib/core/fields'
import { factsOf, isMessageTemplate } from './message-templates'

/** In the order in which they are tried where several fit. */
export const CHANNEL_KINDS = ['aliyunSms', 'tencentSms', 'wechatTemplate', 'smtp', 'webhook'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Whether a service may be asked at this address: https, or http on this very machine; without name, password and fragment. */
export function isServiceAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password, hash } = new URL(address)
  const secure = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
  return secure && !username && !password && !hash
}
const address = (standard = '') =>
  text(300)
    .default(standard)
    .transform((value) => value || standard)
    .refine(isServiceAddress, 'address')
const base = (standard: string) => address(standard).transform((value) => value.replace(/\/+$/, ''))

/** A parameter of a provider's template and the fact that fills it. */
export type TemplateParameter = { name: string; fact: string }
export type TemplateUse = { id: string; parameters: TemplateParameter[] }

const PARAMETER = /^([A-Za-z]\w{0,31})(?:\s*=\s*([A-Za-z]\w{0,31}))?$/

/** `code, time=startsAt` as parameters; undefined where it is not to be understood or no fact of the template. */
export function parametersFrom(template: string, words: string): TemplateParameter[] | undefined {
  const all = words.split(/[,\uff0c\u3001\n]/).flatMap((word) => word.trim() || [])
  const read = all.map((word) => {
    const [, name = '', fact = name] = PARAMETER.exec(word) ?? []
    return { name, fact }
  })
  return read.every(({ fact }) => factsOf(template).includes(fact)) ? read : undefined
}
export const parametersToText = (parameters: readonly TemplateParameter[]): string =>
  parameters.map(({ name, fact }) => (name === fact ? name : `${name}=${fact}`)).join(', ')

const Use = z.object({
  id: requiredText(64),
  parameters: z.array(z.object({ name: z.string(), fact: z.string() })).max(20),
})
const Templates = z.record(z.string(), Use).default({})

const Shapes = {
  aliyunSms: z.object({
    accessKeyId: requiredText(64),
    signName: requiredText(30),
    endpoint: base('https://dysmsapi.aliyuncs.com'),
    templates: Templates,
  }),
  tencentSms: z.object({
    secretId: requiredText(64),
    sdkAppId: requiredText(20),
    signName: requiredText(30),
    region: text(30)
      .default('')
      .transform((value) => value || 'ap-guangzhou'),
    endpoint: base('https://sms.tencentcloudapi.com'),
    templates: Templates,
  }),
  wechatTemplate: z.object({
    appId: requiredText(40),
    endpoint: base('https://api.weixin.qq.com'),
    templates: Templates,
  }),
  smtp: z.object({
    host: requiredText(200).pipe(z.string().regex(/^[\w.:-]+$/, 'address')),
    port: z.coerce.number().int().min(1).max(65_535),
    security: z.enum(['tls', 'starttls'], 'choose'),
    user: requiredText(200),
    from: requiredText(200).pipe(z.email('email')),
    certificate: text(8000).default(''),
  }),
  webhook: z.object({ url: requiredText(500).pipe(z.string().refine(isServiceAddress, 'address')) }),
}
export type ChannelConfigs = { [Kind in ChannelKind]: z.output<(typeof Shapes)[Kind]> }

/** A stored config of this kind; undefined when it no longer fits its shape. */
export function configOf<Kind extends ChannelKind>(
  kind: Kind,
  stored: unknown,
): ChannelConfigs[Kind] | undefined {
  const parsed = Shapes[kind].safeParse(stored)
  return parsed.success ? (parsed.data as ChannelConfigs[Kind]) : undefined
}
/** Where the secret, or what is signed with it, goes: who changes this types the secret anew. */
export const destinationOf = (kind: ChannelKind, config: Record<string, unknown>): string =>
  [kind, config.endpoint, config.url, config.host, config.port, config.certificate, config.security].join(' ')

const kept = { enabled: flag.default(false), secret: z.string().trim().max(4000).default('') }
const SaveOne = z.discriminatedUnion('kind', [
  Shapes.aliyunSms.extend({ kind: z.literal('aliyunSms'), ...kept }),
  Shapes.tencentSms.extend({ kind: z.literal('tencentSms'), ...kept }),
  Shapes.wechatTemplate.extend({ kind: z.literal('wechatTemplate'), ...kept }),
  Shapes.smtp.extend({ kind: z.literal('smtp'), ...kept }),
  Shapes.webhook.extend({ kind: z.literal('webhook'), ...kept }),
])

const NAMED = /^templates\.(.+)\.(id|parameters)$/

/** The flat fields of a form, `templates.car-ready.id`, as one map; a template without an id is not used. */
function gatherTemplates(raw: unknown, problems: z.RefinementCtx): unknown {
  if (typeof raw !== 'object' || raw === null) return raw
  const fields = raw as Record<string, unknown>
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !NAMED.test(name)))
  const templates: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields)) {
    const [, template = '', part] = NAMED.exec(field) ?? []
    if (part !== 'id' || !isMessageTemplate(template) || !String(value).trim()) continue
    const words = String(fields[`templates.${template}.parameters`] ?? '').slice(0, 1000)
    const parameters = parametersFrom(template, words)
    if (parameters) templates[template] = { id: value, parameters }
    else
      problems.addIssue({
        code: 'custom',
        message: 'parameters',
        path: [`templates.${template}.parameters`],
        input: words,
      })
  }
  return Object.keys(templates).length ? { ...rest, templates } : rest
}

/** What the form of a channel posts. */
export const SaveMessageChannel = z.preprocess(gatherTemplates, SaveOne)
