import { isPhone, normalPhone } from './phone'
import { isVin, normalVin } from './vin'

const TAIL = 6

/** Search words as they may stand in an address: of a telephone number or VIN only the end, which finds it too (R18). */
export function shortSearch(words: string): string {
  const whole = isPhone(words) ? normalPhone(words) : isVin(words) ? normalVin(words) : undefined
  return whole ? whole.slice(-TAIL) : words
}
