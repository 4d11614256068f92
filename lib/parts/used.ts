type Part = { quantityMilli: number; issuedMilli: number; discountFen: number; partId: string | null }

/** What is left of a part of a line when only what was handed out counts; null when nothing was. Discounts stay in proportion. */
export function partSoFar({ quantityMilli, issuedMilli, discountFen, partId }: Part) {
  if (!partId || issuedMilli === 0) return null
  return {
    quantityMilli: issuedMilli,
    discountFen: Math.floor((discountFen * issuedMilli) / quantityMilli),
  }
}
