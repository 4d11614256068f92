import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import type { MessageTemplate } from '@/lib/dealership/message-templates'
import { deliverMessage } from '@/lib/dealership/server/deliver-message'
import { saveMessageChannel } from '@/lib/dealership/server/message-channels'
import { messageWording } from '@/lib/i18n/message-wording'
import { env } from '@/lib/server/env'
import { tell, type Telling } from '@/lib/server/outbox'
import { aCustomerWithCar, type GivenDealership } from '../../support/given'

/** The providers of these tests stand on this machine, which an installation must allow. */
export function allowThisMachine() {
  beforeAll(() => void (env().MESSAGES_PRIVATE_NETWORK = '1'))
  afterAll(() => void (env().MESSAGES_PRIVATE_NETWORK = ''))
}

export const SECRET = 'a-secret-of-the-provider'

/** Connects a provider as the form of the settings page does. */
export const connect = (here: GivenDealership, kind: string, fields: Record<string, string>) =>
  saveMessageChannel(here.as('administrator'), { kind, enabled: 'on', secret: SECRET, ...fields })

/** A message in the outbox to a customer of the house, or to a telephone alone. */
export async function aMessage(
  here: GivenDealership,
  {
    template = 'car-ready',
    reach = {},
    customer = true,
    phone = '13800138000',
    ...over
  }: Partial<Telling> & {
    template?: MessageTemplate
    reach?: { email?: string; wechatOpenId?: string; preferredChannel?: 'wechat' | 'sms' }
    customer?: boolean
    phone?: string
  } = {},
): Promise<string> {
  const { dealershipId, now } = here
  const known = customer ? (await aCustomerWithCar(here, { phone })).customer : undefined
  return here.inside(async (tx) => {
    if (known)
      await tx.customer.update({
        where: { dealershipId_id: { dealershipId, id: known.id } },
        data: reach,
      })
    await tell(tx, {
      dealershipId,
      template,
      recipient: phone,
      locale: 'zh-CN',
      at: now,
      customerId: known?.id,
      dedupeKey: randomUUID(),
      facts: { name: '张伟', plate: '沪A12345', no: 'R1', link: '/v/a-token', dealership: '测试店' },
      ...over,
    })
    const { id } = await tx.outboxMessage.findFirstOrThrow({ orderBy: { id: 'desc' } })
    return id
  })
}

/** Patience with a provider that is there, and with one that hangs. */
export const PATIENT_MS = 8000
export const HASTY_MS = 400

/** Runs the task of the worker for a message once, at a time; for its copy where a channel is named. */
export const deliver = (
  here: GivenDealership,
  messageId: string,
  at = here.now,
  { timeoutMs = PATIENT_MS, channelId }: { timeoutMs?: number; channelId?: string } = {},
) =>
  deliverMessage(
    { dealershipId: here.dealershipId, messageId, ...(channelId && { channelId }) },
    { wording: messageWording, clock: () => at, timeoutMs },
  )

/** What the tables say about a message. */
export const fate = (here: GivenDealership, id: string) =>
  here.inside(async (tx) => {
    const { status, error, attempts, facts } = await tx.outboxMessage.findFirstOrThrow({ where: { id } })
    const deliveries = await tx.messageDelivery.findMany({
      where: { messageId: id },
      select: {
        status: true,
        attempts: true,
        code: true,
        detail: true,
        providerId: true,
        channel: { select: { kind: true } },
      },
    })
    return {
      status,
      error,
      attempts,
      facts,
      deliveries: deliveries.map(({ channel, ...one }) => ({ ...one, kind: channel.kind })),
    }
  })
