'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { desk } from '@/lib/i18n/desk'

type Score = { listening: number; voice: number; words: number; note: string }

const MARKS = ['listening', 'voice', 'words'] as const
const RANGE = ['1', '2', '3', '4', '5']

type Props = {
  score: Score | null
  /** Null for whoever may not mark calls. */
  action: FormAction | null
  of: { attemptId: string } | { appointmentId: string }
}

/** A call's marks for listening, voice and choice of words (S1-101), and for a manager the form that gives them. */
export function CallScore({ score, action, of }: Props) {
  const t = useMessages(desk).call
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {score && (
        <span>
          {t.scoredAs(score)}
          {score.note && <span className="text-muted block text-sm">{score.note}</span>}
        </span>
      )}
      {action && (
        <ConfirmButton
          label={t.score}
          title={t.scoreTitle}
          action={action}
          okMessage={t.scored}
          variant="quiet"
          size="small"
        >
          <p className="text-muted">{t.scoreLead}</p>
          {Object.entries(of).map(([name, id]) => (
            <input key={name} type="hidden" name={name} value={id} />
          ))}
          {MARKS.map((mark) => (
            <Choices
              key={mark}
              legend={t.marks[mark]}
              name={mark}
              defaultValue={score ? String(score[mark]) : undefined}
              choices={RANGE.map((value) => ({ value, label: value }))}
            />
          ))}
          <Field label={t.scoreNote} name="note" optional>
            <Textarea rows={2} maxLength={300} defaultValue={score?.note} />
          </Field>
        </ConfirmButton>
      )}
      {!score && !action && <span className="text-muted">{t.notScored}</span>}
    </span>
  )
}
