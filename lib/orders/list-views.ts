import type { RepairOrderStatus } from './repair-order'

/** Views of the order list: what an adviser looks for. */
export const ORDER_VIEWS = ['desk', 'sign', 'approval', 'work', 'ready', 'done', 'cancelled', 'all'] as const
export type OrderView = (typeof ORDER_VIEWS)[number]

const STATUSES: Record<Exclude<OrderView, 'approval' | 'all'>, readonly RepairOrderStatus[]> = {
  desk: ['draft', 'estimated'],
  sign: ['awaitingSignature'],
  work: ['queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing'],
  ready: ['ready', 'settling', 'paid', 'stopped'],
  done: ['delivered', 'closed'],
  cancelled: ['cancelled'],
}

/** The statuses of a view; null when the view is not one of statuses alone. */
export const statusesOf = (view: OrderView): readonly RepairOrderStatus[] | null =>
  view === 'approval' || view === 'all' ? null : STATUSES[view]
