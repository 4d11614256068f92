import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { roadTestFlow, type RoadTestAction } from '../road-test'

/** A road test on which `action` is possible now. Refuses with `common.not-found` or `status.not-from-here`. */
export async function roadTestOf(tx: Tx, dealershipId: string, roadTestId: string, action: RoadTestAction) {
  const test = await tx.roadTest.findUnique({
    where: { dealershipId_id: { dealershipId, id: roadTestId } },
    include: { order: { select: { no: true, visitId: true } } },
  })
  if (!test) throw new Refusal('common.not-found')
  return { ...test, next: roadTestFlow.next(test.status, action) }
}
