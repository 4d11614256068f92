'use client'

import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Submit } from '@/components/ui/submit'
import { appointments } from '@/lib/i18n/appointments'
import { ReasonFields } from './reason-fields'

type Stage = 'dayBefore' | 'hourBefore'

/** Notes a contact one day or one hour before; a cancellation asks for its reason. */
export function ConfirmationForm(props: { appointmentId: string; action: FormAction; stage: Stage }) {
  const t = useMessages(appointments).detail
  const [result, setResult] = useState('keeps')
  return (
    <ActionForm action={props.action} okMessage={t.logged}>
      <input type="hidden" name="appointmentId" value={props.appointmentId} />
      <Choices
        legend={t.stage}
        name="stage"
        defaultValue={props.stage}
        choices={(['dayBefore', 'hourBefore'] as const).map((value) => ({ value, label: t.stages[value] }))}
      />
      <Choices
        legend={t.result}
        name="result"
        value={result}
        onChange={setResult}
        choices={(['keeps', 'notReached', 'cancels'] as const).map((value) => ({
          value,
          label: t.results[value],
        }))}
      />
      {result === 'cancels' && <ReasonFields optional />}
      <Submit variant={result === 'cancels' ? 'danger' : 'secondary'} className="justify-self-start">
        {t.log}
      </Submit>
    </ActionForm>
  )
}
