import 'server-only'
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import type { Actor } from '@/lib/auth/actor'
import { redact } from '@/lib/core/redact'
import { logLevel } from './env'

export const log = pino({
  level: logLevel(),
  formatters: { log: (entry) => redact(entry) as Record<string, unknown> },
  serializers: { err: (error: unknown) => error },
})

/** Logs a fault and returns the reference that the person sees. */
export function reportFault(error: unknown, where: string, reference = randomUUID().slice(0, 8)): string {
  log.error({ err: error, where, reference }, 'fault')
  return reference
}

/** Logs that somebody tried what the role does not include (R55). */
export function reportDenied({ kind, id, dealershipId }: Actor, permission: unknown): void {
  log.warn({ kind, id, dealershipId, permission }, 'denied')
}
