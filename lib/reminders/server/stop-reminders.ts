import 'server-only'
import * as z from 'zod'
import { CONSENT_VERSIONS } from '@/lib/customers/consent'
import { dropOffers } from '@/lib/customers/server/drop-offers'
import { plateTail } from '@/lib/core/plate'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command, query } from '@/lib/server/doors'
import { contactFlow } from '../contact'
import { invitedTaskId } from './invitation-token'

/**
 * A customer's no to reminders and offers, kept with its channel and the version of the text: all contacts about them end, but a
 * recall, and what waits to be sent is not sent (X-CRM-19). Answers how many ended.
 */
export async function takeOffLists(
  tx: Tx,
  {
    dealershipId,
    customerId,
    channel,
    now,
    proof = '',
    byId = null,
  }: {
    dealershipId: string
    customerId: string
    channel: 'phone' | 'online' | 'store' | 'wechat' | 'sms'
    now: Date
    proof?: string
    byId?: string | null
  },
): Promise<number> {
  await tx.consent.create({
    data: {
      dealershipId,
      customerId,
      kind: 'marketing',
      given: false,
      textVersion: CONSENT_VERSIONS.marketing,
      channel,
      at: now,
      proof,
      byId,
    },
    select: { id: true },
  })
  await dropOffers(tx, dealershipId, customerId)
  await tx.followUp.updateMany({
    where: { dealershipId, customerId, kind: 'nextService', status: { in: ['planned', 'due', 'overdue'] } },
    data: { status: 'skipped', reason: 'optedOut', closedAt: now },
  })
  const { count } = await tx.contactTask.updateMany({
    where: { dealershipId, customerId, status: 'open', class: { not: 'recall' } },
    data: { status: contactFlow.next('open', 'optOut'), closedAt: now, reason: 'optedOut' },
  })
  return count
}

/** Whether a customer has said no to reminders and offers. */
export async function saidNo(tx: Tx, dealershipId: string, customerId: string): Promise<boolean> {
  const last = await tx.consent.findFirst({
    where: { dealershipId, customerId, kind: 'marketing' },
    orderBy: { at: 'desc' },
    select: { given: true },
  })
  return last?.given === false
}

const ByToken = z.object({ token: z.string().max(200) })

const readerOf = async (tx: Tx, dealershipId: string, token: string, now: Date) => {
  const id = invitedTaskId(dealershipId, token, now, { everAfter: true })
  const task = await tx.contactTask.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    select: { id: true, class: true, customerId: true, vehicle: { select: { plate: true } } },
  })
  if (!task) throw new Refusal('common.not-found')
  return task
}

/** What the link that ends reminders shows: the end of the plate, and whether they have ended already. */
export const reminderStop = query(
  'reminder.stop',
  ByToken,
  async ({ tx, actor: { dealershipId }, now }, { token }) => {
    const { customerId, vehicle } = await readerOf(tx, dealershipId, token, now)
    return { plateTail: plateTail(vehicle.plate), stopped: await saidNo(tx, dealershipId, customerId) }
  },
)

/**
 * The reader of a reminder wants no more of them; works with the link of any reminder, however old. Refuses `common.not-found`
 * for anything that was not signed here.
 */
export const stopReminders = command(
  'reminder.stop',
  ByToken,
  async ({ tx, actor: { dealershipId }, now }, { token }) => {
    const { id, class: of, customerId } = await readerOf(tx, dealershipId, token, now)
    const already = await saidNo(tx, dealershipId, customerId)
    const ended = already ? 0 : await takeOffLists(tx, { dealershipId, customerId, channel: 'online', now })
    return {
      result: { stopped: true },
      subject: { type: 'contactTask', id },
      facts: { class: of, ended },
    }
  },
)
