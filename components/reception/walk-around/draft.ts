import type { Condition } from '@/lib/reception/condition'
import type { ExtraItem, ItemState } from '@/lib/reception/walk-around'

export type Draft = Condition & {
  odometerKm: number | null
  odometerReason: string
  fuelEighths: number | null
  items: { kind: string; state: ItemState; note: string }[]
  extraItems: ExtraItem[]
  damageShown: boolean
  valuablesReminded: boolean
  valuables: { kind: string; quantity: number; note: string }[]
  customerStatement: string
  adviserConfirmation: string
  faultInquiry: { frequency: string; phenomenon: string; environment: string; speed: string; road: string }
  /** Photographs and videos of the fault (S2-63); they come and go by themselves, never with the words. */
  faultFiles: { id: string; video: boolean }[]
  suggestions: string[]
  nextServiceTold: boolean
  freeWash: boolean | null
  licenceTaken: boolean
  bookletTaken: boolean
  keysTaken: boolean
  parkedAt: string
  keyLocation: string
  waiting: 'waits' | 'leaves'
}
export type Part = 'gauges' | 'items' | 'damage' | 'valuables' | 'words' | 'papers' | 'wheels' | 'tester'
export type Change = (part: Part, changed: Partial<Draft>) => void
