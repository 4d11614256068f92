'use client'

import { useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { TimeInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { common } from '@/lib/i18n/common'
import { settings } from '@/lib/i18n/settings'

type Row = { weekday: number; opensAt: string | null; closesAt: string | null }

/** A Monday, so that day n of its week has the name of weekday n. */
const dayOfWeekday = (weekday: number) => `2024-01-0${weekday}`

export const useWeekdayName = () => {
  const f = useFormat()
  return (weekday: number) => f.weekday(dayOfWeekday(weekday))
}

/** Opening hours of one weekday. */
export function HoursRow({ row, action }: { row: Row; action?: FormAction }) {
  const t = useMessages(settings)
  const c = useMessages(common)
  const name = useWeekdayName()(row.weekday)
  const [open, setOpen] = useState(!!row.opensAt)
  const [touched, setTouched] = useState(false)
  if (!action)
    return (
      <p className="flex justify-between px-4 py-2.5">
        <span className="font-medium">{name}</span>
        <span className="tabular">{row.opensAt ? `${row.opensAt}–${row.closesAt}` : t.closed}</span>
      </p>
    )
  return (
    <ActionForm action={action} okMessage={t.saved} aria-label={name} className="gap-1! px-4 py-2">
      <input type="hidden" name="weekday" value={row.weekday} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1" onChange={() => setTouched(true)}>
        <Checkbox
          name="isOpen"
          label={<span className="inline-block w-20 font-medium">{name}</span>}
          checked={open}
          onChange={(event) => setOpen(event.target.checked)}
        />
        <div className="flex min-w-0 flex-1 basis-72 items-center gap-2">
          {open ? (
            <>
              <Field
                label={`${name} ${t.opensAt}`}
                name="opensAt"
                hideLabel
                className="max-w-36 min-w-0 flex-1"
              >
                <TimeInput defaultValue={row.opensAt ?? '08:00'} className="max-tablet:px-2" />
              </Field>
              <Field
                label={`${name} ${t.closesAt}`}
                name="closesAt"
                hideLabel
                className="max-w-36 min-w-0 flex-1"
              >
                <TimeInput defaultValue={row.closesAt ?? '18:00'} className="max-tablet:px-2" />
              </Field>
            </>
          ) : (
            <span className="text-muted">{t.closed}</span>
          )}
          <Submit
            variant={touched ? 'primary' : 'quiet'}
            size="small"
            className="ml-auto shrink-0"
            aria-label={`${name}: ${c.save}`}
          >
            {c.save}
          </Submit>
        </div>
      </div>
    </ActionForm>
  )
}
