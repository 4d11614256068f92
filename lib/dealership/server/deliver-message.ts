import 'server-only'
import * as z from 'zod'
import { secondsAfter } from '@/lib/core/time'
import { asTenant, database, type Prisma, type Tx } from '@/lib/server/db'
import { isDemo } from '@/lib/server/env'
import { reportFault } from '@/lib/server/log'
import { enqueue, withoutSecrets, type Telling } from '@/lib/server/outbox'
import { later, MOST_ATTEMPTS, secondsToWait, type Outcome } from '../message-outcome'
import { isStale, routeOf, type Route } from '../message-route'
import { mayLeaveAt } from '../quiet-hours'
import { channelsInUse, sendBy, templatesOf, type Channel } from './messages/channel'
import { compose, type Delivering } from './messages/compose'
import { settingsOf } from './settings'

const Payload = z.object({ dealershipId: z.uuid(), messageId: z.uuid(), channelId: z.uuid().optional() })
type Job = z.output<typeof Payload>

/** So long a process may take to send; after it another one may try. */
const LEASE_SECONDS = 120

/**
 * Delivers one message of the outbox by the channels of its dealership (X-COM-17), or the copy of one to a webhook where
 * the job names the channel. Without a channel the outbox page is the delivery. What a provider may take later comes
 * back as a job; what it never takes goes by the next way, and fails when there is none. Codes and links leave the table
 * with the message, except in the demo (R39). Running twice has the effect of once: a provider has one row per message,
 * which says who is sending and what came of it (R47, R48). Nothing is sent while a transaction is open (R25).
 */
export async function deliverMessage(payload: unknown, delivering: Delivering): Promise<void> {
  const job = Payload.parse(payload)
  const inside = <Result>(work: (tx: Tx) => Promise<Result>) => asTenant(database(), job.dealershipId, work)
  for (;;) {
    const step = await inside((tx) => nextStep(tx, job, delivering.clock()))
    if (!step) return
    const outcome = await attempt(step, delivering)
    const over = await inside((tx) => settle(tx, job, step, outcome, delivering.clock()))
    if (over) return
  }
}

/** A fault of our own counts as an attempt, so that no message is stuck behind it. */
async function attempt({ channel, message }: Step, delivering: Delivering): Promise<Outcome> {
  try {
    return await sendBy(channel, compose(message, delivering))
  } catch (error) {
    return later('refused', 0, reportFault(error, 'send-message'))
  }
}

type Step = { channel: Channel; message: Parameters<typeof compose>[0]; attempts: number }

async function messageAtHand(tx: Tx, { dealershipId, messageId: id }: Job) {
  // Whoever comes second waits here and then finds what the first has done.
  await tx.$queryRaw`SELECT id::text FROM "OutboxMessage" WHERE "dealershipId" = ${dealershipId}::uuid AND id = ${id}::uuid FOR UPDATE`
  return tx.outboxMessage.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      customer: { select: { email: true, wechatOpenId: true, preferredChannel: true } },
      dealership: { select: { name: true, nameEn: true, timeZone: true } },
      messageDeliveries: { orderBy: { endedAt: 'asc' } },
    },
  })
}
type AtHand = NonNullable<Awaited<ReturnType<typeof messageAtHand>>>

const jobKey = ({ messageId, channelId }: Job) => ['message', messageId, channelId].filter(Boolean).join(':')

/** Leaves the job for later. */
async function again(tx: Tx, job: Job, runAt?: Date): Promise<undefined> {
  const { dealershipId, messageId, channelId } = job
  const payload = { dealershipId, messageId, ...(channelId && { channelId }) }
  await enqueue(tx, 'deliver-message', payload, { key: jobKey(job), runAt })
}

/** What is to be sent now, claimed for this process; nothing when the message is done, or waits. */
async function nextStep(tx: Tx, job: Job, now: Date): Promise<Step | undefined> {
  const message = await messageAtHand(tx, job)
  if (!message || (!job.channelId && message.status !== 'queued')) return
  const facts = message.facts as Telling['facts']
  if (!job.channelId) {
    const leaveAt = mayLeaveAt(message.template, now, await settingsOf(tx), message.dealership.timeZone)
    if (leaveAt > now) return again(tx, job, leaveAt)
  }
  const channels = await channelsInUse(tx, job.dealershipId, job.channelId)
  const route = routeOf(message, message.customer, routed(channels))
  if (job.channelId) {
    const copy = channels[0] && { channel: channels[0], to: message.recipient }
    return copy ? claim(tx, job, message, copy, withoutSecrets(facts), now) : switchedOff(tx, job, now)
  }
  if (!channels.length && message.messageDeliveries.length)
    return change(tx, message, { status: 'failed', error: 'switched-off' })
  if (!channels.length)
    return change(tx, message, { status: 'sent', sentAt: now, attempts: { increment: 1 } })
  if (isStale({ ...message, facts }, now)) return change(tx, message, { status: 'dropped' })
  await sendCopies(tx, job, message, route)
  const failed = message.messageDeliveries.filter(({ status }) => status === 'failed')
  const way = route.ways.find(({ channelId }) => !failed.some((one) => one.channelId === channelId))
  const channel = channels.find(({ id }) => id === way?.channelId)
  const took = message.messageDeliveries.find(
    ({ channelId, status }) => channelId === way?.channelId && status === 'sent',
  )
  if (took) return change(tx, message, { status: 'sent', sentAt: took.endedAt ?? now, error: null })
  if (way && channel) return claim(tx, job, message, { channel, to: way.to }, facts, now)
  const error = failed.at(-1)?.code ?? 'no-route'
  return change(tx, message, { status: 'failed', error })
}

