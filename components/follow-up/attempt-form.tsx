'use client'

import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { DateTimeInput, Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { ATTEMPT_RESULTS } from '@/lib/follow-up/follow-up'
import { followUp } from '@/lib/i18n/follow-up'

/** A try that led to no answer. */
export function AttemptForm({ followUpId, action }: { followUpId: string; action: FormAction }) {
  const t = useMessages(followUp).attempt
  const [result, setResult] = useState<string>('notReached')
  return (
    <ActionForm action={action} okMessage={t.saved} aria-label={t.title}>
      <input type="hidden" name="followUpId" value={followUpId} />
      <Choices
        legend={t.result}
        name="result"
        value={result}
        onChange={setResult}
        choices={ATTEMPT_RESULTS.map((value) => ({
          value,
          label: <span className="whitespace-nowrap">{t.results[value]}</span>,
        }))}
      />
      {result === 'callLater' && (
        <Field label={t.callAt} name="callAt">
          <DateTimeInput />
        </Field>
      )}
      <Field label={t.note} name="note" optional>
        <Input autoComplete="off" />
      </Field>
      <Submit variant="secondary" className="w-fit">
        {t.save}
      </Submit>
    </ActionForm>
  )
}
