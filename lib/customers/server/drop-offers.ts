import 'server-only'
import { MESSAGE_TEMPLATES } from '@/lib/dealership/message-templates'
import type { Tx } from '@/lib/server/db'

const OFFERS = Object.entries(MESSAGE_TEMPLATES).flatMap(([name, { class: of }]) =>
  of === 'marketing' ? [name] : [],
)

/** Reminders and offers to a customer that wait for their hour are not sent any more; answers how many. */
export async function dropOffers(tx: Tx, dealershipId: string, customerId: string): Promise<number> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { dealershipId, customerId, status: 'queued', template: { in: OFFERS } },
    data: { status: 'dropped', error: 'optedOut' },
  })
  return count
}
