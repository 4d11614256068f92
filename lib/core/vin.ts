import { canonicalCode } from './canonical'

const VALUES: Record<string, number> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9,
  S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9,
} // prettier-ignore
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

export const normalVin = canonicalCode

/** 17 characters without I, O, Q (GB 16735). */
export const isVin = (text: string): boolean => /^[A-HJ-NPR-Z0-9]{17}$/.test(normalVin(text))

/** The check digit that a VIN should carry in place 9 ('0'–'9' or 'X'). */
export function vinCheckDigit(vin: string): string {
  const sum = [...vin].reduce(
    (total, char, i) => total + (VALUES[char] ?? Number(char)) * (WEIGHTS[i] ?? 0),
    0,
  )
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

/** Imported and old cars may have no check digit: a warning and a second look, never a refusal. */
export const hasVinCheckDigit = (text: string): boolean => {
  const vin = normalVin(text)
  return isVin(vin) && vin[8] === vinCheckDigit(vin)
}
