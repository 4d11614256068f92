import type { VisitStatus } from './visit'

type Named = { name: string; nameEn: string }
export type FloorBay = Named & {
  id: string
  /** The car that stands in it or is on its way to it. */
  car: { visitId: string; plate: string; status: VisitStatus; adviser: Named | null } | null
}
export type Errand = { id: string; visitId: string; text: string; plate: string; by: Named }
export type Floor = {
  weather: 'rain' | 'snow' | null
  bays: FloorBay[]
  /** Handed to the reader and not done. */
  errands: Errand[]
  /** Cars nobody met in time that wait for the reader's answer or judgement. */
  unmet: number
  /** The reader has gone through the checklist of the shift. */
  checked: boolean
}
/** A car nobody met in time (S2-05). */
export type UnmetCarLine = {
  id: string
  visitId: string
  limitSeconds: number
  answer: string
  judgement: string | null
  staff: Named | null
  mine: boolean
  plate: string
  arrivedAt: Date
  /** After which it was met; null while nobody has. */
  seconds: number | null
}
