import { complaintGroups } from './comeback'
import { AXLE_WORDS } from './complaint-words'
import type { Found } from './found'

type Offer = { name: string; nameEn: string }

/**
 * The packages or operations that belong to the same group as what was found, `texts` being its words; for a wheel only those that are not
 * of the other axle.
 */
export function offersFor<One extends Offer>(
  found: Found,
  texts: readonly string[],
  offers: readonly One[],
): One[] {
  const groups = complaintGroups({ texts })
  const other =
    found.kind !== 'wheel' ? null : found.wheel.startsWith('front') ? AXLE_WORDS.rear : AXLE_WORDS.front
  const own =
    found.kind !== 'wheel' ? null : found.wheel.startsWith('front') ? AXLE_WORDS.front : AXLE_WORDS.rear
  return offers.filter((offer) => {
    const name = `${offer.name} ${offer.nameEn}`
    const isOther = other?.test(name) && !own?.test(name)
    return !isOther && complaintGroups({ texts: [name] }).some((group) => groups.includes(group))
  })
}
