import 'server-only'
import { isLocale } from '@/lib/core/locale'
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
  | 'additional-work-reminder'
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

/**
 * Sends it to everybody who may answer for the car: the one who brought it, its owner and its payer, each with an own link and in
 * the own language. Who shares a number hears it once.
 */
export async function tellParties(
  tx: Tx,
  order: OrderRow,
  template: Template,
  facts: Record<string, string | number | null>,
  now: Date,
  dedupeKey?: string,
): Promise<void> {
  const party = { select: { id: true, name: true, formOfAddress: true, phone: true, locale: true } } as const
  const { sender, owner, payer } = await tx.visit.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId: order.dealershipId, id: order.visitId } },
    select: { sender: party, owner: party, payer: party },
  })
  const told = new Set<string>()
  for (const customer of [order.customer, sender, owner, payer]) {
    if (!customer?.phone || told.has(customer.phone)) continue
    told.add(customer.phone)
    const own = customer.id === order.customer.id
    const customerLocale = own || !isLocale(customer.locale) ? order.customerLocale : customer.locale
    const key = dedupeKey && (own ? dedupeKey : `${dedupeKey}:${customer.id}`)
    await tellCustomer(tx, { ...order, customer, customerLocale }, template, facts, now, key)
  }
}
