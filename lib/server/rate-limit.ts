import 'server-only'
import { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '@/lib/core/refusal'
import { env } from './env'
import { keyedHash } from './hash'

const holder = globalThis as unknown as {
  babuLimits?: { pool: Pool; limiters: Map<string, RateLimiterPostgres> }
}

function limiter(name: string, points: number, seconds: number): RateLimiterPostgres {
  const shared = (holder.babuLimits ??= {
    pool: new Pool({ connectionString: env().APP_DATABASE_URL, max: 3 }),
    limiters: new Map(),
  })
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
