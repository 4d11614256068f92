import 'server-only'
import { LRUCache } from 'lru-cache'

/** Each connection keeps every named plan until it ends: one that has seen all screens of an adviser held 33 MB. */
const MOST_NAMES = 400
/** A statement earns its name when it comes again: most of those that are made once are never made again. */
const SEEN = 3
/** Lists and rows of a changing number make a new text each time. */
const VARYING = /(\$\d+,){4}|\),\(/
const LONGEST = 20_000

class PlanNames {
  private readonly names = new LRUCache<string, string>({ max: MOST_NAMES })
  private readonly seen = new LRUCache<string, number>({ max: 2_000 })
  private given = 0

  of(sql: string): string | undefined {
    const known = this.names.get(sql)
    if (known) return known
    const seen = (this.seen.get(sql) ?? 0) + 1
    this.seen.set(sql, seen)
    if (seen < SEEN || sql.length > LONGEST || VARYING.test(sql)) return undefined
    // Never one that stood for another text: a connection may keep that one still.
    const name = `babu ${++this.given}`
    this.names.set(sql, name)
    return name
  }
}

const holder = globalThis as unknown as { babuPlans?: PlanNames }

/**
 * The name under which PostgreSQL keeps the plan of a statement; none while it is rare. To plan a page's statements, with their
 * relations and the rules of the tenant in each, took longer than to run them.
 */
export const planName = ({ sql }: { sql: string }): string =>
  // pg takes "no name" for a statement that is planned each time, which the type of the option does not say.
  (holder.babuPlans ??= new PlanNames()).of(sql) as string
