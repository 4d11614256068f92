'use client'

import { useMessages } from '@/components/shell/locale'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { appointments } from '@/lib/i18n/appointments'

/** The manager's reason for booking past the capacity of a day. */
export function OverrideReason() {
  const t = useMessages(appointments).form
  return (
    <Field label={t.overrideReason} name="overrideReason" optional>
      <Input maxLength={200} />
    </Field>
  )
}
