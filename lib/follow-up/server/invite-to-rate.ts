import 'server-only'
import type { OrderAtDelivery } from '@/lib/delivery/server/order-at-delivery'
import type { Tx } from '@/lib/server/db'
import { createLink } from '@/lib/server/links'
import { tell } from '@/lib/server/outbox'
import type { PlannedFollowUp } from '../plan'

type Invitation = {
  customer: { id: string; name: string; phone: string; locale: string }
  dealership: { name: string; nameEn: string; phone: string }
  planned: readonly PlannedFollowUp[]
}

const HIGHLIGHTS = 3

/** Tells the customer where to rate the visit, with the main points of the repair (S8-02, S8-03); it leaves when the window opens. */
export async function inviteToRate(
  tx: Tx,
  order: OrderAtDelivery,
  invitation: Invitation,
  now: Date,
): Promise<void> {
  const { customer, dealership, planned } = invitation
  const due = planned.find(({ kind }) => kind === 'ratingInvitation')
  if (!due || !customer.phone) return
  const { dealershipId, visitId, id: orderId } = order
  const jobs = await tx.job.findMany({
    where: { dealershipId, orderId, status: 'billed' },
    orderBy: { position: 'asc' },
    take: HIGHLIGHTS,
    select: { title: true, titleEn: true },
  })
  const english = customer.locale === 'en'
  const highlights = jobs.map(({ title, titleEn }) => (english && titleEn ? titleEn : title))
  const token = await createLink(tx, { dealershipId, customerId: customer.id, visitId }, now)
  await tell(tx, {
    dealershipId,
    template: 'followUp.ratingInvitation',
    recipient: customer.phone,
    locale: customer.locale,
    facts: {
      name: customer.name,
      dealership: english && dealership.nameEn ? dealership.nameEn : dealership.name,
      orderNo: order.no,
      highlights: highlights.join(english ? ', ' : '\u3001'),
      link: `/v/${token}/rating`,
    },
    at: now,
    customerId: customer.id,
    visitId,
    notBefore: due.dueFrom,
    dedupeKey: `rating:${orderId}`,
  })
}
