'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { DateInput, Input } from '@/components/ui/input'
import { estimate } from '@/lib/i18n/estimate'

type Props = { jobId: string; title: string; action: FormAction }

/** The customer does not want a line now: declined, or put off to a day. */
export function SetAside({ jobId, title, action }: Props) {
  const t = useMessages(estimate).aside
  return (
    <ConfirmButton label={t.button} title={t.title({ title })} action={action}>
      <input type="hidden" name="jobId" value={jobId} />
      <p>{t.text}</p>
      <Field label={t.reason} name="reason" required>
        <Input maxLength={300} />
      </Field>
      <Field label={t.until} name="until" hint={t.untilHint} optional>
        <DateInput />
      </Field>
    </ConfirmButton>
  )
}
