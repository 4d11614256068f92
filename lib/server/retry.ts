import 'server-only'
import { Refusal } from '@/lib/core/refusal'

const NO_TURN = '55P03'
const CLASHES = new Set(['40001', '40P01', '23P01', '23505', NO_TURN])
const PRISMA_CLASHES: Record<string, string> = { P2034: '40001', P2002: '23505' }

/** The SQLSTATE of a clash with another writer, however Prisma wraps it; undefined for anything else. */
function clashOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at && typeof at === 'object' && depth < 5; depth++) {
    const { code, originalCode, cause, meta } = at as Record<string, unknown>
    for (const candidate of [originalCode, code, PRISMA_CLASHES[String(code)]])
      if (typeof candidate === 'string' && CLASHES.has(candidate)) return candidate
    const nested = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError
    at = nested ?? cause
  }
  return undefined
}

const TRIES = 5

/** Runs a transaction again when it clashed with another writer; the rule then refuses politely, or it passes. */
export async function withRetry<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const clash = clashOf(error)
      if (!clash) throw error
      const hopeless = clash === NO_TURN || tries >= (clash.startsWith('23') ? 3 : TRIES)
      if (hopeless) throw new Refusal(clash.startsWith('23') ? 'common.already-exists' : 'common.busy')
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** tries * Math.random()))
    }
  }
}
