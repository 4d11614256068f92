import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { KeepPromise } from '../schemas'

/** Ticks a promise as kept. Refuses with `common.not-found` or `promise.already-kept`. */
export const keepPromise = command('promise.keep', KeepPromise, async ({ tx, actor, now }, { promiseId }) => {
  const { dealershipId } = actor
  const promise = await tx.customerPromise.findUnique({
    where: { dealershipId_id: { dealershipId, id: promiseId } },
    select: { visitId: true, text: true, keptAt: true },
  })
  if (!promise) throw new Refusal('common.not-found')
  const { count } = await tx.customerPromise.updateMany({
    where: { dealershipId, id: promiseId, keptAt: null },
    data: { keptAt: now, keptById: actor.id },
  })
  if (!count) throw new Refusal('promise.already-kept')
  const { visitId, text } = promise
  return { result: { id: promiseId }, subject: { type: 'visit', id: visitId }, visitId, facts: { text } }
})
