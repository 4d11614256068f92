import 'server-only'
import type { SystemActor } from '@/lib/auth/actor'
import { database } from './db'
import type { Context } from './doors'

/** The worker, at one dealership. */
export const systemContext = (dealershipId: string, now = new Date()): Context & { actor: SystemActor } => ({
  db: database(),
  now,
  actor: { kind: 'system', id: null, dealershipId, name: 'system', locale: 'zh-CN' },
})
