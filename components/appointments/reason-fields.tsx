'use client'

import { useMessages } from '@/components/shell/locale'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { CHANGE_REASONS } from '@/lib/appointments/reason'
import { booking } from '@/lib/i18n/booking'
import { common } from '@/lib/i18n/common'

/** Why a booking is moved, cancelled or missed: a code and what the person said; `staff` asks those who note it for somebody. */
export function ReasonFields({ optional, staff }: { optional?: boolean; staff?: boolean }) {
  const t = useMessages(booking)
  const words = useMessages(common)
  return (
    <>
      <Field label={t.done.reason} name="reason" optional={optional} required={!optional}>
        <Select
          placeholder={words.choose}
          options={CHANGE_REASONS.map((value) => ({ value, label: t.reasons[value] }))}
        />
      </Field>
      <Field label={staff ? t.done.noteOfStaff : t.done.note} name="note" optional>
        <Input maxLength={300} />
      </Field>
    </>
  )
}
