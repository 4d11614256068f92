'use client'

import { useMessages } from '@/components/shell/locale'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { appointments } from '@/lib/i18n/appointments'

type Props = { required?: boolean; urgent?: boolean }

/** The manager's reason for booking past the capacity of a day, and whether it is an urgent repair, for which the reserve is kept. */
export function OverrideReason({ required, urgent }: Props) {
  const t = useMessages(appointments).form
  return (
    <>
      <Field label={t.overrideReason} name="overrideReason" required={required} optional={!required}>
        <Input maxLength={200} />
      </Field>
      <Checkbox name="urgent" label={t.urgent} hint={t.urgentHint} defaultChecked={urgent} />
    </>
  )
}
