import 'server-only'
import { command } from '@/lib/server/doors'
import { SetWaiting } from '../schemas'
import { visitHere } from './visit-here'

/** Records whether the customer waits here or leaves, and how to reach one who leaves (S4-21). Refuses with `lounge.visit-over`. */
export const setWaiting = command('lounge.setWaiting', SetWaiting, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { visitId, waiting, reachBy } = input
  const visit = await visitHere(tx, dealershipId, visitId)
  await tx.visit.updateMany({ where: { dealershipId, id: visitId }, data: { waiting, reachBy } })
  const leaves = waiting === 'leaves'
  if (visit.loungeStay && leaves)
    await tx.loungeStay.updateMany({ where: { dealershipId, visitId, leftAt: null }, data: { leftAt: now } })
  return { result: { waiting }, subject: { type: 'visit', id: visitId }, visitId, facts: { waiting } }
})
