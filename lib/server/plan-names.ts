import 'server-only'
import { LRUCache } from 'lru-cache'

/** Each connection keeps every named plan until it ends, some ten to hundred kB each. */
const MOST_NAMES = 400
/** A statement earns its name when it comes again: most of those that are made once are never made again. */
const SEEN = 3
/** Lists and rows of a changing number make a new text each time. */
const VARYING = /(\$\d+,){4}|\),\(|^.{20000}/s

const holder = globalThis as unknown as { babuPlans?: PlanNames }

class PlanNames {
  private readonly names = new Map<string, string>()
  private readonly seen = new LRUCache<string, number>({ max: 2_000 })

  of(sql: string): string | undefined {
    const known = this.names.get(sql)
    if (known || this.names.size >= MOST_NAMES) return known
    const seen = (this.seen.get(sql) ?? 0) + 1
    this.seen.set(sql, seen)
    if (seen < SEEN || VARYING.test(sql)) return undefined
    const name = `babu ${this.names.size}`
    this.names.set(sql, name)
    return name
  }
}

/**
 * The name under which PostgreSQL keeps the plan of a statement; none while it is rare. To plan a page's statements, with their
 * relations and the rules of the tenant in each, took longer than to run them.
 */
export const planName = ({ sql }: { sql: string }): string =>
  // pg takes "no name" for a statement that is planned each time, which the type of the option does not say.
  (holder.babuPlans ??= new PlanNames()).of(sql) as string
