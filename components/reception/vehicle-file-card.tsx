'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { TraitOffers } from '@/components/visit/trait-offers'
import type { TraitOffer } from '@/lib/customers/traits'
import { reception } from '@/lib/i18n/reception'

type Props = {
  readings: { id: string; km: number; at: Date }[]
  orders: {
    id: string
    no: string
    createdAt: Date
    jobs: { id: string; title: string; titleEn: string }[]
  }[]
  notes: { id: string; text: string; at: Date }[]
  nextServiceOn: string | null
  nextServiceKm: number | null
  offers: TraitOffer[]
}

/** S1-82, S2-38: what was done before, at hand while the customer speaks. */
export function VehicleFileCard({ readings, orders, notes, nextServiceOn, nextServiceKm, offers }: Props) {
  const t = useMessages(reception)
  const locale = useLocale()
  const format = useFormat()
  const nothing = readings.length + orders.length + notes.length === 0
  return (
    <Section title={t.sections.history} card>
      {nothing && <p className="text-muted">{t.history.none}</p>}
      <TraitOffers offers={offers} />
      <ul className="grid gap-2">
        {orders.map(({ id, no, createdAt, jobs }) => (
          <li key={id}>
            <span className="tabular font-medium">{no}</span>
            <span className="text-muted ml-2 text-sm">{format.day(createdAt)}</span>
            <span className="block text-sm">
              {jobs.map((job) => (locale === 'en' && job.titleEn ? job.titleEn : job.title)).join(' · ')}
            </span>
          </li>
        ))}
        {readings[0] && (
          <li className="tabular">
            <span className="text-muted">{t.history.km}</span>{' '}
            {readings.map(({ km, at }) => `${format.km(km)} (${format.day(at)})`).join(' · ')}
          </li>
        )}
        {(nextServiceOn || nextServiceKm) && (
          <li className="tabular">
            <span className="text-muted">{t.history.nextService}</span>{' '}
            {[nextServiceOn && format.calendarDay(nextServiceOn), nextServiceKm && format.km(nextServiceKm)]
              .filter(Boolean)
              .join(' · ')}
          </li>
        )}
        {notes.map(({ id, text }) => (
          <li key={id}>
            <span className="text-muted">{t.history.notes}</span> {text}
          </li>
        ))}
      </ul>
    </Section>
  )
}
