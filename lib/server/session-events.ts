import 'server-only'
import type { Tx } from './db'
import { log } from './log'

type SessionEvent = 'session.open' | 'session.refuse' | 'session.end'
type Person = { id: string; dealershipId: string; name: string }

/** Puts into the chain of events, and into the log, that a person signed in or out, or was refused (R55, R57). */
export async function recordSession(tx: Tx, name: SessionEvent, person: Person, at: Date): Promise<void> {
  const { id, dealershipId } = person
  await tx.event.create({
    data: {
      dealershipId,
      name,
      subjectType: 'staff',
      subjectId: id,
      actorKind: 'staff',
      actorId: id,
      actorName: person.name,
      facts: {},
      at,
    },
    select: { id: true },
  })
  log.info({ staffId: id, dealershipId }, name)
}
