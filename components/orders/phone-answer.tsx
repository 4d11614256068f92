'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { orders } from '@/lib/i18n/orders'
import { titleIn, type RequestView } from '@/lib/orders/views'

/** The adviser records what the customer said on the telephone, line by line (S3-47). */
export function PhoneAnswer({
  request,
  customer,
  action,
}: {
  request: RequestView
  customer: string
  action: FormAction
}) {
  const t = useMessages(orders).requests
  const locale = useLocale()
  return (
    <ConfirmButton label={t.phoneAnswer} title={t.phoneTitle} confirmLabel={t.record} action={action}>
      <p className="text-muted">{t.phoneLead}</p>
      <input type="hidden" name="additionalWorkId" value={request.id} />
      <input type="hidden" name="hash" value={request.contentHash ?? ''} />
      {request.lines.map((line) => (
        <div key={line.jobId} className="grid gap-2">
          <Choices
            legend={titleIn(locale, line)}
            name={`answer-${line.jobId}`}
            choices={[
              { value: 'yes', label: t.approve },
              { value: 'no', label: t.decline },
            ]}
          />
          <Field label={t.declineReason} name={`reason-${line.jobId}`} optional>
            <Input maxLength={300} />
          </Field>
        </div>
      ))}
      <Field label={t.givenBy} name="givenBy">
        <Input defaultValue={customer} maxLength={60} />
      </Field>
      <Field label={t.callNote} name="callNote" hint={t.callNoteHint} required>
        <Textarea maxLength={500} />
      </Field>
    </ConfirmButton>
  )
}
