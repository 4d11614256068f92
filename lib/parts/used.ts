import { lineFen } from '../core/money'

type Part = {
  quantityMilli: number
  issuedMilli: number
  unitPriceFen: number
  discountFen: number
  partId: string | null
}

/**
 * What is left of a part of a line when only what was handed out counts; null when nothing was. The discount stays in
 * proportion, rounded in the customer's favour.
 */
export function partSoFar({ quantityMilli, issuedMilli, unitPriceFen, discountFen, partId }: Part) {
  if (!partId || issuedMilli === 0) return null
  const discount = Math.ceil((discountFen * issuedMilli) / quantityMilli)
  return { quantityMilli: issuedMilli, discountFen: Math.min(discount, lineFen(issuedMilli, unitPriceFen)) }
}
