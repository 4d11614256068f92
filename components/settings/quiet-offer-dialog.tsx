'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ChipCheck } from '@/components/ui/chip'
import { ChipGroup } from '@/components/ui/chip-group'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DateInput, DigitsInput, TimeInput } from '@/components/ui/input'
import { plusDays } from '@/lib/core/time'
import { settings } from '@/lib/i18n/settings'
import { useWeekdayName } from './hours-row'

const USUAL_DAYS = 30

/** Adds a discount at quiet times. */
export function QuietOfferDialog({ today, action }: { today: string; action: FormAction }) {
  const t = useMessages(settings)
  const weekdayName = useWeekdayName()
  return (
    <FormDialog
      look="add"
      label={t.quietAdd}
      title={t.quietAdd}
      wide
      action={action}
      okMessage={t.saved}
      save={t.quietAdd}
    >
      <ChipGroup legend={t.weekdays} name="weekdays">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <ChipCheck key={weekday} name="weekdays[]" value={weekday} defaultChecked={weekday < 5}>
            {weekdayName(weekday)}
          </ChipCheck>
        ))}
      </ChipGroup>
      <div className="tablet:grid-cols-4 grid grid-cols-2 gap-3">
        <Field label={t.startsAt} name="from" required>
          <TimeInput defaultValue="13:00" />
        </Field>
        <Field label={t.endsAt} name="to" required>
          <TimeInput defaultValue="15:00" />
        </Field>
        <Field label={t.from} name="firstDay" required>
          <DateInput defaultValue={today} min={today} />
        </Field>
        <Field label={t.to} name="lastDay" required>
          <DateInput defaultValue={plusDays(today, USUAL_DAYS)} min={today} />
        </Field>
      </div>
      <Field label={t.quietPercent} name="percent" required>
        <DigitsInput maxLength={3} defaultValue="10" />
      </Field>
    </FormDialog>
  )
}
