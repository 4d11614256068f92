import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { checkDriver } from '../road-test'
import { StartRoadTest } from '../schemas'
import { roadTestOf } from './road-test-of'

/** The permitted driver sets off. Refuses with `roadTest.not-permitted`, `roadTest.driver-busy`, `status.not-from-here`. */
export const startRoadTest = command(
  'roadTest.start',
  StartRoadTest,
  async ({ tx, actor, now }, { roadTestId }) => {
    const { dealershipId } = actor
    const driverId = actor.id!
    const test = await roadTestOf(tx, dealershipId, roadTestId, 'start')
    checkDriver(driverId, test)
    const onRoad = await tx.roadTest.count({ where: { dealershipId, driverId, status: 'onRoad' } })
    if (onRoad > 0) throw new Refusal('roadTest.driver-busy')
    await tx.roadTest.update({
      where: { dealershipId_id: { dealershipId, id: test.id } },
      data: { status: test.next, startedAt: now },
      select: { id: true },
    })
    const facts = { no: test.order.no, driver: actor.name }
    return {
      result: { id: test.id },
      subject: { type: 'order', id: test.orderId },
      visitId: test.order.visitId,
      facts,
    }
  },
)
