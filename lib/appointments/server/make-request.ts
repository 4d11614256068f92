import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import { dayOf } from '@/lib/core/time'
import { openInterval } from '@/lib/dealership/open-day'
import { openDays } from '@/lib/dealership/server/open-days'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { command, type Context } from '@/lib/server/doors'
import { limit } from '@/lib/server/rate-limit'
import { answerDue } from '../request'
import { MakeRequest } from '../schemas'
import { channelOf } from './who-comes'

/** Days ahead in which the dealership will have opened again. */
const DAYS = 21

/**
 * Takes in what a customer asks for, on any channel, and starts its clock: it has to be answered within `response.requestMinutes` of
 * opening hours (S1-26, X-COM-07).
 */
export const makeRequest = command('request.make', MakeRequest, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const { 'response.requestMinutes': minutes } = await settingsOf(tx)
  const days = await openDays(tx, dealershipId, dayOf(now, timeZone), DAYS)
  const open = days.flatMap((day) => openInterval(day, timeZone) ?? [])
  const dueAt = answerDue(now, minutes, open)
  const channel = channelOf(actor, input)
  const { plate = '', name, phone, text, locale } = input
  const { id } = await tx.serviceRequest.create({
    data: {
      dealershipId,
      channel,
      name,
      phone,
      plate,
      text,
      locale,
      receivedAt: now,
      dueAt,
      createdById: actor.kind === 'staff' ? actor.id : null,
    },
    select: { id: true },
  })
  return {
    result: { id, dueAt: dueAt.toISOString() },
    subject: { type: 'request', id },
    facts: { channel, plate, dueAt: dueAt.toISOString() },
  }
})

/** The same for visitors; refuses `auth.too-many-requests` past five an hour per address, three per number, known or not,
 * or sixty for the dealership, whose managers are told of each that stays unanswered. */
export async function publicRequest(context: Context & { address: string }, raw: unknown) {
  authorize(context.actor, makeRequest.permission)
  const { phone } = MakeRequest.parse(raw)
  if (context.address) await limit('request-address', context.address, 5, 3600)
  const { dealershipId } = context.actor
  await limit('request-phone', `${dealershipId} ${phone}`, 3, 3600)
  await limit('request-house', dealershipId, 60, 3600)
  return makeRequest(context, raw)
}