const routed = (channels: Channel[]) =>
  channels.map((channel) => ({ id: channel.id, kind: channel.kind, templates: templatesOf(channel) }))

async function sendCopies(tx: Tx, job: Job, { messageDeliveries }: AtHand, { copies }: Route) {
  for (const { channelId } of copies) {
    if (messageDeliveries.some((one) => one.channelId === channelId)) continue
    const { dealershipId, messageId } = job
    const data = { dealershipId, messageId, channelId, status: 'waiting' } as const
    await tx.messageDelivery.create({ data, select: { messageId: true } })
    await again(tx, { ...job, channelId })
  }
}

async function claim(
  tx: Tx,
  job: Job,
  message: AtHand,
  { channel, to }: { channel: Channel; to: string },
  facts: Telling['facts'],
  now: Date,
): Promise<Step | undefined> {
  const { dealershipId, messageId } = job
  const before = message.messageDeliveries.find(({ channelId }) => channelId === channel.id)
  if (before?.status === 'sent' || before?.status === 'failed') return
  const leaseEnds =
    before?.status === 'sending' && before.startedAt && secondsAfter(before.startedAt, LEASE_SECONDS)
  if (leaseEnds && leaseEnds > now) return again(tx, job, leaseEnds)
  const key = { dealershipId, messageId, channelId: channel.id }
  const attempts = (before?.attempts ?? 0) + 1
  const data = { status: 'sending', startedAt: now, attempts } as const
  await tx.messageDelivery.upsert({
    where: { dealershipId_messageId_channelId: key },
    create: { ...key, ...data },
    update: data,
    select: { messageId: true },
  })
  const unsure =
    before?.status === 'sending' ||
    ['timed-out', 'unreachable', 'provider-fault'].includes(before?.code ?? '')
  return { channel, attempts, message: { ...message, to, facts, unsure } }
}

/** Writes down what a provider answered; whether that is all that this job can do. */
async function settle(
  tx: Tx,
  job: Job,
  { channel, attempts }: Step,
  outcome: Outcome,
  now: Date,
): Promise<boolean> {
  const { dealershipId, messageId } = job
  const message = await messageAtHand(tx, job)
  const main = !job.channelId && message?.status === 'queued' ? message : undefined
  const note = (data: Prisma.MessageDeliveryUpdateInput) =>
    tx.messageDelivery.update({
      where: { dealershipId_messageId_channelId: { dealershipId, messageId, channelId: channel.id } },
      data,
      select: { messageId: true },
    })
  const counted = { increment: 1 }
  if (outcome.result === 'sent') {
    const { providerId } = outcome
    await note({ status: 'sent', endedAt: now, providerId, code: null, detail: null })
    if (main) await change(tx, main, { status: 'sent', sentAt: now, error: null, attempts: counted })
    return true
  }
  const { code, detail } = outcome
  if (main) await change(tx, main, { error: code, attempts: counted })
  if (outcome.result === 'later' && attempts < MOST_ATTEMPTS) {
    await note({ status: 'waiting', code, detail })
    await again(tx, job, secondsAfter(now, secondsToWait(attempts, outcome.seconds)))
    return true
  }
  await note({ status: 'failed', endedAt: now, code, detail })
  return !!job.channelId
}

type Change = Pick<Prisma.OutboxMessageUpdateInput, 'sentAt' | 'error' | 'attempts'> & {
  status?: 'sent' | 'failed' | 'dropped'
}

/** Changes the message; codes and links go as soon as nobody sends it any more. */
async function change(tx: Tx, message: AtHand, data: Change): Promise<undefined> {
  const { dealershipId, id } = message
  const over = data.status === 'sent' || data.status === 'dropped'
  const facts = over && !isDemo() && withoutSecrets(message.facts as Telling['facts'])
  await tx.outboxMessage.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { ...data, ...(facts && { facts }) },
    select: { id: true },
  })
}

async function switchedOff(
  tx: Tx,
  { dealershipId, messageId, channelId }: Job,
  now: Date,
): Promise<undefined> {
  await tx.messageDelivery.updateMany({
    where: { dealershipId, messageId, channelId, status: { in: ['waiting', 'sending'] } },
    data: { status: 'failed', code: 'switched-off', endedAt: now },
  })
}
