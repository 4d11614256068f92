import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { AskErrand, DoErrand } from '../ready-schemas'

/**
 * The small thing the customer needs now (S2-78): for the one who heard it, or handed to a colleague, on whose list of the day it
 * stands until it is done. Refuses with `common.not-found`, and for a car that has left with `status.not-from-here`.
 */
export const askErrand = command(
  'errand.ask',
  AskErrand,
  async ({ tx, actor, now }, { visitId, text, forId }) => {
    const { dealershipId } = actor
    const visit = await tx.visit.findUnique({
      where: { dealershipId_id: { dealershipId, id: visitId } },
      select: { status: true },
    })
    if (!visit || actor.id === null) throw new Refusal('common.not-found')
    if (visit.status === 'closed' || visit.status === 'leftWithoutOrder')
      throw new Refusal('status.not-from-here', { from: visit.status, action: 'errand' })
    if (forId && !(await tx.staff.count({ where: { dealershipId, id: forId, disabledAt: null } })))
      throw new Refusal('common.not-found')
    const { id } = await tx.visitErrand.create({
      data: { dealershipId, visitId, text, askedById: actor.id, askedAt: now, forId: forId ?? actor.id },
      select: { id: true },
    })
    return { result: { id }, subject: { type: 'visit', id: visitId }, visitId, facts: { errandId: id } }
  },
)

/** Ticks it as done, by whoever did it. Refuses with `common.not-found` or `errand.done`. */
export const doErrand = command('errand.do', DoErrand, async ({ tx, actor, now }, { errandId }) => {
  const { dealershipId } = actor
  const errand = await tx.visitErrand.findUnique({
    where: { dealershipId_id: { dealershipId, id: errandId } },
    select: { visitId: true },
  })
  if (!errand) throw new Refusal('common.not-found')
  const { count } = await tx.visitErrand.updateMany({
    where: { dealershipId, id: errandId, doneAt: null },
    data: { doneAt: now, doneById: actor.id },
  })
  if (!count) throw new Refusal('errand.done')
  const { visitId } = errand
  return { result: { id: errandId }, subject: { type: 'visit', id: visitId }, visitId, facts: { errandId } }
})
