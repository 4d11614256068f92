import type { Locale } from '../core/locale'

/** The forms that leave the house as A4 papers: F03, F07, F12, F11, F13, F14. */
export const PAPER_KINDS = [
  'appointment',
  'reception',
  'inspection',
  'estimate',
  'order',
  'additional-work',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/**
 * A paper as it is set: what stands on it and in which order, in one language. Made once by a builder of this folder and drawn
 * twice, as a page to print and as a PDF, so both say the same.
 */
export type Paper = {
  kind: PaperKind
  locale: Locale
  title: string
  /** Number and version below the title. */
  number: string
  house: { name: string; lines: string[] }
  plate: string
  /** What the reader must know first: replaced, not signed, a translation. */
  notices: string[]
  blocks: Block[]
  /** The QR code that proves the paper, on signed ones. */
  proof: Proof | null
  /** Fingerprint of what was signed. */
  fingerprint: string | null
  words: { page: (f: { page: number; pages: number }) => string; fingerprint: string }
}

export type Fact = { term: string; value: string }

export type Block =
  | { kind: 'facts'; title?: string; facts: Fact[]; wide?: boolean }
  | { kind: 'list'; title: string; items: string[]; empty: string }
  | { kind: 'text'; title?: string; text: string }
  | Table
  | { kind: 'sums'; sums: (Fact & { weight?: 'total' | 'quiet' })[] }
  | { kind: 'drawing'; title: string; views: View[] }
  | Signature

/** A view of the car with numbered marks, as SVG; `width` is its share of the line in thousandths. */
export type View = { title: string; svg: string; width: number }

export type Table = {
  kind: 'table'
  title: string
  columns: Column[]
  rows: Row[]
  empty: string
}
export type Column = { title: string; align?: 'right'; width: number | 'rest' }
/** A row has one cell per column; `span` joins the last cell with what is left of the row. */
export type Row = { cells: Cell[]; span?: boolean }
export type Cell = { text: string; details?: string[]; strong?: boolean }

export type Signature = {
  kind: 'signature'
  label: string
  /** Null leaves a line to sign on. */
  signed: {
    line: string
    /** The drawn strokes as an SVG path. */
    path: { d: string; viewBox: string } | null
    typed: string | null
    sealWord: string
  } | null
  voucher: { code: string; spoken: string; title: string; text: string } | null
}

export type Proof = { address: string; code: string; title: string; text: string }

/** Facts without those that have nothing to say. */
export const factsOf = (facts: readonly (readonly [string, string | null | undefined])[]): Fact[] =>
  facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))
