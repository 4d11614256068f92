import 'server-only'
import * as z from 'zod'
import { id, requiredText } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'

type Heard = {
  dealershipId: string
  customerId: string
  vehicleId: string | null
  text: string
  at: Date
  byId: string | null
}

/** Keeps a need that a customer let show in a conversation, open until somebody says what became of it (S1-94). */
export async function keepLead(tx: Tx, { at, byId, ...heard }: Heard): Promise<void> {
  await tx.lead.create({ data: { ...heard, createdAt: at, createdById: byId }, select: { id: true } })
}

/** What became of a need: won or lost. Refuses with `common.not-found` or `common.changed-meanwhile`. */
export const settleLead = command(
  'lead.settle',
  z.object({ leadId: id, outcome: z.enum(['won', 'lost'], 'required') }),
  async ({ tx, actor: { dealershipId, id: byId }, now }, { leadId, outcome }) => {
    const lead = await tx.lead.findUnique({
      where: { dealershipId_id: { dealershipId, id: leadId } },
      select: { customerId: true },
    })
    if (!lead) throw new Refusal('common.not-found')
    const { count } = await tx.lead.updateMany({
      where: { dealershipId, id: leadId, outcome: 'open' },
      data: { outcome, settledAt: now, settledById: byId },
    })
    if (!count) throw new Refusal('common.changed-meanwhile')
    return { result: { leadId }, subject: { type: 'customer', id: lead.customerId }, facts: { outcome } }
  },
)

/** A need of a customer that came up outside a booking (S1-94). Refuses with `common.not-found`. */
export const noteLead = command(
  'lead.note',
  z.object({ customerId: id, text: requiredText(500) }),
  async ({ tx, actor: { dealershipId, id: byId }, now }, { customerId, text }) => {
    const known = await tx.customer.findUnique({
      where: { dealershipId_id: { dealershipId, id: customerId } },
      select: { id: true },
    })
    if (!known) throw new Refusal('common.not-found')
    await keepLead(tx, { dealershipId, customerId, vehicleId: null, text, at: now, byId })
    return { result: { customerId }, subject: { type: 'customer', id: customerId } }
  },
)
