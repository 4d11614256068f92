'use client'

import { useFormat, useNow } from '@/components/shell/locale'

/** The time of day, large. */
export function WallClock() {
  const { time } = useFormat()
  return <p className="font-title tabular text-5xl font-semibold">{time(useNow())}</p>
}
