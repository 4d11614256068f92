/** Letters and digits that cannot be taken for one another, read aloud or on paper. */
export const SPOKEN_LETTERS = 'ACDEFHJKLMNPRTUVWXY34679'

/** A code out of random numbers from 0 up to the number of letters. */
export const codeFrom = (numbers: readonly number[]): string =>
  numbers.map((n) => SPOKEN_LETTERS[n % SPOKEN_LETTERS.length]).join('')

/** As typed or scanned, in the form in which it is stored. */
export const normalCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

/** In groups of four, as it is printed and read aloud. */
export const spokenCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code
