import 'server-only'
import * as z from 'zod'
import { id, phone, requiredText } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command, query, type Context } from '@/lib/server/doors'
import { newId } from '@/lib/server/ids'
import { limit } from '@/lib/server/rate-limit'
import type { ChannelKind } from '../message-channel'
import { factsOf, isMessageTemplate } from '../message-templates'
import type { Outcome } from '../message-outcome'
import { channelOf, sendBy, templatesOf, type Channel } from './messages/channel'
import { compose, type Delivering } from './messages/compose'
import { thisDealership } from './this-dealership'

const Wanted = z.object({
  id,
  to: z.string().max(200).default(''),
  template: z.string().refine(isMessageTemplate, 'choose').default('channel-test'),
})

const RECIPIENTS: Record<ChannelKind, z.ZodType<string>> = {
  aliyunSms: phone,
  tencentSms: phone,
  wechatTemplate: requiredText(64),
  smtp: z.string().trim().pipe(z.email('email')),
  webhook: z.string(),
}

/**
 * Sends a test through a channel, also one that is off, and answers what the provider said; twenty an hour. The page
 * shows the last answer. Refuses with `messageChannel.test-template` where the provider has no template for the message.
 */
export async function testMessageChannel(
  context: Context,
  raw: unknown,
  delivering: Delivering,
): Promise<Outcome> {
  const wanted = await channelToTest(context, raw)
  await limit('channel-test', context.actor.dealershipId, 20, 3600)
  const { channel, dealership, template, to } = wanted
  const facts = exampleFacts(template, dealership, context.now)
  const letter = compose(
    {
      id: newId(),
      to,
      template,
      facts,
      locale: context.actor.locale,
      createdAt: context.now,
      unsure: false,
      dealership,
    },
    delivering,
  )
  const outcome = await sendBy(channel, letter)
  const { db, actor, now } = context
  await keepTest({ db, actor, now }, { id: channel.id, outcome })
  return outcome
}

const channelToTest = query(
  'messageChannel.test',
  Wanted,
  async ({ tx, actor: { dealershipId } }, { id: channelId, to, template }) => {
    const row = await tx.messageChannel.findUnique({
      where: { dealershipId_id: { dealershipId, id: channelId } },
      select: { id: true, kind: true, sealedSecret: true, config: true },
    })
    const [channel] = row ? channelOf({ dealershipId, ...row }, row.config) : []
    if (!channel) throw new Refusal('common.not-found')
    if ('templates' in channel.config && !templatesOf(channel).includes(template))
      throw new Refusal('messageChannel.test-template')
    const recipient = z.object({ to: RECIPIENTS[channel.kind] }).parse({ to })
    return {
      channel: channel satisfies Channel,
      dealership: await thisDealership(tx, dealershipId),
      template,
      to: recipient.to,
    }
  },
)

const keepTest = command(
  'messageChannel.test',
  z.object({
    id,
    outcome: z.object({
      result: z.enum(['sent', 'later', 'never']),
      code: z.string().optional(),
      detail: z.string().optional(),
    }),
  }),
  async ({ tx, actor: { dealershipId }, now }, { id: channelId, outcome }) => {
    const { kind } = await tx.messageChannel.update({
      where: { dealershipId_id: { dealershipId, id: channelId } },
      data: { testedAt: now, testOutcome: outcome },
      select: { kind: true },
    })
    return {
      result: { id: channelId },
      subject: { type: 'dealership', id: dealershipId },
      facts: { kind, result: outcome.result, failure: outcome.code ?? null },
    }
  },
)

type House = { name: string; phone: string; timeZone: string }

/** Values that show where each parameter of a provider's template lands. */
function exampleFacts(template: string, { name, phone: number, timeZone }: House, now: Date) {
  const values: Record<string, string | number> = {
    dealership: name,
    phone: number,
    dealershipPhone: number,
    timeZone,
  }
  const example = (fact: string): string | number => {
    if (fact.endsWith('At') || fact === 'planBy') return now.toISOString()
    if (fact.endsWith('Fen')) return 12_300
    if (fact.startsWith('minutes')) return 5
    if (fact === 'link') return '/v/test'
    return '123456'
  }
  return Object.fromEntries(
    factsOf(template)
      .map((fact) => [fact, values[fact] ?? example(fact)])
      .concat(Object.entries(values)),
  )
}
