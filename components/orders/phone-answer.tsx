'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { ConfirmButton } from '@/components/ui/confirm'
import { Checkbox } from '@/components/ui/checkbox'
import { ChipGroup } from '@/components/ui/chip-group'
import { Field } from '@/components/ui/field'
import { Input, PhoneInput } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { approvals } from '@/lib/i18n/approvals'
import { orders } from '@/lib/i18n/orders'
import { READ_OUT } from '@/lib/orders/schemas'
import { titleIn, type RequestView } from '@/lib/orders/views'
import { BorneBy } from './borne-by'

/** The adviser records what the customer said on the telephone, line by line (S3-47). */
export function PhoneAnswer({
  request,
  customer,
  phone,
  action,
}: {
  request: RequestView
  customer: string
  phone: string
  action: FormAction
}) {
  const t = useMessages(orders).requests
  const a = useMessages(approvals)
  const locale = useLocale()
  const format = useFormat()
  const { what, why, whatIfNot, how, newPromisedAt } = request
  const price = format.money(request.totals.totalFen)
  const toRead = {
    what,
    why,
    whatIfNot,
    how,
    price,
    time: newPromisedAt ? format.dateTime(newPromisedAt) : '',
  }
  return (
    <ConfirmButton
      label={t.phoneAnswer}
      title={t.phoneTitle}
      confirmLabel={t.record}
      action={action}
      variant={request.status === 'expired' ? 'primary' : 'secondary'}
    >
      <p className="text-muted">{t.phoneLead}</p>
      <input type="hidden" name="additionalWorkId" value={request.id} />
      <input type="hidden" name="hash" value={request.contentHash ?? ''} />
      <ChipGroup legend={a.phone.readOut} hint={a.phone.readOutHint} name="readOut">
        {READ_OUT.map((point) => (
          <Checkbox
            key={point}
            name={`read-${point}`}
            label={a.readOut[point]}
            hint={toRead[point]}
            className="basis-full"
          />
        ))}
      </ChipGroup>
      {request.lines.map((line) => (
        <div key={line.jobId} className="grid gap-2">
          <BorneBy line={line} />
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
      <Field label={a.phone.number} name="calledNumber" required>
        <PhoneInput defaultValue={phone} />
      </Field>
      <Field label={t.callNote} name="callNote" hint={t.callNoteHint} required>
        <Textarea maxLength={500} />
      </Field>
    </ConfirmButton>
  )
}
