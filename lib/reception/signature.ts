import * as z from 'zod'
import { requiredText } from '../core/fields'
import { Refusal } from '../core/refusal'

const MAX_BYTES = 100_000
const MAX_POINTS = 20_000

type StrokePoint = { x: number; y: number; time?: number; pressure?: number }
type Stroke = { points: StrokePoint[] }
/** Drawn on the glass, or the full name typed by somebody who cannot draw. */
export type Strokes = Stroke[] | { typed: string }

const Point = z.object({
  x: z.number(),
  y: z.number(),
  time: z.number().optional(),
  pressure: z.number().optional(),
})
const Drawn = z.array(z.object({ points: z.array(Point) }))

/** The fields a SignaturePad with the name `signature` posts, and who signs. */
export const SignatureFields = {
  signerName: requiredText(60),
  signatureStrokes: z.string().max(2_000_000).default(''),
  signaturePng: z.string().max(2_000_000).optional(),
  signatureTyped: z.string().max(200).default(''),
}

/** What was posted as strokes. Refuses with `signature.empty`. */
export function strokesOf({
  signatureStrokes,
  signatureTyped,
}: {
  signatureStrokes: string
  signatureTyped: string
}): Strokes {
  const typed = signatureTyped.trim()
  if (typed) return checkStrokes({ typed })
  return checkStrokes(parsed(signatureStrokes))
}

/** Bounded (at most 100 kB and 20,000 points, R33) and not empty; refuses with `signature.empty` or `file.too-large`. */
export function checkStrokes(strokes: Strokes): Strokes {
  if (!Array.isArray(strokes)) {
    if (strokes.typed.trim().length < 2) throw new Refusal('signature.empty')
    return { typed: strokes.typed.trim().slice(0, 60) }
  }
  const start = strokes[0]?.points[0]?.time ?? 0
  const lean = strokes.map(({ points }) => ({ points: points.map((point) => rounded(point, start)) }))
  const count = lean.reduce((sum, { points }) => sum + points.length, 0)
  if (count < 2) throw new Refusal('signature.empty')
  if (count > MAX_POINTS || JSON.stringify(lean).length > MAX_BYTES)
    throw new Refusal('file.too-large', { limitMb: 0.1 })
  return lean
}

const rounded = ({ x, y, time }: StrokePoint, start: number): StrokePoint => ({
  x: Math.round(x * 10) / 10,
  y: Math.round(y * 10) / 10,
  ...(time === undefined ? {} : { time: time - start }),
})

function parsed(text: string): Stroke[] {
  if (!text) return []
  try {
    return Drawn.parse(JSON.parse(text))
  } catch {
    throw new Refusal('signature.empty')
  }
}

/** The drawn strokes as an SVG path with its box, to be shown again; null for a typed name. */
export function signaturePath(strokes: unknown): { d: string; viewBox: string } | null {
  const drawn = Drawn.safeParse(strokes)
  if (!drawn.success || drawn.data.length === 0) return null
  const points = drawn.data.flatMap((stroke) => stroke.points)
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, top] = [Math.min(...xs) - 4, Math.min(...ys) - 4]
  const [width, height] = [Math.max(...xs) - left + 4, Math.max(...ys) - top + 4]
  const d = drawn.data
    .filter((stroke) => stroke.points.length > 0)
    .map((stroke) => `M${stroke.points.map(({ x, y }) => `${x} ${y}`).join('L')}`)
    .join('')
  return { d, viewBox: `${left} ${top} ${width} ${height}` }
}

/** The same as a data address for an `img`; null for a typed name. */
export function signatureImage(strokes: unknown): string | null {
  const path = signaturePath(strokes)
  if (!path) return null
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${path.viewBox}"><path d="${path.d}" fill="none" stroke="#1c2a33" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

export const typedNameOf = (strokes: unknown): string | null => {
  const typed = z.object({ typed: z.string() }).safeParse(strokes)
  return typed.success ? typed.data.typed : null
}
