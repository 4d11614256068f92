import 'server-only'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { createLink } from '@/lib/server/links'
import { tell } from '@/lib/server/outbox'

/** Sends whoever brings the car the link to the visit, once for each person. */
export async function welcome(tx: Tx, dealershipId: string, visitId: string, now: Date): Promise<void> {
  const dealership = await thisDealership(tx, dealershipId)
  const { no, vehicle, sender } = await tx.visit.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { no: true, vehicle: { select: { plate: true } }, sender: true },
  })
  const token = await createLink(tx, { dealershipId, customerId: sender.id, visitId }, now)
  await tell(tx, {
    dealershipId,
    template: 'visit-welcome',
    recipient: sender.phone,
    locale: sender.locale,
    facts: {
      name: sender.name,
      address: sender.formOfAddress,
      no,
      plate: vehicle.plate,
      dealership: sender.locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name,
      dealershipPhone: dealership.phone,
      timeZone: dealership.timeZone,
      link: `/v/${token}`,
    },
    at: now,
    customerId: sender.id,
    visitId,
    dedupeKey: `visit-welcome:${visitId}:${sender.id}`,
  })
}
