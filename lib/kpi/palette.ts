import { canonicalCode, cleanText } from '../core/canonical'

/** What was typed, as the search looks for it; an empty text means: not to be looked for in this way. */
export type Sought = { name: string; code: string; tail: string; latin: string; digits: string }

const reversed = (text: string) => [...text].reverse().join('')

/** Reads what was typed as a name, a plate or number (from its head or tail), pinyin, and the digits of a telephone. */
export function soughtBy(typed: string): Sought | null {
  const text = cleanText(typed).slice(0, 40)
  const code = canonicalCode(text)
  if (code.length < 2) return null
  const latin = /^[A-Z]+$/.test(code) ? code.toLowerCase() : ''
  const digits = /^\d{3,}$/.test(code) ? code : ''
  const name = digits || latin.length === 1 ? '' : text
  return { name, code, tail: reversed(code), latin, digits }
}
