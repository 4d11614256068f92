import type { Actor } from '../auth/actor'
import { may } from '../auth/permissions'

/** The marks of a call are seen by who made the call and by who may mark it. */
export const maySeeMarks = (actor: Actor, callerId: string | null): boolean =>
  actor.kind === 'staff' && (actor.id === callerId || may(actor, 'call.score'))
