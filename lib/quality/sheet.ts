import type { Named } from '../core/name-in'
import type { RepairOrderStatus } from '../orders/repair-order'
import type { JobStatus } from '../orders/job'
import type { AcceptingSide } from './acceptance'
import type { CheckGroup, LineResult } from './inspection'
import type { RoadTestStatus } from './road-test'

export type SheetLine = {
  id: string
  group: CheckGroup | 'job'
  jobId: string | null
  title: string
  titleEn: string
  result: LineResult | null
  reason: string
  photoFileIds: string[]
}

export type SheetRound = {
  id: string
  round: number
  status: 'waiting' | 'inCheck' | 'passed' | 'failed'
  inspectorId: string | null
  inspector: string | null
  startedAt: Date | null
  finishedAt: Date | null
  remark: string
  acceptances: { side: AcceptingSide; at: Date; name: string }[]
  lines: SheetLine[]
}

type SheetRework = {
  id: string
  reason: string
  rootCause: string
  openedAt: Date
  doneAt: Date | null
  title: string
  titleEn: string
  technician: string | null
}

export type SheetJob = {
  id: string
  title: string
  titleEn: string
  status: JobStatus
  workDoneNote: string
  doneBy: Named | null
  reworkCount: number
}

/** Everything an inspector sees of one order; rounds and rework newest first. */
export type InspectionSheet = {
  order: {
    id: string
    visitId: string
    no: string
    status: RepairOrderStatus
    wash: boolean | null
    washedAt: Date | null
    washStartedAt: Date | null
    promisedAt: Date | null
    promisedTo: Date | null
    workDoneAt: Date | null
    comebackCause: string
    comebackOurFault: boolean | null
    comebackOf: { no: string } | null
    adviser: { name: string } | null
    vehicle: { plate: string; brand: string; model: string }
    orderProblems: { id: string; text: string }[]
  }
  /** The reader worked on the car. */
  ownWork: boolean
  jobs: SheetJob[]
  rounds: SheetRound[]
  roadTests: {
    id: string
    status: RoadTestStatus
    purpose: string
    driver: string | null
    permittedBy: string | null
    distanceKm: number | null
    finding: string
    createdAt: Date
    endedAt: Date | null
  }[]
  reworks: SheetRework[]
}
