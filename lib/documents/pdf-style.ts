/** Inks of the papers, after the tokens of app/globals.css in the light. */
export const COLOURS = {
  ink: '#1c2a33',
  muted: '#55636b',
  line: '#d8d4ca',
  strong: '#8a9491',
  celadon: '#2f6364',
  vermilion: '#b3341c',
}

/** Ground and letters of the plates, by their kind. */
export const PLATES = {
  blue: { ground: '#1d4f9c', letters: '#ffffff' },
  green: { ground: '#5fb878', letters: '#10241a' },
  yellow: { ground: '#f2c230', letters: '#221b05' },
  white: { ground: '#e9e6df', letters: '#1c2a33' },
  black: { ground: '#22282c', letters: '#ffffff' },
}

export const MARGIN = 42

export type Run = { text: string; font?: string; bold?: boolean }
/** Splits a text into runs by the font that has its letters. */
export type Setter = (text: string, look?: { bold?: boolean }) => Run[]
