'use client'

import { Check, Circle } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Submit } from '@/components/ui/submit'
import { appointments } from '@/lib/i18n/appointments'

type PreparationLine = {
  kind: 'parts' | 'people' | 'bay' | 'specialPlan'
  doneAt: Date | null
  note: string
  by: string
}

type Props = { appointmentId: string; lines: PreparationLine[]; action: FormAction; editable: boolean }

/** The internal preparation as ticks with who and when (S1-72). */
export function Preparation({ appointmentId, lines, action, editable }: Props) {
  const t = useMessages(appointments).detail
  const format = useFormat()
  return (
    <ul className="divide-line divide-y">
      {lines.map(({ kind, doneAt, note, by }) => (
        <li key={kind} className="flex min-h-12 items-center gap-3 py-1.5">
          {doneAt ? (
            <Check aria-hidden className="text-pine size-5 shrink-0" />
          ) : (
            <Circle aria-hidden className="text-muted size-5 shrink-0" />
          )}
          <div className="min-w-0 flex-1">
            <p>
              {t.preparationKinds[kind]} <span className="sr-only">{doneAt ? t.done : t.open}</span>
            </p>
            {(doneAt || note) && (
              <p className="text-muted text-sm">
                {[doneAt ? t.doneBy({ name: by, at: format.dateTime(doneAt) }) : '', note]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            )}
          </div>
          {editable && (
            <ActionForm action={action} className="gap-0" aria-label={t.preparationKinds[kind]}>
              <input type="hidden" name="appointmentId" value={appointmentId} />
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="done" value={doneAt ? '' : 'on'} />
              <Submit variant="secondary" size="small">
                {doneAt ? t.untick : t.tick}
              </Submit>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
