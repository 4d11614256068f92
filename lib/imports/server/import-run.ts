import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { command, query } from '@/lib/server/doors'
import { sha256 } from '@/lib/server/hash'
import { enqueue } from '@/lib/server/outbox'
import {
  checkRows,
  guessMapping,
  headingRow,
  missingFields,
  type Mapping,
  type RowProblem,
} from '../check-rows'
import { IMPORT_KINDS, IMPORTS, type Cell } from '../kinds'
import { bytesOfRun, importFile } from './import-files'
import { knownRows } from './known-rows'
import { readTable } from './read-table'

const KEPT_PROBLEMS = 500

export type ImportTotals = {
  rows: number
  good: number
  bad: number
  repeated: number
  known: number
  headings: string[]
  imported?: number
  skipped?: number
}

/** The checked table of a run, read again from its file: what is imported is what was checked. */
export async function tableOfRun(run: { dealershipId: string; sha256: string }): Promise<Cell[][]> {
  return readTable(await bytesOfRun(run))
}

/** Dry run: reads a file, matches columns, checks every row, finds what is known already. Writes no business data. */
export const checkImport = command(
  'import.run',
  z.object({
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string().max(200),
    bytes: z.instanceof(Uint8Array),
    mapping: z.record(z.string(), z.number().int().min(0).max(500)).optional(),
  }),
  async ({ tx, actor, now }, { kind, fileName, bytes, mapping: chosen }) => {
    const { dealershipId } = actor
    const hash = sha256(bytes)
    const path = importFile(dealershipId, hash)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes, { mode: 0o600 })
    const table = await readTable(bytes)
    const heading = headingRow(kind, table)
    const mapping: Mapping = chosen ?? guessMapping(kind, table[heading] ?? [])
    const missing = missingFields(kind, mapping)
    const checked = missing.length ? null : checkRows(kind, table, heading, mapping)
    const known = checked
      ? await knownRows(tx, kind, checked.good)
      : { known: new Set<number>(), problems: [] as RowProblem[] }
    const clashing = new Set(known.problems.filter(({ warning }) => !warning).map(({ row }) => row))
    const totals: ImportTotals = {
      rows: checked?.rows ?? Math.max(0, table.length - heading - 1),
      good: (checked?.good.length ?? 0) - clashing.size,
      bad: (checked?.bad ?? 0) + clashing.size,
      repeated: checked?.repeated ?? 0,
      known: known.known.size,
      headings: (table[heading] ?? []).map((cell) => String(cell ?? '')),
    }
    const problems = [...(checked?.problems ?? []), ...known.problems].sort((a, b) => a.row - b.row)
    const { id } = await tx.importRun.create({
      data: {
        dealershipId,
        kind,
        fileName,
        sha256: hash,
        mapping,
        totals,
        problems: problems.slice(0, KEPT_PROBLEMS),
        createdAt: now,
        createdById: actor.id,
      },
      select: { id: true },
    })
    return {
      result: { id, totals, problems, missing, mapping },
      subject: { type: 'import', id },
      facts: { kind, rows: totals.rows, bad: totals.bad },
    }
  },
  { turns: false },
)

/**
 * Starts the import of a checked run in the worker. `all` refuses with `import.has-bad-rows` while a row is bad;
 * `good` takes the good rows. One that failed goes on where it stood. Refuses with `import.columns-missing` or `import.already-started`.
 */
export const startImport = command(
  'import.start',
  z.object({ id: z.uuid(), take: z.enum(['all', 'good']), inline: z.boolean().default(false) }),
  async ({ tx, actor }, { id, take, inline }) => {
    const { dealershipId } = actor
    const run = await tx.importRun.findUnique({ where: { dealershipId_id: { dealershipId, id } } })
    if (!run) throw new Refusal('common.not-found')
    const totals = run.totals as ImportTotals
    if (missingFields(run.kind, run.mapping as Mapping).length) throw new Refusal('import.columns-missing')
    if (take === 'all' && totals.bad > 0) throw new Refusal('import.has-bad-rows', { rows: totals.bad })
    const { count } = await tx.importRun.updateMany({
      where: { id, status: { in: ['checked', 'failed'] } },
      data: { status: 'running', finishedAt: null },
    })
    if (!count) throw new Refusal('import.already-started')
    if (!inline) await enqueue(tx, 'run-import', { dealershipId, runId: id }, { key: `import:${id}` })
    return {
      result: { id, rows: totals.good },
      subject: { type: 'import', id },
      facts: { kind: run.kind, take },
    }
  },
)

const summary = {
  id: true,
  kind: true,
  status: true,
  fileName: true,
  totals: true,
  progress: true,
  createdAt: true,
  finishedAt: true,
} as const

/** The last twenty imports, newest first. */
export const importRuns = query('import.run', z.object({}), ({ tx }) =>
  tx.importRun.findMany({ select: summary, orderBy: { createdAt: 'desc' }, take: 20 }),
)

/** One import with its column matching and the first problems. */
export const importRun = query(
  'import.run',
  z.object({ id: z.uuid() }),
  async ({ tx, actor: { dealershipId } }, { id }) => {
    const run = await tx.importRun.findUnique({
      where: { dealershipId_id: { dealershipId, id } },
      select: { ...summary, mapping: true, problems: true, sha256: true, dealershipId: true },
    })
    if (!run) throw new Refusal('common.not-found')
    const { mapping, problems, totals, ...rest } = run
    const fields = IMPORTS[run.kind].map(({ key, required }) => ({ key, required }))
    return {
      ...rest,
      totals: totals as ImportTotals,
      mapping: mapping as Mapping,
      problems: problems as RowProblem[],
      fields,
    }
  },
)
