import { Card, Section } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { reasonOf } from '@/lib/appointments/reason'
import { appointments } from '@/lib/i18n/appointments'
import { booking } from '@/lib/i18n/booking'
import type { Locale } from '@/lib/i18n/locales'

type Props = { history: { id: string; no: string; startsAt: Date; reason: string | null }[]; locale: Locale }

/** The times a booking had before, with why each was given up (S1-38). */
export function EarlierTimes({ history, locale }: Props) {
  return (
    <Section title={appointments[locale].detail.history}>
      <Card>
        <ol className="grid gap-2">
          {history.map(({ id, no, startsAt, reason }) => {
            const told = reasonOf(reason)
            const words = told && [booking[locale].reasons[told.code], told.note].filter(Boolean).join(': ')
            return (
              <li key={id} className="flex flex-wrap gap-x-3">
                <Time at={startsAt} />
                <span className="text-muted">{[no, words].filter(Boolean).join(' · ')}</span>
              </li>
            )
          })}
        </ol>
      </Card>
    </Section>
  )
}
