import type { RefusalCode, RefusalFacts } from '../core/refusal'
import type { BlockKind } from '../dealership/closure'
import type { AppointmentStatus } from './appointment'
import type { Band } from './capacity'
import type { ConfirmationResult, ConfirmationStage, NextContact } from './confirmation'
import type { PreparationKind } from './preparation'
import type { AgreedWay, FreeWays } from './way'

/** A booked car on the board. */
export type BoardCard = {
  id: string
  no: string
  status: AppointmentStatus
  startsAt: Date
  promisedFrom: Date | null
  promisedAt: Date | null
  labourMinutes: number
  quickLane: boolean
  difficult: boolean
  way: AgreedWay
  pastCapacity: boolean
  urgent: boolean
  adviserId: string | null
  adviser: string
  plate: string
  customer: string
  work: string[]
  visitId: string | null
  tasks: { done: number; failed: number; all: number }
  /** Day on which the last part on order is expected; empty when something is on order without a date, null when nothing is. */
  partsDay: string | null
  confirmation: { stage: ConfirmationStage; result: ConfirmationResult } | null
}

/** What a technician of the day is there for and has taken on (S1-36). */
export type Commitment = {
  id: string
  name: string
  grade: 'junior' | 'middle' | 'senior' | null
  skills: string[]
  shifts: { kind: 'work' | 'overtime' | 'leave' | 'training'; startsAt: string; endsAt: string }[]
  jobs: { startsAt: string; endsAt: string; status: string; plate: string; title: string }[]
}

/** A bay out of service, or hours that are blocked for all (`skill` null) or for a skill. */
export type BoardClosure = {
  id: string
  bay: string | null
  kind: BlockKind | null
  skill: string | null
  note: string
  startsAt: string
  endsAt: string
}

export type DayOrWeekLoad = { rateBp: number; band: Band; bookedMinutes: number; bookableMinutes: number }
export type Told = { who: 'customer' | 'adviser' | 'parts' | 'workshop'; name: string }
export type Endangered = {
  kind: 'appointment' | 'order'
  id: string
  no: string
  plate: string
  promisedAt: Date
}

/** What would follow from moving a booking. */
export type Possible = {
  possible: true
  /** Only with a manager's word: there is no room for the work. */
  over: boolean
  day: string
  adviser: { id: string; name: string; wanted: boolean }
  readyFrom: string | null
  readyAt: string | null
  before: DayOrWeekLoad
  after: DayOrWeekLoad
  /** The fullest half hour that the work touches. */
  peakBp: number
  told: Told[]
  endangered: Endangered[]
  /** Drivers and loaner cars at that time. */
  ways: FreeWays
  /** The day of parts on order that come later than the car. */
  partsLate: string | null
}
export type Consequence =
  | Possible
  | {
      possible: false
      refused: { code: RefusalCode; facts: RefusalFacts }
      nearest: string[]
      /** Null where the time itself is not possible. */
      ways: FreeWays | null
    }

/** A booking with the next contact of its loop of confirmation. */
export type ToConfirm = {
  id: string
  no: string
  status: AppointmentStatus
  startsAt: Date
  customer: string
  phone: string
  plate: string
  model: string
  adviser: string
  way: AgreedWay
  log: { stage: ConfirmationStage; result: ConfirmationResult; at: string }[]
  next: NextContact
}

type PreparedCar = {
  id: string
  no: string
  status: 'confirmed' | 'waitingParts' | 'ready'
  startsAt: Date
  plate: string
  model: string
  adviserId: string | null
  adviser: string
  work: string[]
  plan: string
  partsDay: string | null
}
export type ToPrepare = PreparedCar & {
  kind: PreparationKind
  owner: 'partsClerk' | 'foreman' | 'serviceAdviser'
  mine: boolean
}
export type ToMove = PreparedCar & { failed: { kind: PreparationKind; reason: string }[] }
