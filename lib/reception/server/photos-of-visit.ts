import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'

/** The photographs a form refers to, each once; all of them belong to this visit, else `common.not-found`. */
export async function photosOfVisit(tx: Tx, visitId: string, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (!wanted.length) return []
  const known = await tx.storedFile.count({ where: { id: { in: wanted }, visitId } })
  if (known < wanted.length) throw new Refusal('common.not-found')
  return wanted
}
