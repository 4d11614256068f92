import 'server-only'
import * as z from 'zod'
import { flag, id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command, query } from '@/lib/server/doors'
import { CHANNEL_KINDS, destinationOf, SaveMessageChannel } from '../message-channel'
import { isFailure, type Failure } from '../message-outcome'
import { sealSecret } from './messages/channel'

/**
 * Connects a provider, or changes how it is used. The secret is sealed and never shown again (X-SEC-02); left empty it
 * stays. Refuses with `messageChannel.secret-wanted` for a new provider without one, and where the address to which it
 * goes changes: nobody who may change settings can have a kept secret sent to a place of their own.
 */
export const saveMessageChannel = command(
  'messageChannel.save',
  SaveMessageChannel,
  async ({ tx, actor: { dealershipId, id: changedById }, now }, { kind, enabled, secret, ...config }) => {
    const where = { dealershipId_kind: { dealershipId, kind } }
    const before = await tx.messageChannel.findUnique({ where, select: { config: true } })
    const moved =
      before && destinationOf(kind, before.config as Record<string, unknown>) !== destinationOf(kind, config)
    if (!secret && (!before || moved)) throw new Refusal('messageChannel.secret-wanted')
    const data = {
      enabled,
      config,
      changedAt: now,
      changedById,
      sealedToken: null,
      tokenEndsAt: null,
    }
    const sealed = secret
      ? { sealedSecret: sealSecret({ dealershipId, kind }, secret), secretSetAt: now }
      : undefined
    const saved = sealed
      ? await tx.messageChannel.upsert({
          where,
          create: { dealershipId, kind, ...data, ...sealed },
          update: { ...data, ...sealed },
          select: { id: true },
        })
      : await tx.messageChannel.update({ where, data, select: { id: true } })
    return {
      result: saved,
      subject: { type: 'dealership', id: dealershipId },
      facts: { kind, enabled, newSecret: !!secret },
    }
  },
)

/** Switches a channel on or off; what waits for one that is off goes by another way. */
export const switchMessageChannel = command(
  'messageChannel.switch',
  z.object({ id, enabled: flag }),
  async ({ tx, actor: { dealershipId, id: changedById }, now }, { id: channelId, enabled }) => {
    const where = { dealershipId_id: { dealershipId, id: channelId } }
    const channel = await tx.messageChannel.findUnique({ where, select: { kind: true } })
    if (!channel) throw new Refusal('common.not-found')
    await tx.messageChannel.update({
      where,
      data: { enabled, changedAt: now, changedById },
      select: { id: true },
    })
    return {
      result: { id: channelId },
      subject: { type: 'dealership', id: dealershipId },
      facts: { kind: channel.kind, enabled },
    }
  },
)

const Tested = z.object({
  result: z.enum(['sent', 'later', 'never']),
  code: z.string().optional(),
  detail: z.string().default(''),
})

/** What the last test came to, as the page shows it. */
export type TestOutcome = { result: 'sent' | 'later' | 'never'; code: Failure | null; detail: string }

const testOf = (stored: unknown): TestOutcome | null => {
  const read = Tested.safeParse(stored)
  if (!read.success) return null
  const { result, code, detail } = read.data
  return { result, code: code && isFailure(code) ? code : null, detail }
}

/** The providers of this dealership in the order in which they are tried; of a secret only since when it is kept. */
export const messageChannels = query(
  'messageChannel.manage',
  z.object({}),
  async ({ tx, actor: { dealershipId } }) => {
    const rows = await tx.messageChannel.findMany({
      where: { dealershipId },
      select: {
        id: true,
        kind: true,
        enabled: true,
        config: true,
        secretSetAt: true,
        testedAt: true,
        testOutcome: true,
      },
    })
    const failures = await tx.messageDelivery.groupBy({
      by: ['channelId'],
      where: { dealershipId, status: 'failed' },
      _count: true,
    })
    return rows
      .sort((a, b) => CHANNEL_KINDS.indexOf(a.kind) - CHANNEL_KINDS.indexOf(b.kind))
      .map(({ config, testOutcome, ...row }) => ({
        ...row,
        config: config as Record<string, unknown>,
        test: testOf(testOutcome),
        failed: failures.find(({ channelId }) => channelId === row.id)?._count ?? 0,
      }))
  },
)
