import 'server-only'
import { command } from '@/lib/server/doors'
import { checkDriver } from '../road-test'
import { EndRoadTest } from '../schemas'
import { roadTestOf } from './road-test-of'

/** The driver is back: kilometres and what was found are logged. Refuses with `roadTest.not-permitted`, `status.not-from-here`. */
export const endRoadTest = command('roadTest.end', EndRoadTest, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { roadTestId, distanceKm, finding } = input
  const test = await roadTestOf(tx, dealershipId, roadTestId, 'end')
  checkDriver(actor.id!, test)
  await tx.roadTest.update({
    where: { dealershipId_id: { dealershipId, id: test.id } },
    data: { status: test.next, endedAt: now, distanceKm, finding },
    select: { id: true },
  })
  const facts = { no: test.order.no, distanceKm, finding }
  return {
    result: { id: test.id },
    subject: { type: 'order', id: test.orderId },
    visitId: test.order.visitId,
    facts,
  }
})
