import 'server-only'
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { logLevel } from './env'

export const log = pino({
  level: logLevel(),
  redact: ['*.phone', '*.password', '*.token', '*.code', '*.vin', '*.strokes'],
})

/** Logs a fault and returns the reference that the person sees. */
export function reportFault(error: unknown, where: string, reference = randomUUID().slice(0, 8)): string {
  log.error({ err: error, where, reference }, 'fault')
  return reference
}
