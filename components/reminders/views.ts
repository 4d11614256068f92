import type { TraitOffer } from '@/lib/customers/traits'
import type { Festival } from '@/lib/dealership/holidays'
import type { CareKind } from '@/lib/reminders/care'
import type {
  CallStage,
  ContactChannel,
  ContactClass,
  ContactResult,
  ContactTaskStatus,
} from '@/lib/reminders/contact'

type Named = { name: string; nameEn: string }

/** The form of what came of a call: the checks before it belong to it. */
export const ATTEMPT_FORM = 'attempt'

/** What the call card shows. */
export type ContactCardView = {
  id: string
  class: ContactClass
  listedAs: ContactClass
  status: ContactTaskStatus
  dueOn: string
  discountBp: number
  traitOffers: TraitOffer[]
  vehicle: { id: string; plate: string; brand: string; model: string }
  customer: {
    id: string
    name: string
    formOfAddress: string
    kind: 'person' | 'company'
    contactPerson: string
    phone: string
    phoneWrong: boolean
    verified: boolean
    tier: 'new' | 'existing' | 'vip'
    complaintSensitive: boolean
    notes: { id: string; text: string; at: Date }[]
  }
  owner: Named | null
  care: { kind: CareKind; festival: Festival | null } | null
  gift: string
  giftGivenAt: Date | null
  giftGivenBy: Named | null
  plan: { name: string; offer: string; source: string } | null
  appointment: { id: string; no: string; startsAt: Date } | null
  due: {
    baseOn: string
    dueOn: string
    dueKm: number | null
    reason: 'time' | 'distance'
    usage: 'readings' | 'interval'
    metresPerDay: number
    remainingKm: number | null
    advised: boolean
    monthsSince: number
    items: (Named & { code: string; everyKm: number | null; everyMonths: number | null })[]
  } | null
  declined: { id: string; title: string; titleEn: string; on: Date; safety: boolean }[]
  house: { address: string; addressEn: string; phone: string }
  quote: { fen: number; earlyFen: number } | null
  offered: Named | null
  script: {
    id: string
    code: string
    version: number
    title: string
    titleEn: string
    text: string
    textEn: string
    issuer: string
    issuedAt: Date
  } | null
  contacts: { had: number; limit: number }
  attemptLimit: number
  longCallSeconds: number
  contactAttempts: {
    id: string
    result: ContactResult
    channel: ContactChannel
    summary: string
    need: string
    at: Date
    by: Named | null
    script: { code: string; version: number } | null
    reached: boolean
    written: boolean
    callSteps: string[]
    callStages: CallStage[]
    callScore: { listening: number; voice: number; words: number; note: string } | null
  }[]
}
