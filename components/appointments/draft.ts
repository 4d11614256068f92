import { useMemo, useSyncExternalStore } from 'react'
import type { Fault } from '@/lib/appointments/fault-questions'
import type { Position } from '@/lib/core/distance'
import type { Need, ProposalOutcome } from '@/lib/appointments/proposals'

/** Work proposed for an own car, as it was shown; the server knows it by kind and reference. */
export type Proposed = Pick<Need, 'kind' | 'reference' | 'title' | 'packageId'> & {
  operationId: string | null
  minutes: number | null
  safety: boolean
}
/** A photograph that was sent already, with a picture of it small enough to keep. */
export type SentPhoto = { id: string; thumb: string }

/** What a visitor has chosen and typed so far; kept in this browser tab until the booking is made. */
export type Draft = {
  by: 'plate' | 'vin'
  province: string
  rest: string
  vin: string
  model: string
  odometerKm: string
  packageIds: string[]
  wishes: string[]
  comeback: boolean
  /** The plate or VIN of the own car that was chosen, what was proposed for it, and the answers by `needKey`. */
  own: string
  proposed: Proposed[]
  answers: Record<string, Exclude<ProposalOutcome, 'proposed'>>
  /** Whether the questions about a fault are open, the answers, and how they are said in one line. */
  faulty: boolean
  fault: Partial<Fault>
  faultLine: string
  concern: string
  photos: SentPhoto[]
  adviserId: string
  startsAt: string
  readyFrom: string
  readyAt: string
  /** Off labour at the chosen time as it was shown; the server decides anew. */
  discountBp: number
  waiting: 'waits' | 'leaves'
  /** How a car that is left comes to the house; where it is fetched, and from where as far as the browser said. */
  way: 'own' | 'pickUp' | 'loaner'
  pickUpAddress: string
  pickUpFrom: Position | null
  /** Days of the waiting list; empty where a time is booked. */
  listFirst: string
  listLast: string
  listParts: string[]
  name: string
  phone: string
  /** Wishes to be reminded of the next service. */
  marketing: boolean
  /** The token of the message that led here, and whether the code goes to the number of that message. */
  invited: string
  asInvited: boolean
}

export const emptyDraft: Draft = {
  by: 'plate', province: '', rest: '', vin: '', model: '', odometerKm: '', packageIds: [], wishes: [''], comeback: false,
  own: '', proposed: [], answers: {}, faulty: false, fault: {}, faultLine: '', concern: '', photos: [],
  adviserId: '', startsAt: '', readyFrom: '', readyAt: '', discountBp: 0, waiting: 'waits', way: 'own', pickUpAddress: '', pickUpFrom: null, listFirst: '', listLast: '', listParts: [], name: '', phone: '', marketing: false, invited: '', asInvited: false,
} // prettier-ignore

const memory = new Map<string, string>()
const listeners = new Set<() => void>()

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? memory.get(key) ?? ''
  } catch {
    return memory.get(key) ?? ''
  }
}

function write(key: string, text: string): void {
  memory.set(key, text)
  try {
    if (text) sessionStorage.setItem(key, text)
    else sessionStorage.removeItem(key)
  } catch {
    // A browser without storage keeps the draft in memory.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where the draft of a booking at a dealership is kept. */
export const draftKey = (code: string) => `babu-booking-${code}`

/** Keeps a whole draft under a key, for a form that is opened next. */
export const keepDraft = (key: string, draft: Draft): void => write(key, JSON.stringify(draft))

export type Proof = { phone: string; proof: string }
const noProof: Proof = { phone: '', proof: '' }

/** The telephone number that was proven in this tab, which the server takes for half an hour. */
export function useProof(key: string) {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => '',
  )
  return useMemo(
    () => ({
      proven: text ? (JSON.parse(text) as Proof) : noProof,
      prove: (proof: Proof) => write(key, JSON.stringify(proof)),
      forgetProof: () => write(key, ''),
    }),
    [key, text],
  )
}

/** The draft under a key, and functions that change and forget it. */
export function useDraft(key: string) {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => '',
  )
  return useMemo(() => {
    const draft: Draft = { ...emptyDraft, ...(text ? (JSON.parse(text) as Partial<Draft>) : {}) }
    return {
      draft,
      change: (part: Partial<Draft>) =>
        write(key, JSON.stringify({ ...emptyDraft, ...JSON.parse(read(key) || '{}'), ...part })),
      forget: () => write(key, ''),
    }
  }, [key, text])
}

export const plateOf = ({ by, province, rest }: Draft): string =>
  by === 'plate' && rest ? `${province}${rest}` : ''
type Format = {
  day: (at: string) => string
  dateTime: (at: string) => string
  timeRange: (from: string, to: string) => string
}

/** From when to when the car will be ready. */
export const readyText = (
  { readyFrom, readyAt }: { readyFrom: string | null; readyAt: string | null },
  format: Format,
): string =>
  !readyAt
    ? ''
    : readyFrom && readyFrom !== readyAt
      ? `${format.day(readyFrom)} ${format.timeRange(readyFrom, readyAt)}`
      : format.dateTime(readyAt)
