import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Scope } from '@/lib/auth/scopes'
import { ask } from '../ask'
import { together } from '../together'

/** How long a process trusts what it read about a key: as long, at most, does another process serve a key that was revoked. */
const TRUSTED_MS = 3_000

/** `used`: how often it was shown in the minute that ends in `resetMs` milliseconds. */
type ShownKey = {
  id: string
  dealershipId: string
  name: string
  scopes: Scope[]
  used: number
  resetMs: number
}
/** `since`: how often it was shown without asking. */
type Known = { found: ShownKey; readAt: number; since: number }

const holder = globalThis as unknown as { babuKeys?: LRUCache<string, Known> }
/** One for the process: pages and API are bundled apart, and a page may revoke what the API remembers. */
const known = (holder.babuKeys ??= new LRUCache<string, Known>({ max: 5_000 }))

type Showing = { hash: string; uses: number }

/** In one order, so that two processes that count the same keys do not wait for each other in a circle. */
const read = together(async (showings: Showing[]) => {
  const inOrder = [...showings].sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const rows = await ask<ShownKey & { hash: string }>(
    'shown_api_keys',
    'SELECT * FROM shown_api_keys($1, $2, $3)',
    [inOrder.map(({ hash }) => hash), inOrder.map(({ uses }) => uses), new Date()],
  )
  return showings.map(({ hash }) => {
    const at = rows.findIndex((row) => row.hash === hash)
    return at < 0 ? null : (rows.splice(at, 1)[0] ?? null)
  })
})

/**
 * The key of a hash and how often it was shown in its minute, this time included; null if there is none, or it was revoked.
 * Within three seconds a process answers from memory and counts there; the count reaches the others when it asks again.
 */
export async function shownKey(hash: string): Promise<ShownKey | null> {
  const kept = known.get(hash)
  const age = kept ? performance.now() - kept.readAt : 0
  if (kept && age < Math.min(TRUSTED_MS, kept.found.resetMs)) {
    kept.since++
    return { ...kept.found, used: kept.found.used + kept.since, resetMs: kept.found.resetMs - age }
  }
  const uses = 1 + (kept?.since ?? 0)
  known.delete(hash)
  const found = await read({ hash, uses })
  if (found) known.set(hash, { found, readAt: performance.now(), since: 0 })
  return found
}

/** The next to show the key asks for it again. */
export const forgetKey = (hash: string) => known.delete(hash)
