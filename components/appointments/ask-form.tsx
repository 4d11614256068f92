'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Input, PhoneInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { booking } from '@/lib/i18n/booking'

/** What a customer asks instead of booking. */
export function AskForm({ action }: { action: FormAction }) {
  const t = useMessages(booking).askUs
  return (
    <ActionForm action={action}>
      <Field label={t.text} name="text" required>
        <Textarea rows={4} maxLength={1000} />
      </Field>
      <Field label={t.name} name="name" required>
        <Input maxLength={60} autoComplete="name" />
      </Field>
      <Field label={t.phone} name="phone" hint={t.phoneHint} required>
        <PhoneInput autoComplete="tel-national" />
      </Field>
      <Field label={t.plate} name="plate" optional>
        <Input maxLength={12} autoCapitalize="characters" autoComplete="off" />
      </Field>
      <Submit variant="primary" size="large" block>
        {t.send}
      </Submit>
    </ActionForm>
  )
}
