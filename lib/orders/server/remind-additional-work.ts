import 'server-only'
import { minutesAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { AdditionalWorkId } from '../schemas'
import { additionalWorkOf } from './order-of'
import { tellParties } from './tell-customer'

/**
 * The clock reminds the customer once of a request that nobody has answered, before its time is over. Does nothing where it was
 * answered, priced anew, over or reminded of meanwhile.
 */
export const remindAdditionalWork = command(
  'additionalWork.remind',
  AdditionalWorkId,
  async ({ tx, actor, now }, { additionalWorkId }) => {
    const { dealershipId } = actor
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    const { count } = await tx.additionalWork.updateMany({
      where: { dealershipId, id: additionalWorkId, status: 'sent', remindedAt: null, expiresAt: { gt: now } },
      data: { remindedAt: now },
    })
    const facts = { what: request.what, expiresAt: request.expiresAt?.toISOString() ?? null }
    const key = `additional-work-reminder:${additionalWorkId}:${request.revision}`
    if (count) await tellParties(tx, order, 'additional-work-reminder', facts, now, key)
    return {
      result: { reminded: count > 0 },
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId: order.visitId,
      facts: { no: order.no, reminded: count > 0 },
    }
  },
)

/** Requests in the customer's hand whose time is over soon and that nobody was reminded of. */
export async function requestsToRemind(tx: Tx, now: Date): Promise<{ id: string }[]> {
  const minutes = (await settingsOf(tx))['order.approvalReminderMinutes']
  if (minutes <= 0) return []
  return tx.additionalWork.findMany({
    where: { status: 'sent', remindedAt: null, expiresAt: { gt: now, lte: minutesAfter(now, minutes) } },
    select: { id: true },
  })
}
