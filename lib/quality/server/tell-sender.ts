import 'server-only'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { createLink } from '@/lib/server/links'
import { tell } from '@/lib/server/outbox'

type About = {
  dealershipId: string
  /** The visit. */
  id: string
  vehicle: { plate: string }
  sender: { id: string; name: string; formOfAddress: string; phone: string; locale: string }
}
type Facts = Record<string, string | number | boolean | null>

/** What a message about a car needs to know of the person who brought it. */
export const SENDER = {
  select: { id: true, name: true, formOfAddress: true, phone: true, locale: true },
} as const

/** Sends a message about the car to the person who brought it, with a link to the live page; nothing without a telephone. */
export async function tellSender(
  tx: Tx,
  { dealershipId, id: visitId, vehicle, sender }: About,
  template: 'car-ready' | 'car-back-in-work' | 'visit-progress' | 'visit-delay',
  facts: Facts,
  now: Date,
  dedupeKey?: string,
): Promise<void> {
  if (!sender.phone) return
  const dealership = await thisDealership(tx, dealershipId)
  const english = sender.locale === 'en'
  const link = `/v/${await createLink(tx, { dealershipId, customerId: sender.id, visitId }, now)}`
  await tell(tx, {
    dealershipId,
    template,
    recipient: sender.phone,
    locale: sender.locale,
    customerId: sender.id,
    visitId,
    at: now,
    dedupeKey,
    facts: {
      name: sender.name,
      address: sender.formOfAddress,
      plate: vehicle.plate,
      dealership: english && dealership.nameEn ? dealership.nameEn : dealership.name,
      dealershipPhone: dealership.phone,
      timeZone: dealership.timeZone,
      link,
      ...facts,
    },
  })
}
