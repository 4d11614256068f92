'use client'

import { useCallback, useEffect, useState } from 'react'
import type { DeskWish } from './desk-types'
import type { PickableDay } from './slot-picker'

type Answer = { key: string; days: PickableDay[]; failed: boolean }
const WAIT_MS = 250

/** The free times for a wish, read a moment after it last changed; null while they are not there. */
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
  const known = answer?.key === key ? answer : null
  const retry = useCallback(() => setTries((count) => count + 1), [])
  return { days: known && !known.failed ? known.days : null, failed: known?.failed ?? false, retry }
}
