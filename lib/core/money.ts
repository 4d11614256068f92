/** `amountFen` times `bp` / 10,000, rounded half away from zero to the fen. */
export function basisPoints(amountFen: number, bp: number): number {
  const product = amountFen * bp
  return Math.sign(product) * Math.round(Math.abs(product) / 10_000)
}

/** Price of a quantity in thousandths at a unit price in fen, rounded half up to the fen. */
export const lineFen = (quantityMilli: number, unitPriceFen: number): number =>
  Math.round((quantityMilli * unitPriceFen) / 1000)

/** Price of `minutes` of labour at a price per hour, rounded half up to the fen. */
export const labourFen = (minutes: number, hourFen: number): number => Math.round((minutes * hourFen) / 60)

/** The tax contained in a gross amount at `taxBp` (13 % = 1300), rounded to the fen. */
export const taxInsideFen = (grossFen: number, taxBp: number): number =>
  grossFen - Math.round((grossFen * 10_000) / (10_000 + taxBp))

/** Splits `totalFen` in proportion to `weights` so that the parts add up exactly (largest remainder). */
export function allocate(totalFen: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) return weights.map((_, i) => (i === 0 ? totalFen : 0))
  const exact = weights.map((weight) => (totalFen * weight) / sum)
  const parts = exact.map(Math.floor)
  const rest = totalFen - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, i) => [value - Math.floor(value), i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
  for (const [, i] of byRemainder.slice(0, rest)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}

export const sumFen = (amounts: Iterable<number>): number => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}
