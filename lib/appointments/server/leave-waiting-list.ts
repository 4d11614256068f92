import 'server-only'
import * as z from 'zod'
import { id as uuid } from '@/lib/core/fields'
import { plateTail } from '@/lib/core/plate'
import { Refusal } from '@/lib/core/refusal'
import { fromDateColumn } from '@/lib/core/time'
import { command, query } from '@/lib/server/doors'
import { withdrawEntry } from './answer-offer'
import { waitingEntryOf } from './offer-places'
import { waitingIdOf } from './waiting-token'

const ByToken = z.object({ token: z.string().max(200) })

/** What the holder of the link of the waiting list sees: the days, the end of the plate, and whether they still wait. */
export const ownWaiting = query(
  'waiting.leave',
  ByToken,
  async ({ tx, actor: { dealershipId } }, { token }) => {
    const id = waitingIdOf(dealershipId, token)
    const entry = await tx.waitingEntry.findUnique({
      where: { dealershipId_id: { dealershipId, id } },
      select: { status: true, firstDay: true, lastDay: true, vehicle: { select: { plate: true } } },
    })
    if (!entry) throw new Refusal('common.not-found')
    return {
      status: entry.status,
      firstDay: fromDateColumn(entry.firstDay),
      lastDay: fromDateColumn(entry.lastDay),
      plateTail: plateTail(entry.vehicle.plate),
    }
  },
)

/**
 * A customer leaves the waiting list by the link of the message; a place that is held for them becomes free. Refuses
 * `common.not-found` for any other link, and `status.not-from-here` when they no longer wait.
 */
export const leaveWaitingList = command('waiting.leave', ByToken, async ({ tx, actor, now }, { token }) => {
  const id = uuid.parse(waitingIdOf(actor.dealershipId, token))
  const { customerId, vehicle } = await withdrawEntry(
    tx,
    actor,
    await waitingEntryOf(tx, actor.dealershipId, id),
    now,
  )
  return { result: { id }, subject: { type: 'customer', id: customerId }, facts: { plate: vehicle.plate } }
})
