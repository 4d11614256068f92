import { spokenCode } from '../core/spoken-code'
import type { Proof } from './paper'
import { COLOURS, type Setter } from './pdf-style'

type Content = Record<string, unknown>

/** The QR code that leads to the proof of the paper, with its code to type. */
export const proofPart = ({ address, code, title, text }: Proof, set: Setter): Content => ({
  unbreakable: true,
  margin: [0, 4, 0, 0],
  table: {
    widths: [62, '*'],
    body: [
      [
        { qr: address, fit: 58, eccLevel: 'M', foreground: COLOURS.ink },
        {
          stack: [
            { text: set(title, { bold: true }) },
            { text: set(text), fontSize: 8, color: COLOURS.muted },
            {
              text: set(spokenCode(code), { bold: true }),
              fontSize: 9,
              characterSpacing: 0.8,
              margin: [0, 2, 0, 0],
            },
            { text: set(address), fontSize: 6.5, color: COLOURS.muted },
          ],
        },
      ],
    ],
  },
  layout: {
    hLineWidth: (i: number) => (i === 0 ? 0.4 : 0),
    vLineWidth: () => 0,
    hLineColor: () => COLOURS.line,
    paddingLeft: (i: number) => (i === 0 ? 0 : 6),
    paddingRight: () => 0,
    paddingTop: () => 6,
    paddingBottom: () => 0,
  },
})

export const signatureSvg = ({ d, viewBox }: { d: string; viewBox: string }): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><path d="${d}" fill="none" stroke="${COLOURS.ink}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`

/** The vermilion seal: its word in two halves, one above the other. */
export function sealPart(word: string, set: Setter): Content {
  const letters = [...word]
  const half = Math.ceil(letters.length / 2)
  const halves = [letters.slice(0, half), letters.slice(half)].map((part) => part.join('').toUpperCase())
  const fontSize = letters.length > 2 ? 9.5 : 13
  const line = (text: string, y: number) => ({
    text: set(text, { bold: true }),
    color: 'white',
    fontSize,
    lineHeight: 1,
    alignment: 'center',
    relativePosition: { x: 0, y },
  })
  const above = letters.length > 2 ? 7 : 3
  return {
    width: SEAL,
    stack: [
      { svg: SEAL_GROUND, width: SEAL, relativePosition: { x: 0, y: 0 } },
      line(halves[0] ?? '', above),
      line(halves[1] ?? '', above + fontSize + (letters.length > 2 ? 2 : 3)),
      { text: '', margin: [0, SEAL / 2] },
    ],
  }
}

const SEAL = 42
const SEAL_GROUND = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect x="3" y="3" width="58" height="58" rx="7" fill="${COLOURS.vermilion}"/><rect x="7" y="7" width="50" height="50" rx="4" fill="none" stroke="#ffffff" stroke-width="1.3"/></svg>`
