import 'server-only'
import * as z from 'zod'
import { id, optional, text } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'

/**
 * A note for a friendly talk (X-CRM-29): written anew, changed, or taken away when its text is empty. Refuses with
 * `common.not-found`, also for a note of somebody else's file, and `customer.empty-note`.
 */
export const keepNote = command(
  'customer.note',
  z.object({ customerId: id, noteId: optional(id), text: text(500).default('') }),
  async ({ tx, actor: { dealershipId, id: byId }, now }, { customerId, noteId, text: words }) => {
    const key = { dealershipId_id: { dealershipId, id: customerId } }
    const known = await tx.customer.findUnique({ where: key, select: { id: true } })
    if (!known) throw new Refusal('common.not-found')
    if (!noteId && !words) throw new Refusal('customer.empty-note')
    if (noteId) {
      const which = { dealershipId, customerId, id: noteId }
      const { count } = words
        ? await tx.customerNote.updateMany({ where: which, data: { text: words, at: now, byId } })
        : await tx.customerNote.deleteMany({ where: which })
      if (!count) throw new Refusal('common.not-found')
    } else
      await tx.customerNote.create({
        data: { dealershipId, customerId, text: words, at: now, byId },
        select: { id: true },
      })
    return { result: { customerId }, subject: { type: 'customer', id: customerId } }
  },
)
