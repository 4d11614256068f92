'use client'

import { useEffect, useState } from 'react'
import type { Possible } from '@/lib/appointments/booking-board'
import type { FreeWays, WayWish } from '@/lib/appointments/way'

export type Place = { appointmentId: string; startsAt: string; adviserId: string } & Partial<WayWish>
export type ShownConsequence =
  Possible | { possible: false; text: string; nearest: string[]; ways: FreeWays | null }
export type AskConsequence = (place: Place) => Promise<ShownConsequence | null>

const REST = 200

/** Asks the server what would follow once the hand rests on a place; the answer belongs to the place it was asked for. */
export function useConsequence(ask: AskConsequence, place: Place | null) {
  const key = place ? JSON.stringify(place) : ''
  const [answer, setAnswer] = useState<{ key: string; shown: ShownConsequence | null } | null>(null)
  useEffect(() => {
    if (!key) return
    let current = true
    const timer = setTimeout(async () => {
      const shown = await ask(JSON.parse(key) as Place).catch(() => null)
      if (current) setAnswer({ key, shown })
    }, REST)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key, ask])
  const known = key !== '' && answer?.key === key
  return {
    checking: key !== '' && !known,
    failed: known && answer.shown === null,
    shown: known ? answer.shown : null,
  }
}
