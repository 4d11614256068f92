import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'

/**
 * The gift that was promised with a festival greeting is handed over at the store, once (X-CRM-18). Refuses with
 * `common.not-found` where none is waiting.
 */
export const giveGift = command(
  'care.giveGift',
  z.object({ taskId: id }),
  async ({ tx, actor: { dealershipId, id: giftGivenById }, now }, { taskId }) => {
    const { count } = await tx.contactTask.updateMany({
      where: { dealershipId, id: taskId, gift: { not: '' }, giftGivenAt: null },
      data: { giftGivenAt: now, giftGivenById },
    })
    if (!count) throw new Refusal('common.not-found')
    return { result: { taskId }, subject: { type: 'contactTask', id: taskId }, facts: {} }
  },
)
