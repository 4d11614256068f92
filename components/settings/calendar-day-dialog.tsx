'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { OpenFormDialog } from '@/components/ui/form-dialog'
import { DateInput, Input, TimeInput } from '@/components/ui/input'
import { settings } from '@/lib/i18n/settings'

type Props = { day: string | null; today: string; action: FormAction; onClose: () => void }

/** What the house does on one day, whatever its weekday or the public calendar says. */
export function CalendarDayDialog({ day, today, action, onClose }: Props) {
  const t = useMessages(settings)
  const f = useFormat()
  return (
    <OpenFormDialog
      onClose={onClose}
      title={day ? t.decideOf({ day: f.calendarDay(day, 'long') }) : t.addDay}
      action={action}
      okMessage={t.saved}
    >
      {day ? (
        <input type="hidden" name="day" value={day} />
      ) : (
        <Field label={t.day} name="day" required>
          <DateInput min={today} />
        </Field>
      )}
      <Field label={t.reason} name="reason" optional>
        <Input maxLength={60} />
      </Field>
      <Checkbox name="isOpen" label={t.openThen} hint={t.openThenHint} />
      <div className="grid grid-cols-2 gap-3">
        <Field label={t.opensAt} name="opensAt" optional>
          <TimeInput />
        </Field>
        <Field label={t.closesAt} name="closesAt" optional>
          <TimeInput />
        </Field>
      </div>
    </OpenFormDialog>
  )
}
