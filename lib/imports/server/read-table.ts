import 'server-only'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { Refusal } from '@/lib/core/refusal'
import type { Cell } from '../kinds'

const MAX_FILE_BYTES = 10 * 1024 * 1024
const MAX_ROWS = 50_000

/**
 * The first sheet of an .xlsx, or a .csv in UTF-8 or GB18030, as rows of cells.
 * Refuses with `import.unreadable`, `import.too-large` or `import.too-many-rows`.
 */
export async function readTable(bytes: Uint8Array): Promise<Cell[][]> {
  if (bytes.byteLength > MAX_FILE_BYTES)
    throw new Refusal('import.too-large', { megabytes: MAX_FILE_BYTES / 1024 / 1024 })
  const table = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes)
  if (table.length > MAX_ROWS + 10)
    throw new Refusal('import.too-many-rows', { rows: table.length, limit: MAX_ROWS })
  if (!table.some((row) => row.some((cell) => cell !== null && cell !== '')))
    throw new Refusal('import.unreadable')
  return table
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

async function readXlsx(bytes: Uint8Array): Promise<Cell[][]> {
  if (unzippedBytes(bytes) > MAX_FILE_BYTES * 20)
    throw new Refusal('import.too-large', { megabytes: MAX_FILE_BYTES / 1024 / 1024 })
  try {
    return (await readSheet(Buffer.from(bytes))) as Cell[][]
  } catch {
    throw new Refusal('import.unreadable')
  }
}

/** Sum of the unpacked sizes that the directory of the zip declares: a bomb is refused before it is opened. */
function unzippedBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = 0; at + 46 <= bytes.byteLength; at++)
    if (view.getUint32(at, true) === 0x02014b50) total += view.getUint32(at + 24, true)
  return total
}

function readCsv(bytes: Uint8Array): Cell[][] {
  const text = decode(bytes)
  if (text.includes('\u0000')) throw new Refusal('import.unreadable')
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [',', ';', '\t']
    .map((sign) => ({ sign, count: first.split(sign).length }))
    .sort((a, b) => b.count - a.count)[0]?.sign
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      relax_quotes: true,
    }) as Cell[][]
  } catch {
    throw new Refusal('import.unreadable')
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
