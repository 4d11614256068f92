import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { query, type Context } from '@/lib/server/doors'
import { IMPORTS } from '../kinds'
import { bytesOfRun } from './import-files'
import { checkImport } from './import-run'

const fileOfRun = query('import.run', z.object({ id }), async ({ tx, actor }, { id: runId }) => {
  const { dealershipId } = actor
  const run = await tx.importRun.findUnique({ where: { dealershipId_id: { dealershipId, id: runId } } })
  if (!run) throw new Refusal('common.not-found')
  return { kind: run.kind, fileName: run.fileName, dealershipId, sha256: run.sha256 }
})

/**
 * Checks the file of a run again with other columns; `column.<field>` holds the number of the column, or nothing.
 * Answers the new run; the old one stays as it was.
 */
export async function recheckImport(context: Context, raw: unknown): Promise<{ id: string }> {
  const { id: runId, ...columns } = z.record(z.string(), z.unknown()).parse(raw)
  const run = await fileOfRun(context, { id: runId })
  const chosen = IMPORTS[run.kind].flatMap(({ key }) => {
    const column = columns[`column.${key}`]
    return typeof column === 'string' && /^\d{1,3}$/.test(column) ? [[key, Number(column)] as const] : []
  })
  const { kind, fileName } = run
  const bytes = await bytesOfRun(run)
  return checkImport(context, { kind, fileName, bytes, mapping: Object.fromEntries(chosen) })
}
