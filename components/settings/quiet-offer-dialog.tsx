'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { ChipCheck } from '@/components/ui/chip'
import { ChipGroup } from '@/components/ui/chip-group'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { DateInput, DigitsInput, TimeInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { plusDays } from '@/lib/core/time'
import { settings } from '@/lib/i18n/settings'
import { useWeekdayName } from './hours-row'

const USUAL_DAYS = 30

/** Adds a discount at quiet times. */
export function QuietOfferDialog({ today, action }: { today: string; action: FormAction }) {
  const t = useMessages(settings)
  const weekdayName = useWeekdayName()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {t.quietAdd}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.quietAdd} wide>
        <ActionForm action={action} okMessage={t.saved} onOk={() => setOpen(false)}>
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
          <Submit className="self-end">{t.quietAdd}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}
