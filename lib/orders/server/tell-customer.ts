import 'server-only'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { createLink } from '@/lib/server/links'
import { tell } from '@/lib/server/outbox'
import type { OrderRow } from './order-of'

type Template =
  | 'order-to-sign'
  | 'order-signed'
  | 'order-stopped'
  | 'additional-work-to-answer'
  | 'additional-work-withdrawn'

/** Sends the customer of an order a message with a link to the visit, in the language of the order; nothing without a telephone. */
export async function tellCustomer(
  tx: Tx,
  order: OrderRow,
  template: Template,
  facts: Record<string, string | number | null>,
  now: Date,
  dedupeKey?: string,
): Promise<void> {
  const { dealershipId, customer, vehicle, visitId, customerLocale: locale } = order
  if (!customer.phone) return
  const dealership = await thisDealership(tx, dealershipId)
  const link = `/v/${await createLink(tx, { dealershipId, customerId: customer.id, visitId }, now)}`
  await tell(tx, {
    dealershipId,
    template,
    recipient: customer.phone,
    locale,
    customerId: customer.id,
    visitId,
    at: now,
    dedupeKey,
    facts: {
      name: customer.name,
      address: customer.formOfAddress,
      no: order.no,
      plate: vehicle.plate,
      dealership: locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name,
      dealershipPhone: dealership.phone,
      timeZone: dealership.timeZone,
      link,
      ...facts,
    },
  })
}
