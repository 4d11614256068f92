'use client'

import { CalendarClock, Clock, Wallet } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { booking } from '@/lib/i18n/booking'

/** Price, work and time of the booking so far: in view as soon as there is one of them. */
export function BookingTotal({
  price,
  minutes,
  startsAt,
}: {
  price: string
  minutes: number
  startsAt: string
}) {
  const t = useMessages(booking)
  const format = useFormat()
  if (!price && !minutes && !startsAt) return null
  const facts = [
    { icon: Wallet, term: t.price, value: price },
    { icon: Clock, term: t.duration, value: minutes ? format.duration(minutes) : '' },
    { icon: CalendarClock, term: t.time, value: startsAt ? format.dateTime(startsAt) : '' },
  ]
  return (
    <dl aria-live="polite" className="grid grid-cols-3 gap-2 text-sm">
      {facts.map(({ icon: Icon, term, value }) => (
        <div key={term} className="min-w-0">
          <dt className="text-muted flex items-center gap-1 text-xs">
            <Icon aria-hidden className="size-3.5 shrink-0" />
            {term}
          </dt>
          <dd className="tabular leading-tight font-medium">{value || '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
