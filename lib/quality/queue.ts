import type { RoadTestStatus } from './road-test'

export type QueuedCar = {
  orderId: string
  no: string
  status: 'workDone' | 'qc' | 'rework' | 'qcPassed' | 'washing'
  plate: string
  model: string
  adviser: string | null
  promisedAt: Date | null
  promisedTo: Date | null
  /** Since when the car is in this state. */
  since: Date
  jobs: number
  round: number
  inspectionId: string | null
  inspectorId: string | null
  inspector: string | null
  technicians: string[]
  /** The reader worked on it and may not inspect it. */
  ownWork: boolean
  comeback: boolean
  /** Requests for additional work that are not settled: the car waits for the customer, not for the inspector. */
  openRequests: number
  wash: boolean | null
  washStartedAt: Date | null
  washedAt: Date | null
  acceptedSides: string[]
}

export type QueuedRoadTest = {
  id: string
  orderId: string
  no: string
  plate: string
  status: RoadTestStatus
  purpose: string
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  driverId: string | null
  driver: string | null
  permittedBy: string | null
  distanceKm: number | null
  finding: string
}

export type TechnicianQuality = {
  technicianId: string
  name: string
  grade: 'junior' | 'middle' | 'senior' | null
  /** Lines of work of this person decided by an inspector, and how many of them failed. */
  inspected: number
  failed: number
  /** Sent back after the inspection, by adviser or customer. */
  returned: number
}

export type WorkQuality = {
  technicians: TechnicianQuality[]
  orders: number
  firstTime: number
  comebacks: number
  delivered: number
}
