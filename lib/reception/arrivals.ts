import type { AppointmentStatus } from '../appointments/appointment'
import type { VisitStatus } from './visit'

type Person = { name: string; nameEn: string }
type Car = {
  plate: string
  plateKind: string
  model: string
  name: string
  formOfAddress: string
  vip: boolean
  sensitive: boolean
  adviserId: string | null
  adviser: Person | null
  waiting: 'waits' | 'leaves'
}
export type Arriving = Car & {
  appointmentId: string
  no: string
  status: AppointmentStatus
  startsAt: Date
  concern: string
  wishes: string[]
  comebackNo: string | null
  preparedTasks: number
  allTasks: number
  /** Somebody has prepared the reception of this car (S1-80). */
  receptionPrepared: boolean
}
type OrderInLane = {
  id: string
  no: string
  status: string
  promisedAt: string | null
  promisedTo: string | null
  createdAt: string
  readyAt: string | null
  /** Labour of approved work that is not done. */
  minutesLeft: number
}
export type InHouse = Car & {
  visitId: string
  no: string
  status: VisitStatus
  bookedFor: Date | null
  comebackNo: string | null
  arrivedAt: Date
  greetedAt: Date | null
  atDeskAt: Date | null
  parkedAt: string
  /** The reception bay it is led to (S2-07). */
  bay: Person | null
  orders: OrderInLane[]
}
