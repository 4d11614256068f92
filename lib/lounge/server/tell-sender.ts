import 'server-only'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { createLink } from '@/lib/server/links'
import { tell } from '@/lib/server/outbox'

type About = {
  dealershipId: string
  id: string
  vehicle: { plate: string }
  sender: { id: string; name: string; phone: string; locale: string }
}

/** Sends a message about the car to the person who brought it, with a link to the live page; nothing without a telephone. */
export async function tellSender(
  tx: Tx,
  { dealershipId, id: visitId, vehicle, sender }: About,
  template: string,
  facts: Record<string, string | number | boolean | null>,
  now: Date,
): Promise<boolean> {
  if (!sender.phone) return false
  const { name, nameEn, phone } = await thisDealership(tx, dealershipId)
  const link = `/v/${await createLink(tx, { dealershipId, customerId: sender.id, visitId }, now)}`
  await tell(tx, {
    dealershipId,
    template,
    recipient: sender.phone,
    locale: sender.locale,
    facts: {
      customer: sender.name,
      plate: vehicle.plate,
      dealership: sender.locale === 'en' && nameEn ? nameEn : name,
      phone,
      link,
      ...facts,
    },
    at: now,
    customerId: sender.id,
    visitId,
  })
  return true
}
