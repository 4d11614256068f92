import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { endSessions, staffRow } from './staff-rows'

/** Ends one session of a person, or all of them; the next request of that browser is signed out. */
export const revokeSessions = command(
  'staff.revokeSessions',
  z.object({ id, sessionId: optional(id) }),
  async ({ tx, actor, now }, { id: staffId, sessionId }) => {
    const { dealershipId } = actor
    const { name } = await staffRow(tx, dealershipId, staffId)
    const sessions = sessionId
      ? await tx.staffSession
          .updateMany({
            where: { dealershipId, staffId, id: sessionId, revokedAt: null },
            data: { revokedAt: now },
          })
          .then(({ count }) => count)
      : await endSessions(tx, dealershipId, staffId, now)
    if (sessionId && !sessions) throw new Refusal('common.not-found')
    return { result: { sessions }, subject: { type: 'staff', id: staffId }, facts: { name, sessions } }
  },
)
