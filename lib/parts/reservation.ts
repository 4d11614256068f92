import { workflow } from '../core/workflow'

export type ReservationStatus =
  'requested' | 'reserved' | 'ordered' | 'arrived' | 'picked' | 'issued' | 'released'
export type ReservationAction = 'reserve' | 'order' | 'arrive' | 'pick' | 'issue' | 'release'

/** Register 6.9. What has arrived is held for its line at once, so it may be picked or issued from there. */
export const reservationFlow = workflow<ReservationStatus, ReservationAction>({
  requested: { reserve: 'reserved', order: 'ordered', release: 'released' },
  ordered: { order: 'ordered', arrive: 'arrived', release: 'released' },
  arrived: { reserve: 'reserved', pick: 'picked', issue: 'issued', release: 'released' },
  reserved: { pick: 'picked', issue: 'issued', release: 'released' },
  picked: { issue: 'issued', release: 'released' },
  issued: {},
  released: {},
})

/** Holds stock: counts in `StockItem.reservedMilli`. */
export const HOLDING = ['reserved', 'arrived', 'picked'] as const satisfies ReservationStatus[]
/** Wants stock that is not there yet. */
export const SHORT = ['requested', 'ordered'] as const satisfies ReservationStatus[]

export const isHolding = (status: ReservationStatus): boolean =>
  (HOLDING as readonly string[]).includes(status)

/** States of a job in which parts may be handed out for it: approved by the customer and not yet checked. */
export const ISSUE_TO = ['queued', 'assigned', 'inWork', 'paused', 'rework', 'done'] as const
