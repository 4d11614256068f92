import 'server-only'
import { asTenant, database, type Tx } from '@/lib/server/db'
import { seal, unseal } from '@/lib/server/seal'
import { configOf, type ChannelConfigs, type ChannelKind } from '../../message-channel'
import { never, type Outcome } from '../../message-outcome'
import { sendAliyunSms } from './aliyun-sms'
import type { Letter } from './letter'
import { sendSmtp } from './smtp'
import { sendTencentSms } from './tencent-sms'
import { sendWebhook } from './webhook'
import { sendWechatTemplate, type TokenKeeper } from './wechat-template'

/** A channel in use; its secret stays sealed until a message is sent. */
export type Channel = {
  [Kind in ChannelKind]: {
    dealershipId: string
    id: string
    kind: Kind
    config: ChannelConfigs[Kind]
    sealedSecret: string
  }
}[ChannelKind]

type Owner = { dealershipId: string; kind: ChannelKind }

const PURPOSES = { secret: 'message channel secret', token: 'message channel token' }
const ownerOf = ({ dealershipId, kind }: Owner) => `${dealershipId}:${kind}`
export const sealSecret = (owner: Owner, secret: string) => seal(PURPOSES.secret, ownerOf(owner), secret)

/** The channels of this dealership that are in use, or the one of this id; one whose config no longer fits is none. */
export async function channelsInUse(tx: Tx, dealershipId: string, only?: string): Promise<Channel[]> {
  const rows = await tx.messageChannel.findMany({
    where: { dealershipId, enabled: true, ...(only && { id: only }) },
    select: { id: true, kind: true, config: true, sealedSecret: true },
  })
  return rows.flatMap(({ id, kind, config, sealedSecret }) =>
    channelOf({ dealershipId, id, kind, sealedSecret }, config),
  )
}

/** A stored channel with its config read; none where the config does not fit. */
export function channelOf(row: Owner & { id: string; sealedSecret: string }, stored: unknown): Channel[] {
  const config = configOf(row.kind, stored)
  return config ? [{ ...row, config } as Channel] : []
}

/** The templates that a channel carries; those without a map carry all. */
export const templatesOf = ({ config }: Channel): string[] =>
  'templates' in config ? Object.keys(config.templates) : []

const keeperOf = ({ dealershipId, kind, id }: Channel): TokenKeeper => {
  const owner = ownerOf({ dealershipId, kind })
  const where = { dealershipId_id: { dealershipId, id } }
  const inside = <Result>(work: (tx: Tx) => Promise<Result>) => asTenant(database(), dealershipId, work)
  return {
    read: async (now) => {
      const row = await inside((tx) =>
        tx.messageChannel.findUnique({ where, select: { sealedToken: true, tokenEndsAt: true } }),
      )
      if (!row?.sealedToken || !row.tokenEndsAt || row.tokenEndsAt <= now) return null
      return unseal(PURPOSES.token, owner, row.sealedToken)
    },
    keep: async (token, tokenEndsAt) => {
      const sealedToken = seal(PURPOSES.token, owner, token)
      await inside((tx) =>
        tx.messageChannel.update({ where, data: { sealedToken, tokenEndsAt }, select: { id: true } }),
      )
    },
  }
}

/** Sends a letter by a channel, outside of any transaction, and answers what became of it. */
export async function sendBy(channel: Channel, letter: Letter): Promise<Outcome> {
  const secret = unseal(PURPOSES.secret, ownerOf(channel), channel.sealedSecret)
  if (secret === null) return never('secret-unreadable')
  switch (channel.kind) {
    case 'aliyunSms':
      return sendAliyunSms(channel.config, secret, letter)
    case 'tencentSms':
      return sendTencentSms(channel.config, secret, letter)
    case 'wechatTemplate':
      return sendWechatTemplate(channel.config, secret, letter, keeperOf(channel))
    case 'smtp':
      return sendSmtp(channel.config, secret, letter)
    case 'webhook':
      return sendWebhook(channel.config, secret, letter)
  }
}
