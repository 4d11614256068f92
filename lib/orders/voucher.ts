/** Letters and digits that cannot be taken for one another, read aloud or on paper. */
export const VOUCHER_LETTERS = 'ACDEFHJKLMNPRTUVWXY34679'
export const VOUCHER_LENGTH = 8

/** A pick-up code out of `VOUCHER_LENGTH` random numbers from 0 up to the number of letters. */
export const voucherFrom = (numbers: readonly number[]): string =>
  numbers.map((n) => VOUCHER_LETTERS[n % VOUCHER_LETTERS.length]).join('')

/** As typed or scanned, in the form in which it is stored. */
export const normalVoucher = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

/** In two groups, as it is printed and read aloud. */
export const spokenVoucher = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
