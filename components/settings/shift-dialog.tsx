'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { ChipCheck } from '@/components/ui/chip'
import { ChipGroup } from '@/components/ui/chip-group'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DateInput, TimeInput } from '@/components/ui/input'
import { settings } from '@/lib/i18n/settings'
import { useWeekdayName } from './hours-row'

type Props = {
  people: { id: string; name: string; technician: boolean }[]
  today: string
  action: FormAction
}

/** Plans attendance for several people and days at once. */
export function ShiftDialog({ people, today, action }: Props) {
  const t = useMessages(settings)
  const weekdayName = useWeekdayName()
  return (
    <FormDialog
      look="add"
      label={t.shiftGive}
      title={t.shiftGive}
      wide
      action={action}
      okMessage={t.saved}
      save={t.shiftGive}
    >
      <ChipGroup legend={t.people} name="staffIds">
        {people.map(({ id, name, technician }) => (
          <ChipCheck key={id} name="staffIds[]" value={id} defaultChecked={technician}>
            {name}
          </ChipCheck>
        ))}
      </ChipGroup>
      <ChipGroup legend={t.weekdays} name="weekdays">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <ChipCheck key={weekday} name="weekdays[]" value={weekday} defaultChecked={weekday < 6}>
            {weekdayName(weekday)}
          </ChipCheck>
        ))}
      </ChipGroup>
      <div className="tablet:grid-cols-4 grid grid-cols-2 gap-3">
        <Field label={t.from} name="from" required>
          <DateInput defaultValue={today} />
        </Field>
        <Field label={t.to} name="to" required>
          <DateInput defaultValue={today} />
        </Field>
        <Field label={t.startsAt} name="startsAt" required>
          <TimeInput defaultValue="08:30" />
        </Field>
        <Field label={t.endsAt} name="endsAt" required>
          <TimeInput defaultValue="17:30" />
        </Field>
        <Field label={t.breakFrom} name="breakFrom" optional>
          <TimeInput defaultValue="12:00" />
        </Field>
        <Field label={t.breakTo} name="breakTo" optional>
          <TimeInput defaultValue="13:00" />
        </Field>
      </div>
      <Choices
        legend={t.shiftKind}
        name="kind"
        look="segmented"
        defaultValue="work"
        choices={Object.entries(t.shiftKinds).map(([value, label]) => ({ value, label }))}
      />
      <Checkbox name="replace" label={t.replaceShifts} />
    </FormDialog>
  )
}
