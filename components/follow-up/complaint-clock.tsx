'use client'

import { useFormat, useMessages, useNow } from '@/components/shell/locale'
import { Status } from '@/components/ui/badge'
import { followUp } from '@/lib/i18n/follow-up'

const TIGHT_MINUTES = 5

/** The running clock of a complaint: minutes left, or how late. */
export function ComplaintClock({ clock, dueAt }: { clock: 'takeover' | 'firstPlan'; dueAt: Date }) {
  const t = useMessages(followUp).complaints
  const f = useFormat()
  const left = Math.floor((new Date(dueAt).getTime() - useNow()) / 60_000)
  const words = left < 0 ? t.late({ minutes: f.duration(-left) }) : t.left({ minutes: f.duration(left) })
  return (
    <Status shape={left < 0 ? 'late' : 'waiting'} tone={left >= TIGHT_MINUTES ? 'celadon' : undefined}>
      {`${t.clocks[clock]} · ${words}`}
    </Status>
  )
}
