import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { ArriveInLounge } from '../schemas'
import { visitHere } from './visit-here'

/** Stamps the customer's arrival in the lounge (S4-01). Refuses with `lounge.already-here`, `lounge.visit-over`. */
export const arriveInLounge = command(
  'lounge.arrive',
  ArriveInLounge,
  async ({ tx, actor, now }, { visitId, place }) => {
    const { dealershipId } = actor
    const visit = await visitHere(tx, dealershipId, visitId)
    if (visit.loungeStay && !visit.loungeStay.leftAt) throw new Refusal('lounge.already-here')
    await tx.loungeStay.upsert({
      where: { dealershipId_visitId: { dealershipId, visitId } },
      create: { dealershipId, visitId, place, arrivedAt: now },
      update: { leftAt: null, place },
      select: { id: true },
    })
    await tx.visit.updateMany({ where: { dealershipId, id: visitId }, data: { waiting: 'waits' } })
    return { result: { visitId }, subject: { type: 'visit', id: visitId }, visitId, facts: { place } }
  },
)
