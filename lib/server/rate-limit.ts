import 'server-only'
import { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '@/lib/core/refusal'
import { env } from './env'
import { keyedHash } from './hash'
import { log } from './log'

const holder = globalThis as unknown as {
  babuLimits?: { pool: Pool; limiters: Map<string, RateLimiterPostgres> }
}

/** A connection that the server ends while nobody uses it is replaced at the next use; unheard, it would end this process. */
function openPool(): Pool {
  const pool = new Pool({
    connectionString: env().APP_DATABASE_URL,
    max: 3,
    // A count that a crash loses harms nobody: nothing waits for the disk.
    onConnect: (client) => client.query('SET synchronous_commit = off').then(() => {}),
  })
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'an idle connection was ended'))
  return pool
}

function limiter(name: string, points: number, seconds: number): RateLimiterPostgres {
  const shared = (holder.babuLimits ??= { pool: openPool(), limiters: new Map() })
  const key = `${name}:${points}:${seconds}`
  const known = shared.limiters.get(key)
  if (known) return known
  const storeClient = shared.pool
  const made = new RateLimiterPostgres({
    storeClient,
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: key,
    points,
    duration: seconds,
  })
  shared.limiters.set(key, made)
  return made
}

const keyOf = (who: string) => keyedHash(who).slice(0, 32)

/** Counts one use of `name` by `who`; refuses with `auth.too-many-requests` past `points` in `seconds`. */
export async function limit(name: string, who: string, points: number, seconds: number) {
  try {
    const left = await limiter(name, points, seconds).consume(keyOf(who))
    return { remaining: left.remainingPoints, resetSeconds: Math.ceil(left.msBeforeNext / 1000) }
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new Refusal('auth.too-many-requests', { seconds: Math.ceil(error.msBeforeNext / 1000) })
    throw error
  }
}

/** Takes back one use that `limit` counted, where only failures should count. */
export async function forgive(name: string, who: string, points: number, seconds: number): Promise<void> {
  await limiter(name, points, seconds).reward(keyOf(who))
}

const failures = new RateLimiterMemory({ keyPrefix: 'failures', points: 60, duration: 60 })
const seconds = (left: RateLimiterRes) => Math.max(1, Math.ceil(left.msBeforeNext / 1000))

/** Refuses with `auth.too-many-requests` who failed sixty times within a minute; costs no row and no question. */
export async function checkFailures(who: string): Promise<void> {
  const left = await failures.get(who)
  if (left && left.remainingPoints <= 0)
    throw new Refusal('auth.too-many-requests', { seconds: seconds(left) })
}

/** Counts one failure for `checkFailures`, in the memory of this process. */
export const countFailure = (who: string) => failures.consume(who).catch(() => {})
