import { Refusal } from '../core/refusal'
import { workflow } from '../core/workflow'

export type RoadTestStatus = 'queued' | 'onRoad' | 'done'
export type RoadTestAction = 'permit' | 'start' | 'end'

/** Register 6.6: queued with a driver permitted, on the road, done with kilometres and finding. */
export const roadTestFlow = workflow<RoadTestStatus, RoadTestAction>({
  queued: { permit: 'queued', start: 'onRoad' },
  onRoad: { end: 'done' },
  done: {},
})

/** Nobody drives a customer's car without permission (S5-39). Refuses with `roadTest.not-permitted`. */
export function checkDriver(
  driverId: string,
  test: { driverId: string | null; permittedById: string | null },
): void {
  if (!test.permittedById || test.driverId !== driverId) throw new Refusal('roadTest.not-permitted')
}
