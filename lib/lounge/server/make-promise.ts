import 'server-only'
import { command } from '@/lib/server/doors'
import { MakePromise } from '../schemas'
import { visitHere } from './visit-here'

/** Writes down what was promised to the customer (S4-17). Refuses with `lounge.visit-over`. */
export const makePromise = command(
  'promise.make',
  MakePromise,
  async ({ tx, actor, now }, { visitId, text }) => {
    const { dealershipId } = actor
    await visitHere(tx, dealershipId, visitId)
    const { id } = await tx.customerPromise.create({
      data: { dealershipId, visitId, text, madeById: actor.id, madeAt: now },
      select: { id: true },
    })
    return { result: { id }, subject: { type: 'visit', id: visitId }, visitId, facts: { text } }
  },
)
