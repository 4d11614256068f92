'use client'

import { useCallback, useEffect, useState } from 'react'
import type { DeskWish } from './desk-types'
import type { PickableDay } from './slot-picker'

type Answer = { key: string; days: PickableDay[]; failed: boolean }
const WAIT_MS = 250

/**
 * The free times for a wish, read a moment after it last changed; null while there are none. Those for the wish before stay, as
 * not `fresh`, until the new ones are there: nobody who stands among them loses their place.
 */
export function useTimes(wish: DeskWish | null, findSlots: (wish: DeskWish) => Promise<PickableDay[]>) {
  const [tries, setTries] = useState(0)
  const key = wish ? JSON.stringify(wish) : ''
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (!key) return
    let current = true
    const timer = setTimeout(() => {
      findSlots(JSON.parse(key) as DeskWish).then(
        (days) => current && setAnswer({ key, days, failed: false }),
        () => current && setAnswer({ key, days: [], failed: true }),
      )
    }, WAIT_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key, findSlots, tries])
  const retry = useCallback(() => setTries((count) => count + 1), [])
  const fresh = answer !== null && answer.key === key
  const failed = fresh && answer.failed
  return { days: answer && !answer.failed ? answer.days : null, fresh, failed, retry }
}
