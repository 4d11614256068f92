import 'server-only'
import { command } from '@/lib/server/doors'
import { RecordCare } from '../schemas'
import { visitHere } from './visit-here'

/**
 * Records one care contact: a drink, a meal, a word, the facilities explained (F18). The first one also stamps the arrival
 * in the lounge when nobody has. Refuses with `lounge.visit-over`.
 */
export const recordCare = command(
  'lounge.care',
  RecordCare,
  async ({ tx, actor, now }, { visitId, kind, text }) => {
    const { dealershipId } = actor
    const visit = await visitHere(tx, dealershipId, visitId)
    if (!visit.loungeStay && visit.waiting === 'waits')
      await tx.loungeStay.create({ data: { dealershipId, visitId, arrivedAt: now }, select: { id: true } })
    const { id } = await tx.careContact.create({
      data: { dealershipId, visitId, kind, text, byId: actor.id, at: now },
      select: { id: true },
    })
    return { result: { id }, subject: { type: 'visit', id: visitId }, visitId, facts: { kind, text } }
  },
)
