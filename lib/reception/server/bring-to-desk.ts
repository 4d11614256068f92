import 'server-only'
import { command } from '@/lib/server/doors'
import { BringToDesk } from '../schemas'
import { moveVisit, visitRow } from './visit-row'

/** The car is parked, the key hung up, the customer led inside (S2-47, S2-48). */
export const bringToDesk = command(
  'visit.toDesk',
  BringToDesk,
  async ({ tx, actor, now }, { visitId, parkedAt, keyLocation }) => {
    const visit = await visitRow(tx, actor.dealershipId, visitId)
    const status = await moveVisit(tx, visit, 'toDesk', { atDeskAt: now, parkedAt, keyLocation })
    return {
      result: { status },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { parkedAt, keyLocation },
    }
  },
)
