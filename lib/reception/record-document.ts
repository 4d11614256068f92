import type { Condition } from './condition'
import type { NextService } from './next-service'

/** What the customer signs at the car: the whole record as plain values. Its hash is what the signature is bound to. */
export type RecordDocument = {
  visit: { no: string; arrivedAt: string; greetedAt: string | null; booked: boolean }
  vehicle: { plate: string; vin: string | null; engineNo: string; brand: string; model: string }
  people: { sender: string; owner: string; inspector: string }
  kit: { pieces: string[]; fittedAt: string | null }
  odometerKm: number | null
  odometerReason: string | null
  fuelEighths: number | null
  items: { kind: string; state: string; note: string }[]
  extraItems: unknown
  marks: {
    view: string
    x: number
    y: number
    kind: string
    severity: number
    note: string
    photoSha256: string | null
  }[]
  damageShownAt: string | null
  valuablesRemindedAt: string | null
  valuables: { kind: string; quantity: number; note: string }[]
  customerStatement: string
  adviserConfirmation: string
  faultInquiry: unknown
  /** Photographs and videos of the fault (S2-63); absent when there are none. */
  faultFiles?: { mime: string; sha256: string }[]
  suggestions: string[]
  nextServiceTold: boolean
  freeWash: boolean | null
  /** What was said about the next service (S2-46); absent when nothing was known to be said. */
  nextService?: NextService | null
  handedOver: { licence: boolean; booklet: boolean; keys: boolean }
} & Partial<Condition>
