import 'server-only'
import { storePhotos } from '@/lib/quality/server/store-photos'
import { tellSender } from '@/lib/quality/server/tell-sender'
import { command } from '@/lib/server/doors'
import { TellProgress } from '../schemas'
import { visitHere } from './visit-here'

/**
 * Tells the customer how the car is doing: what is done, what comes next, minutes left, photographs (S4-08, S4-09). Shown on
 * the customer's page at once and sent as a message. Refuses with `lounge.visit-over`, `file.wrong-kind`, `file.too-large`.
 */
export const tellProgress = command('progress.tell', TellProgress, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { visitId, done, next, minutesLeft = null } = input
  const visit = await visitHere(tx, dealershipId, visitId)
  const of = { dealershipId, subjectType: 'progress', subjectId: visitId, visitId, byId: actor.id }
  const photoFileIds = await storePhotos(tx, input.photos, 'progress', of, now)
  const { id } = await tx.progressNote.create({
    data: { dealershipId, visitId, done, next, minutesLeft, photoFileIds, byId: actor.id, at: now },
    select: { id: true },
  })
  const facts = { done, next, minutesLeft, photos: photoFileIds.length }
  await tellSender(tx, { ...visit, dealershipId }, 'visit-progress', facts, now)
  return { result: { id }, subject: { type: 'visit', id: visitId }, visitId, facts }
})
