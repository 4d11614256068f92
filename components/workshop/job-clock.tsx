'use client'

import { Play } from 'lucide-react'
import { useFormat, useMessages, useNow } from '@/components/shell/locale'
import { workshop } from '@/lib/i18n/workshop'

type Props = { workedMinutes: number; runningSince: Date | null; plannedMinutes: number; loadedAt: Date }

/** The clock of a job: minutes clocked, ticking while it runs, beside what was planned. */
export function JobClock({ workedMinutes, runningSince, plannedMinutes, loadedAt }: Props) {
  const t = useMessages(workshop)
  const format = useFormat()
  const now = useNow()
  const since = runningSince ? Math.max(0, Math.floor((now - +loadedAt) / 60_000)) : 0
  const minutes = workedMinutes + since
  const over = minutes > plannedMinutes
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="text-muted">{t.my.clocked}</span>
      <span
        className={`tabular flex items-center gap-2 text-3xl font-semibold ${over ? 'text-vermilion-ink' : ''}`}
      >
        {runningSince && <Play aria-hidden className="text-celadon-ink size-5 fill-current" />}
        {format.duration(minutes)}
      </span>
      <span className="text-muted">{t.my.planned({ duration: format.duration(plannedMinutes) })}</span>
      {runningSince && (
        <span className="text-muted basis-full text-sm">
          {t.my.since({ time: format.time(runningSince) })}
        </span>
      )}
    </div>
  )
}
