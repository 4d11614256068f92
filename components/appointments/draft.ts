import { useMemo, useSyncExternalStore } from 'react'

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
  adviserId: string
  startsAt: string
  readyFrom: string
  readyAt: string
  /** Off labour at the chosen time as it was shown; the server decides anew. */
  discountBp: number
  waiting: 'waits' | 'leaves'
  /** Days of the waiting list; empty where a time is booked. */
  listFirst: string
  listLast: string
  listParts: string[]
  name: string
  phone: string
}

const emptyDraft: Draft = {
  by: 'plate', province: '', rest: '', vin: '', model: '', odometerKm: '', packageIds: [], wishes: [''], comeback: false,
  adviserId: '', startsAt: '', readyFrom: '', readyAt: '', discountBp: 0, waiting: 'waits', listFirst: '', listLast: '', listParts: [], name: '', phone: '',
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

/** Keeps a whole draft under a key, for a form that is opened next. */
export const keepDraft = (key: string, draft: Draft): void => write(key, JSON.stringify(draft))

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
export const wishesOf = ({ wishes }: Draft): string[] => wishes.map((wish) => wish.trim()).filter(Boolean)

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
