'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, PhoneInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { REQUEST_OUTCOMES } from '@/lib/appointments/request'
import { appointments } from '@/lib/i18n/appointments'
import { common } from '@/lib/i18n/common'

/** Notes a request that came by telephone, WeChat, or at the desk. */
export function RequestDialog({ action }: { action: FormAction }) {
  const words = useMessages(appointments)
  const t = words.requests
  const c = useMessages(common)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {t.note}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.note}>
        <ActionForm action={action} okMessage={t.noted} onOk={() => setOpen(false)}>
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
          <Submit className="self-end">{c.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}

type Asked = { id: string; name: string; text: string }

/** Notes how a request was answered, and what came of it. */
export function AnswerDialog({ request, action }: { request: Asked; action: FormAction }) {
  const t = useMessages(appointments).requests
  const c = useMessages(common)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="primary"
        size="small"
        aria-label={t.answerOf({ name: request.name })}
        onClick={() => setOpen(true)}
      >
        {t.answer}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.answerOf({ name: request.name })}>
        <p className="mb-3 break-words whitespace-pre-wrap">{request.text}</p>
        <ActionForm action={action} okMessage={t.noted} onOk={() => setOpen(false)} className="text-left">
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
          <Submit className="self-end">{c.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}
