'use client'

import { CircleAlert, Check, Circle } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { stateOf, type PreparationKind } from '@/lib/appointments/preparation'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { PrepareButtons } from './prepare-buttons'

export type PreparationLine = {
  kind: PreparationKind
  owner: 'partsClerk' | 'foreman' | 'serviceAdviser'
  doneAt: Date | null
  failedAt: Date | null
  failedReason: string | null
  note: string
  by: string
}

type Props = {
  appointmentId: string
  lines: PreparationLine[]
  plan: string
  action: FormAction
  editable: boolean
  /** All is prepared: what fails now takes the internal confirmation back. */
  ready: boolean
}

const ICONS = { open: Circle, done: Check, failed: CircleAlert }
const TONES = { open: 'text-muted', done: 'text-pine', failed: 'text-vermilion-ink' }

/** The internal preparation: each item with its department, its state, who and when (S1-72), and the internal confirmation (S1-73). */
export function Preparation({ appointmentId, lines, plan, action, editable, ready }: Props) {
  const t = useMessages(bookingBoard).tasks
  const format = useFormat()
  const last = lines
    .filter(({ kind, doneAt }) => kind !== 'reception' && doneAt)
    .toSorted((a, b) => Number(b.doneAt) - Number(a.doneAt))[0]
  return (
    <>
      {lines.some(({ failedAt }) => failedAt) && (
        <Notice kind="warning" className="mb-2">
          {t.mustMove}
        </Notice>
      )}
      <ul className="divide-line divide-y">
        {lines.map((line) => {
          const { kind, doneAt, failedAt, failedReason, note, by } = line
          const state = stateOf(line)
          const Icon = ICONS[state]
          const at = doneAt ?? failedAt
          const said = [failedReason, at && t.by({ name: by, at: format.dateTime(at) }), note]
          return (
            <li key={kind} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <Icon aria-hidden className={`${TONES[state]} size-5 shrink-0`} />
              <div className="min-w-0 flex-1 basis-40">
                <p>
                  {t.kinds[kind]} <span className="text-muted text-sm">{t.owners[line.owner]}</span>{' '}
                  <span className={state === 'failed' ? 'text-vermilion-ink text-sm' : 'sr-only'}>
                    {t.states[state]}
                  </span>
                </p>
                <p className="text-muted text-sm">{said.filter(Boolean).join(' · ')}</p>
              </div>
              {editable && (
                <PrepareButtons
                  {...{ appointmentId, kind, state, plan, action }}
                  failOnly={ready && kind !== 'reception'}
                />
              )}
            </li>
          )
        })}
      </ul>
      {ready && last?.doneAt && (
        <p className="text-pine-ink mt-2 flex gap-2">
          <Check aria-hidden className="mt-0.5 size-5 shrink-0" />
          {t.internal({ name: last.by, at: format.dateTime(last.doneAt) })}
        </p>
      )}
    </>
  )
}
