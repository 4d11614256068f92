'use client'

import { CalendarX } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { SpecialDay } from '@/lib/dealership/open-day'
import { settings } from '@/lib/i18n/settings'
import { CalendarDayDialog } from './calendar-day-dialog'
import { useWeekdayName } from './hours-row'

type Props = { days: SpecialDay[]; today: string; knownUntil: string; setDay?: FormAction }

/** Days ahead that are not as their weekday: public holidays, make-up days, and what the manager decided. */
export function CalendarDays({ days, today, knownUntil, setDay }: Props) {
  const t = useMessages(settings)
  const f = useFormat()
  const [deciding, setDeciding] = useState<{ day: string | null } | null>(null)
  return (
    <Section
      title={t.exceptions}
      action={setDay && <Button onClick={() => setDeciding({ day: null })}>{t.addDay}</Button>}
    >
      <p className="text-muted mb-3 text-sm">{t.exceptionsLead}</p>
      {days.length === 0 ? (
        <Empty title={t.noExceptions} icon={<CalendarX aria-hidden />}>
          {t.noExceptionsHint}
        </Empty>
      ) : (
        <Table stacked caption={t.exceptions}>
          <thead>
            <tr>
              <Th>{t.day}</Th>
              <Th>{t.state}</Th>
              <Th>{t.reason}</Th>
              <Th>
                <span className="sr-only">{t.decide}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <Tr key={day.day}>
                <Td className="tabular whitespace-nowrap">{f.calendarDay(day.day, 'long')}</Td>
                <Td className="tabular whitespace-nowrap">
                  {day.opensAt && day.closesAt ? `${day.opensAt}–${day.closesAt}` : t.closed}
                </Td>
                <Td>
                  <Why day={day} />
                </Td>
                <Td className="text-right">
                  {setDay && day.by !== 'manager' && (
                    <Button
                      variant="quiet"
                      size="small"
                      aria-label={t.decideOf({ day: f.calendarDay(day.day) })}
                      onClick={() => setDeciding({ day: day.day })}
                    >
                      {t.decide}
                    </Button>
                  )}
                  {setDay && day.by === 'manager' && (
                    <ActionForm action={setDay} okMessage={t.saved}>
                      <input type="hidden" name="day" value={day.day} />
                      <input type="hidden" name="remove" value="on" />
                      <Submit
                        variant="quiet"
                        size="small"
                        aria-label={t.backToCalendarOf({ day: f.calendarDay(day.day) })}
                      >
                        {t.backToCalendar}
                      </Submit>
                    </ActionForm>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <p className="text-muted mt-3 text-sm">{t.knownUntil({ day: f.calendarDay(knownUntil, 'long') })}</p>
      {setDay && deciding && (
        <CalendarDayDialog
          key={deciding.day}
          day={deciding.day}
          today={today}
          action={setDay}
          onClose={() => setDeciding(null)}
        />
      )}
    </Section>
  )
}

function Why({ day: { by, reason, known } }: { day: SpecialDay }) {
  const t = useMessages(settings)
  const locale = useLocale()
  const weekday = useWeekdayName()
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {by === 'manager' && reason !== known?.name && <span>{reason}</span>}
      {known && <span>{locale === 'en' ? known.nameEn : known.name}</span>}
      {known && (
        <Badge tone={known.kind === 'holiday' ? 'amber' : 'neutral'}>{t.publicKinds[known.kind]}</Badge>
      )}
      {known?.kind === 'makeUp' && (
        <span className="text-muted text-sm">{t.workedFor({ weekday: weekday(known.weekday) })}</span>
      )}
      {by === 'manager' && <Badge tone="celadon">{t.yourWord}</Badge>}
    </span>
  )
}
