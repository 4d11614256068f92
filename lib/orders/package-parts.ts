import { lineFen } from '../core/money'

/**
 * Unit price and discount of a part whose line shall cost `priceFen` (its share of a fixed-price menu, S3-08): below the list
 * price the difference is a discount, above it the unit price rises.
 */
export function atPackagePrice(part: { quantityMilli: number; listFen: number; priceFen: number }): {
  unitPriceFen: number
  discountFen: number
} {
  const atList = lineFen(part.quantityMilli, part.listFen)
  const unitPriceFen =
    part.priceFen <= atList ? part.listFen : Math.ceil((part.priceFen * 1000) / part.quantityMilli)
  return { unitPriceFen, discountFen: lineFen(part.quantityMilli, unitPriceFen) - part.priceFen }
}
