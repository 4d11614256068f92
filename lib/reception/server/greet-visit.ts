import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { greetingSeconds, isGreetedLate } from '../greeting'
import { ofVisit } from '../schemas'
import { moveVisit, visitRow } from './visit-row'

/** Somebody has gone out to meet the car: stops the greeting timer; the event says whether the limit was kept (S2-04). */
export const greetVisit = command('visit.greet', ofVisit, async ({ tx, actor, now }, { visitId }) => {
  const visit = await visitRow(tx, actor.dealershipId, visitId)
  const limit = (await settingsOf(tx))['reception.greetSeconds']
  const seconds = greetingSeconds(visit.arrivedAt, null, now)
  const late = isGreetedLate(seconds, limit)
  await moveVisit(tx, visit, 'greet', { greetedAt: now, greeterId: actor.kind === 'staff' ? actor.id : null })
  return {
    result: { seconds, late },
    subject: { type: 'visit', id: visitId },
    visitId,
    facts: { seconds, limit, late },
  }
})
