'use client'

import type { Instant } from '@/lib/i18n/format'
import { useFormat } from '@/components/shell/locale'

/** An instant as people say it on the wall clock of the dealership; the full date on hover. */
export function Time({
  at,
  show = 'dateTime',
  className,
}: {
  at: Instant
  show?: 'dateTime' | 'time' | 'day' | 'full'
  className?: string
}) {
  const format = useFormat()
  const full = format.fullDateTime(at)
  const text = show === 'full' ? full : format[show](at)
  return (
    <time dateTime={new Date(at).toISOString()} title={full} className={className}>
      {text}
    </time>
  )
}

/** 14:30–15:00. */
export function TimeRange({ from, to, className }: { from: Instant; to: Instant; className?: string }) {
  const format = useFormat()
  return (
    <span title={`${format.fullDateTime(from)} – ${format.fullDateTime(to)}`} className={className}>
      {format.day(from)} {format.timeRange(from, to)}
    </span>
  )
}
