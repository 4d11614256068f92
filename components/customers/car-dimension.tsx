'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Card, Facts, Section } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { nameIn } from '@/lib/core/name-in'
import { approvals } from '@/lib/i18n/approvals'
import { customers } from '@/lib/i18n/customers'
import { CorrectCar } from './correct'
import { Reveal, type RevealAction } from './reveal'

type Car = {
  id: string
  vin: string | null
  colour: string
  modelYear: number | null
  purchasedOn: string | null
  nextServiceOn: string | null
  nextServiceKm: number | null
  due: { dueOn: string; dueKm: number | null } | null
  readings: { id: string; km: number; at: Date }[]
  recalls: { id: string; name: string; dueOn: string }[]
  declined: { id: string; title: string; titleEn: string; on: Date; safety: boolean }[]
}

/** The car itself: VIN, readings, next service, open recalls, and what was advised and not done. */
export function CarDimension({
  car,
  reveal,
  correct,
}: {
  car: Car
  reveal?: RevealAction
  correct?: FormAction
}) {
  const all = useMessages(customers)
  const t = all.car
  const { badge } = useMessages(approvals).safety
  const f = useFormat()
  const locale = useLocale()
  const next = car.due?.dueOn ?? car.nextServiceOn
  const nextKm = car.due?.dueKm ?? car.nextServiceKm
  return (
    <>
      <Card>
        <Facts
          facts={[
            {
              term: 'VIN',
              value: car.vin && (
                <Reveal what="vin" masked={car.vin} of={{ vehicleId: car.id }} action={reveal} />
              ),
            },
            { term: t.colour, value: car.colour },
            { term: t.year, value: car.modelYear },
            { term: all.purchased, value: car.purchasedOn && f.calendarDay(car.purchasedOn) },
            {
              term: all.nextService,
              value: next && [f.calendarDay(next), nextKm && f.km(nextKm)].filter(Boolean).join(' · '),
            },
          ].filter(({ value }) => value)}
        />
        {correct && (
          <div className="mt-3">
            <CorrectCar car={car} action={correct} />
          </div>
        )}
      </Card>
      <Rows title={t.recalls} none={t.noRecalls}>
        {car.recalls.map(({ id, name, dueOn }) => (
          <li key={id}>
            {name} <span className="text-muted text-sm">{f.calendarDay(dueOn)}</span>
          </li>
        ))}
      </Rows>
      <Rows title={t.declined} none={t.noDeclined}>
        {car.declined.map(({ id, title, titleEn, on, safety }) => (
          <li key={id}>
            {safety && <Badge tone="vermilion">{badge}</Badge>}{' '}
            {nameIn({ name: title, nameEn: titleEn }, locale)}{' '}
            <Time at={on} show="day" className="text-muted text-sm" />
          </li>
        ))}
      </Rows>
      <Rows title={t.readings} none={t.noReadings}>
        {car.readings.map(({ id, km, at }) => (
          <li key={id} className="tabular">
            {f.km(km)} <Time at={at} show="day" className="text-muted text-sm" />
          </li>
        ))}
      </Rows>
    </>
  )
}

function Rows({ title, none, children }: { title: string; none: string; children: React.ReactNode[] }) {
  return (
    <Section title={title} card>
      {children.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="grid gap-1">{children}</ul>
      )}
    </Section>
  )
}
