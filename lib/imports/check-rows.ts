import { cellText, IMPORTS, ROW_KEY, WARNINGS, type Cell, type CellProblem, type ImportKind } from './kinds'

/** Field key → index of the column that holds it. */
export type Mapping = Record<string, number>
export type RowProblem = {
  row: number
  cell: string
  heading: string
  value: string
  reason: CellProblem
  warning: boolean
}
export type GoodRow = { row: number; values: Record<string, unknown> }
export type Checked = { rows: number; good: GoodRow[]; bad: number; repeated: number; problems: RowProblem[] }

const bare = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Which column holds which field, guessed from the headings: the same word first, then the longest word contained. */
export function guessMapping(kind: ImportKind, headings: readonly Cell[]): Mapping {
  const columns = headings.map((heading) => bare(cellText(heading)))
  const guesses = IMPORTS[kind].flatMap(({ key, headings: words }) =>
    words.map(bare).flatMap((word) =>
      columns.flatMap((column, index) => {
        if (column === word) return [{ key, index, score: 1000 }]
        return word.length > 1 && column.includes(word) ? [{ key, index, score: word.length }] : []
      }),
    ),
  )
  const mapping: Mapping = {}
  for (const { key, index } of guesses.sort((a, b) => b.score - a.score))
    if (mapping[key] === undefined && !Object.values(mapping).includes(index)) mapping[key] = index
  return mapping
}

/** The row of the headings: the one among the first ten in which most fields are recognised. */
export function headingRow(kind: ImportKind, table: readonly (readonly Cell[])[]): number {
  const scores = table.slice(0, 10).map((row) => Object.keys(guessMapping(kind, row)).length)
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

/** 'A', 'B', … 'AA' as a spreadsheet names its columns. */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))

/** Required fields of the kind that the mapping leaves out. */
export const missingFields = (kind: ImportKind, mapping: Mapping): string[] =>
  IMPORTS[kind].filter(({ key, required }) => required && mapping[key] === undefined).map(({ key }) => key)

/** Checks each row below the headings, cell by cell; empty rows do not count. Row numbers are those of the file, from 1. */
export function checkRows(
  kind: ImportKind,
  table: readonly (readonly Cell[])[],
  heading: number,
  mapping: Mapping,
): Checked {
  const problems: RowProblem[] = []
  const good: GoodRow[] = []
  const seen = new Map<string, number>()
  const headings = table[heading] ?? []
  let [rows, bad, repeated] = [0, 0, 0]
  for (let i = heading + 1; i < table.length; i++) {
    const cells = table[i] ?? []
    if (cells.every((cell) => cellText(cell) === '')) continue
    rows++
    const found: RowProblem[] = []
    const note = (column: number | undefined, value: string, reason: CellProblem) => {
      const cell = column === undefined ? String(i + 1) : `${columnName(column)}${i + 1}`
      const warning = WARNINGS.includes(reason)
      found.push({
        row: i + 1,
        cell,
        heading: cellText(headings[column ?? -1]),
        value: value.slice(0, 60),
        reason,
        warning,
      })
    }
    const values: Record<string, unknown> = {}
    for (const { key, required, parse } of IMPORTS[kind]) {
      const column = mapping[key]
      const raw = column === undefined ? null : cells[column]
      const text = cellText(raw)
      if (text === '') {
        if (required) note(column, '', 'required')
        continue
      }
      if (/^[=＝]/.test(text)) {
        note(column, text, 'formula')
        continue
      }
      const parsed = parse(text, raw)
      if ('problem' in parsed) note(column, text, parsed.problem)
      if (parsed.value !== undefined) values[key] = parsed.value
    }
    for (const key of kind === 'customers' ? ['plate', 'vin'] : [ROW_KEY[kind]]) {
      const value = values[key]
      if (value === undefined) continue
      const first = seen.get(`${key} ${String(value)}`)
      if (first !== undefined) {
        note(mapping[key], String(value), 'duplicateInFile')
        repeated++
      } else seen.set(`${key} ${String(value)}`, i + 1)
    }
    problems.push(...found)
    if (found.some(({ warning }) => !warning)) bad++
    else good.push({ row: i + 1, values })
  }
  return { rows, good, bad, repeated, problems }
}
