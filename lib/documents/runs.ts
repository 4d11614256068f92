import type { Run, Setter } from './pdf-style'

/** Where the letters of each font are, as hexadecimal ranges separated by spaces; fonts in the order they are asked. */
export type Coverage = Record<string, string>

/** Stands for a letter that none of the fonts has: what a Chinese typesetter puts where a type is missing. */
export const MISSING = '〓'
/** What joins or colours the letter before it and is no letter of its own. */
const SILENT = /[\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}\u{1f3fb}-\u{1f3ff}]/u

/** Splits texts into runs by the first font that has the letter; the first font of all has the usual ones and bold. */
export function setterOf(coverage: Coverage): Setter {
  const fonts = Object.entries(coverage).map(([font, ranges]) => ({ font, has: finder(ranges) }))
  const usual = fonts[0]?.font
  const fontOf = (code: number) => fonts.find(({ has }) => has(code))?.font
  return (text, { bold = false } = {}) => {
    const runs: Required<Run>[] = []
    for (const letter of plain(text)) {
      const found = fontOf(letter.codePointAt(0) ?? 0) ?? (letter === '\n' ? usual : undefined)
      const font = found ?? usual ?? ''
      const shown = found ? letter : MISSING
      const last = runs.at(-1)
      if (last?.font === font) last.text += shown
      else runs.push({ text: shown, font, bold: bold && font === usual })
    }
    return runs.length ? runs : [{ text: '', font: usual ?? '' }]
  }
}

const plain = (text: string): string[] =>
  [...text.normalize('NFC')]
    .filter((letter) => !SILENT.test(letter))
    .map((letter) => (/[\t\u00a0\u202f\u2009]/.test(letter) ? ' ' : letter))

function finder(ranges: string): (code: number) => boolean {
  const parts = ranges.split(' ').map((range) => range.split('-').map((end) => Number.parseInt(end, 16)))
  const firsts = parts.map(([first = 0]) => first)
  const lasts = parts.map(([first = 0, last = first]) => last)
  return (code) => {
    let [low, high] = [0, firsts.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      if (code < (firsts[middle] ?? 0)) high = middle - 1
      else if (code > (lasts[middle] ?? 0)) low = middle + 1
      else return true
    }
    return false
  }
}
