/** Inks of the papers, after the tokens of app/globals.css in the light. */
export const COLOURS = {
  ink: '#1c2a33',
  muted: '#55636b',
  line: '#d8d4ca',
  strong: '#8a9491',
  celadon: '#2f6364',
  vermilion: '#b3341c',
  plate: '#1d4f9c',
}

export const MARGIN = 42

export type Run = { text: string; font?: string; bold?: boolean }
/** Splits a text into runs by the font that has its letters. */
export type Setter = (text: string, look?: { bold?: boolean }) => Run[]
