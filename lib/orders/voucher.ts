import { codeFrom, normalCode, SPOKEN_LETTERS } from '../core/spoken-code'

export const VOUCHER_LETTERS = SPOKEN_LETTERS
export const VOUCHER_LENGTH = 8

/** A pick-up code out of `VOUCHER_LENGTH` random numbers from 0 up to the number of letters. */
export const voucherFrom = codeFrom

/** As typed or scanned, in the form in which it is stored. */
export const normalVoucher = normalCode

/** In two groups, as it is printed and read aloud. */
export const spokenVoucher = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
