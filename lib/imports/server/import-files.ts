import 'server-only'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '@/lib/server/db'
import { env } from '@/lib/server/env'

const folderOf = (dealershipId: string) => join(env().STORAGE_DIR, 'imports', dealershipId)

/** Where the table of a run lies: by what it says, so that the same table lies there once. */
export const importFile = (dealershipId: string, hash: string) => join(folderOf(dealershipId), hash)

/** The table of a run as it was sent. */
export const bytesOfRun = (run: { dealershipId: string; sha256: string }): Promise<Uint8Array> =>
  readFile(importFile(run.dealershipId, run.sha256))

/** Takes away tables sent before `before` that no unfinished run from then on needs; answers how many. */
export async function forgetImportFiles(tx: Tx, dealershipId: string, before: Date): Promise<number> {
  const names = await readdir(folderOf(dealershipId)).catch(() => [] as string[])
  const needed = await tx.importRun.findMany({
    where: { sha256: { in: names }, status: { not: 'done' }, createdAt: { gte: before } },
    select: { sha256: true },
  })
  const kept = new Set(needed.map(({ sha256 }) => sha256))
  let gone = 0
  for (const name of names) {
    const path = importFile(dealershipId, name)
    if (kept.has(name) || (await stat(path)).mtime >= before) continue
    await rm(path, { force: true })
    gone++
  }
  return gone
}
