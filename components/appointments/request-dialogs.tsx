'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input, PhoneInput } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { REQUEST_OUTCOMES } from '@/lib/appointments/request'
import { appointments } from '@/lib/i18n/appointments'

/** Notes a request that came by telephone, WeChat, or at the desk. */
export function RequestDialog({ action }: { action: FormAction }) {
  const words = useMessages(appointments)
  const t = words.requests
  return (
    <FormDialog look="add" label={t.note} title={t.note} action={action} okMessage={t.noted}>
      <Choices
        legend={words.form.channel}
        name="channel"
        defaultValue="phone"
        choices={(['phone', 'wechat', 'store'] as const).map((value) => ({
          value,
          label: words.channels[value],
        }))}
      />
      <Field label={t.text} name="text" required>
        <Textarea rows={3} maxLength={1000} />
      </Field>
      <Field label={t.name} name="name" required>
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field label={t.phone} name="phone" required>
        <PhoneInput autoComplete="off" />
      </Field>
      <Field label={t.plate} name="plate" optional>
        <Input maxLength={12} autoCapitalize="characters" autoComplete="off" />
      </Field>
    </FormDialog>
  )
}

type Asked = { id: string; name: string; text: string }

/** Notes how a request was answered, and what came of it. */
export function AnswerDialog({ request, action }: { request: Asked; action: FormAction }) {
  const t = useMessages(appointments).requests
  return (
    <FormDialog
      look="row"
      label={t.answer}
      labelOf={t.answerOf({ name: request.name })}
      title={t.answerOf({ name: request.name })}
      action={action}
      okMessage={t.noted}
    >
      <p className="bg-sunk rounded-control px-3 py-2 break-words whitespace-pre-wrap">{request.text}</p>
      <input type="hidden" name="requestId" value={request.id} />
      <Choices
        legend={t.outcome}
        name="outcome"
        defaultValue="answered"
        choices={REQUEST_OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
      />
      <Field label={t.bookingNo} name="bookingNo" hint={t.bookingNoHint} optional>
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field label={t.noteOfAnswer} name="note" optional>
        <Textarea rows={3} maxLength={500} />
      </Field>
    </FormDialog>
  )
}
