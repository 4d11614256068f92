import 'server-only'
import * as z from 'zod'
import { id, optional, text } from '@/lib/core/fields'
import type { Locale } from '@/lib/core/locale'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { checkUnchanged } from '@/lib/core/unchanged'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { NOTE_TOPICS } from '../note'

/**
 * A note for a friendly talk (X-CRM-29, S2-75, S2-76), with what it is about: written anew, changed, or taken away when its text is empty. Refuses with
 * `common.not-found`, also for a note of somebody else's file, `customer.empty-note`, and `common.text-changed` when the note does
 * not say any more what it said on the screen (R42).
 */
export const keepNote = command(
  'customer.note',
  z.object({
    customerId: id,
    noteId: optional(id),
    text: text(500).default(''),
    topic: optional(z.enum(NOTE_TOPICS)),
    /** What the note said when it was opened. */
    was: text(1000).default(''),
  }),
  async (
    { tx, actor: { dealershipId, id: byId, locale }, now },
    { customerId, noteId, text: words, topic, was },
  ) => {
    const key = { dealershipId_id: { dealershipId, id: customerId } }
    const known = await tx.customer.findUnique({ where: key, select: { id: true } })
    if (!known) throw new Refusal('common.not-found')
    if (!noteId && !words) throw new Refusal('customer.empty-note')
    if (noteId) {
      const which = { dealershipId, customerId, id: noteId }
      const note = await tx.customerNote.findFirst({ where: which, select: { text: true, byId: true } })
      if (!note) throw new Refusal('common.not-found')
      checkUnchanged(was, { text: note.text, by: await nameOf(tx, note.byId, locale) })
      if (words)
        await tx.customerNote.updateMany({ where: which, data: { text: words, topic, at: now, byId } })
      else await tx.customerNote.deleteMany({ where: which })
    } else
      await tx.customerNote.create({
        data: { dealershipId, customerId, text: words, topic, at: now, byId },
        select: { id: true },
      })
    return { result: { customerId }, subject: { type: 'customer', id: customerId } }
  },
)

async function nameOf(tx: Tx, id: string | null, locale: Locale): Promise<string> {
  const person = id && (await tx.staff.findFirst({ where: { id }, select: { name: true, nameEn: true } }))
  return person ? nameIn(person, locale) : ''
}
