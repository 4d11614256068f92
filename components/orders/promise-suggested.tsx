'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/card'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import type { TimeStandard } from '@/lib/orders/promise'
import type { Skill } from '@/lib/orders/schemas'

export type Suggestion = {
  from: Date | null
  at: Date | null
  /** `at` on the wall clock of the dealership, as the field wants it. */
  local: string | null
  waitMinutes: number
  jobMinutes: number
  inspectionMinutes: number
  washMinutes: number
  bufferMinutes: number
  leftTodayMinutes: number
  skills: string[]
  partsOn: string | null
  standard: TimeStandard | null
  standardUntil: Date | null
}
type Props = { suggestion: Suggestion; current: string; use: (local: string) => void }

/** When the car can be ready: a range first, then the one time to promise, and what makes it so (S3-06). */
export function PromiseSuggested({ suggestion, current, use }: Props) {
  const t = useMessages(estimate).promise
  const words = useMessages(orders).terms
  const format = useFormat()
  const { from, at, local } = suggestion
  if (!from || !at || !local) return <p className="text-muted mt-1 text-sm">{t.none}</p>
  return (
    <div className="mt-1 grid gap-1 text-sm">
      <div className="flex items-start gap-2">
        <p className="text-ink tabular min-w-0 flex-1">
          {t.between({ from: format.dateTime(from), to: format.dateTime(at) })}
        </p>
        {current !== local && (
          <Button size="small" onClick={() => use(local)}>
            {words.useSuggestion}
          </Button>
        )}
      </div>
      <Standard suggestion={suggestion} />
      <details>
        <summary className="fold text-celadon-ink desk:min-h-9 flex min-h-11 cursor-pointer items-center">
          {t.why}
        </summary>
        <Drivers suggestion={suggestion} />
      </details>
    </div>
  )
}

function Drivers({ suggestion }: { suggestion: Suggestion }) {
  const t = useMessages(estimate).promise
  const { skills } = useMessages(orders)
  const format = useFormat()
  const { waitMinutes, jobMinutes, inspectionMinutes, washMinutes, bufferMinutes, partsOn } = suggestion
  const minutes: [string, number][] = [
    [t.wait, waitMinutes],
    [t.work, jobMinutes],
    [t.inspection, inspectionMinutes],
    [t.wash, washMinutes],
    [t.buffer, bufferMinutes],
    [t.left, suggestion.leftTodayMinutes],
  ]
  return (
    <Facts
      facts={[
        ...minutes.map(([term, value]) => ({ term, value: format.duration(value) })),
        { term: t.skills, value: format.list(suggestion.skills.map((skill) => skills[skill as Skill])) },
        { term: t.parts, value: partsOn ? format.calendarDay(partsOn, 'short') : t.partsThere },
        { term: t.approval, value: t.approvalNow },
      ]}
    />
  )
}

/** The standard for work of this class, and whether the time worked out keeps it (S3-14, S3-15). */
function Standard({ suggestion: { standard, standardUntil, from } }: { suggestion: Suggestion }) {
  const t = useMessages(estimate).promise
  const format = useFormat()
  if (!standard || !standardUntil || !from) return null
  const time = format.dateTime(standardUntil)
  const kept = from <= standardUntil
  return (
    <p className="text-muted flex flex-wrap items-center gap-2">
      {standard.kind === 'minutes'
        ? t.standardMinutes({ length: format.duration(standard.minutes), time })
        : t.standardDays({ days: standard.days, time })}
      <Badge tone={kept ? 'pine' : 'amber'}>{kept ? t.kept : t.missed}</Badge>
    </p>
  )
}
