'use client'

import { CalendarX } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { DateInput, Input, TimeInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { common } from '@/lib/i18n/common'
import { settings } from '@/lib/i18n/settings'

type Day = { day: string; isOpen: boolean; opensAt: string | null; closesAt: string | null; reason: string }
type Props = { days: Day[]; today: string; actions?: { setDay: FormAction; closeHolidays: FormAction } }

/** Days that are not as their weekday. */
export function CalendarDays({ days, today, actions }: Props) {
  const t = useMessages(settings)
  const c = useMessages(common)
  const f = useFormat()
  const [adding, setAdding] = useState(false)
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '10-07' ? 1 : 0)
  const years = [...new Set([Number(today.slice(0, 4)), year])]
  return (
    <Section
      title={t.exceptions}
      aside={t.exceptionsLead}
      action={actions && <Button onClick={() => setAdding(true)}>{t.addDay}</Button>}
    >
      {days.length === 0 ? (
        <Empty title={t.noExceptions} icon={<CalendarX aria-hidden />}>
          {t.noExceptionsHint}
        </Empty>
      ) : (
        <Table caption={t.exceptions}>
          <thead>
            <tr>
              <Th>{t.day}</Th>
              <Th>{t.state}</Th>
              <Th>{t.reason}</Th>
              <Th>
                <span className="sr-only">{c.remove}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <Tr key={day.day}>
                <Td className="tabular whitespace-nowrap">{f.calendarDay(day.day, 'long')}</Td>
                <Td className="tabular whitespace-nowrap">
                  {day.isOpen ? (day.opensAt ? `${day.opensAt}–${day.closesAt}` : t.usualHours) : t.closed}
                </Td>
                <Td>{day.reason}</Td>
                <Td className="text-right">
                  {actions && (
                    <ActionForm action={actions.setDay} okMessage={t.saved}>
                      <input type="hidden" name="day" value={day.day} />
                      <input type="hidden" name="remove" value="on" />
                      <Submit
                        variant="quiet"
                        size="small"
                        aria-label={`${c.remove} ${f.calendarDay(day.day)}`}
                      >
                        {c.remove}
                      </Submit>
                    </ActionForm>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {actions && (
        <div className="mt-3 flex flex-wrap gap-2">
          {years.map((each) => (
            <ActionForm key={each} action={actions.closeHolidays} okMessage={t.saved}>
              <input type="hidden" name="year" value={each} />
              <Submit variant="secondary">{t.fillHolidays({ year: each })}</Submit>
            </ActionForm>
          ))}
        </div>
      )}
      {actions && (
        <Dialog open={adding} onClose={() => setAdding(false)} title={t.addDay}>
          <ActionForm action={actions.setDay} okMessage={t.saved} onOk={() => setAdding(false)}>
            <Field label={t.day} name="day" required>
              <DateInput min={today} />
            </Field>
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
            <Submit className="self-end">{c.save}</Submit>
          </ActionForm>
        </Dialog>
      )}
    </Section>
  )
}
