import type { RepairOrderStatus } from '../orders/repair-order'
import type { OwedWord } from './owed-word'
import type { JudgedPromise, PromiseRisk } from './promise-risk'

export type GuestRow = {
  visitId: string
  customer: string
  plate: string
  model: string
  adviser: string | null
  adviserId: string | null
  waiting: 'waits' | 'leaves'
  reachBy: string
  arrivedAt: Date
  inLoungeSince: Date | null
  place: string
  orderId: string | null
  orderNo: string | null
  status: RepairOrderStatus | null
  promisedAt: Date | null
  promisedTo: Date | null
  stageAt: Date | null
  careContacts: number
  lastCareAt: Date | null
  lastCareKind: 'drink' | 'meal' | 'care' | 'gift' | 'facilities' | null
  lastToldAt: Date | null
  promises: { id: string; text: string; keptAt: string | null }[]
  delays: number
  lateNotices: number
}

/** A customer whose car is in the house. */
export type LoungeGuest = GuestRow & {
  waitingMinutes: number
  promise: JudgedPromise | null
  owed: OwedWord[]
}

export type ScreenRow = {
  orderId: string
  status: RepairOrderStatus
  plate: string
  customer: string
  promisedAt: Date | null
  jobs: number
  done: number
}

/** A car on the wall of the lounge; plate and name are masked. */
export type ScreenCar = Omit<ScreenRow, 'orderId'> & { key: string; risk: PromiseRisk | null }
