import 'server-only'
import { operationQuote } from '@/lib/catalogue/server/operation-quote'
import { packageQuote } from '@/lib/catalogue/server/package-quote'
import { Refusal } from '@/lib/core/refusal'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import type { WishItem } from '../work'

type Wanted = { packageIds: string[]; operationIds: string[]; wishes: string[] }

/**
 * The lines of a booking with minutes and prices of the day; each wish in own words is a line of its own (S1-33),
 * with the minutes of a first look and no price. Refuses `appointment.nothing-wanted` and `catalogue.not-offered`.
 */
export async function wishItems(
  tx: Tx,
  { packageIds, operationIds, wishes }: Wanted,
  on: { model: string; day: string; english: boolean; online: boolean; settings: Settings },
): Promise<WishItem[]> {
  const items: WishItem[] = []
  const title = (named: { name: string; nameEn: string }) =>
    on.english && named.nameEn ? named.nameEn : named.name
  for (const packageId of new Set(packageIds)) {
    const quote = await packageQuote(tx, packageId, on.model, on.day)
    if (on.online && !quote.bookableOnline) throw new Refusal('catalogue.not-offered')
    const { minutes, labourFen, partsFen, skill, bayKind, quickLane, minGrade } = quote
    items.push({
      packageId,
      operationId: null,
      description: title(quote),
      minutes,
      labourFen,
      partsFen,
      skill,
      bayKind,
      quickLane,
      minGrade,
    })
  }
  for (const operationId of new Set(operationIds)) {
    const quote = await operationQuote(tx, operationId, on.day)
    const { minutes, labourFen, skill, minGrade } = quote
    items.push({
      packageId: null,
      operationId,
      description: title(quote),
      minutes,
      labourFen,
      partsFen: 0,
      skill,
      bayKind: 'general',
      quickLane: false,
      minGrade,
    })
  }
  const own = {
    packageId: null,
    operationId: null,
    labourFen: 0,
    partsFen: 0,
    skill: 'general',
    bayKind: 'general',
    quickLane: false,
  }
  for (const description of wishes)
    items.push({ ...own, description, minutes: on.settings['booking.wishMinutes'] })
  if (items.length === 0) throw new Refusal('appointment.nothing-wanted')
  return items
}
