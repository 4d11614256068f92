'use client'

import { CallScore } from '@/components/call/call-score'
import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { CALL_STEPS } from '@/lib/appointments/desk'
import { clockTime } from '@/lib/i18n/format'
import { desk } from '@/lib/i18n/desk'

type Props = {
  appointmentId: string
  seconds: number | null
  steps: string[]
  score: { listening: number; voice: number; words: number; note: string } | null
  action: FormAction | null
}

/** The call of a booking: its length (S1-102), what was done in it (S1-98, S1-100), its marks (S1-101). */
export function CallRecord({ appointmentId, seconds, steps, score, action }: Props) {
  const t = useMessages(desk).call
  return (
    <div className="grid gap-3">
      {seconds !== null && (
        <p>
          {t.length} <span className="tabular">{clockTime(seconds)}</span>
        </p>
      )}
      <ul className="flex flex-wrap gap-1.5">
        {CALL_STEPS.map((step) => (
          <li key={step}>
            <Status shape={steps.includes(step) ? 'done' : 'open'}>{t.steps[step]}</Status>
          </li>
        ))}
      </ul>
      <CallScore of={{ appointmentId }} score={score} action={action} />
    </div>
  )
}
