import 'server-only'
import { tellSender } from '@/lib/quality/server/tell-sender'
import { photosOfVisit } from '@/lib/reception/server/photos-of-visit'
import { command } from '@/lib/server/doors'
import { TellProgress } from '../schemas'
import { visitHere } from './visit-here'

/**
 * Tells the customer how the car is doing: what is done, what comes next, minutes left, photographs (S4-08, S4-09). Shown on
 * the customer's page at once and sent as a message. Refuses with `lounge.visit-over`, `common.not-found`.
 */
export const tellProgress = command('progress.tell', TellProgress, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { visitId, done, next, minutesLeft = null } = input
  const visit = await visitHere(tx, dealershipId, visitId)
  const photoFileIds = await photosOfVisit(tx, visitId, input.photoFileIds)
  const { id } = await tx.progressNote.create({
    data: { dealershipId, visitId, done, next, minutesLeft, photoFileIds, byId: actor.id, at: now },
    select: { id: true },
  })
  const facts = { done, next, minutesLeft, photos: photoFileIds.length }
  await tellSender(tx, { ...visit, dealershipId }, 'visit-progress', facts, now)
  return { result: { id }, subject: { type: 'visit', id: visitId }, visitId, facts }
})
