'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Card, Facts, Section } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Plate } from '@/components/visit/plate'
import { fromDateColumn } from '@/lib/core/time'
import { customers } from '@/lib/i18n/customers'
import { Reveal, type RevealAction } from './reveal'

type Named = { name: string; nameEn: string }
type Props = {
  customer: {
    id: string
    no: string
    /** Masked, as the VINs of the cars are. */
    phone: string
    phone2: string
    contactPerson: string
    birthday: Date | null
    address: string
    email: string
    createdAt: Date
    /** By which way the file was opened. */
    source: string
    preferredAdviser: Named | null
    preferredTechnician: Named | null
  }
  cars: {
    id: string
    plate: string
    vin: string | null
    brand: string
    model: string
    purchasedOn: string | null
    nextServiceOn: string | null
    nextServiceKm: number | null
    km: number | null
    roles: ('owner' | 'sender' | 'payer')[]
  }[]
  sold: {
    id: string
    until: Date | null
    vehicle: { id: string; plate: string; brand: string; model: string }
  }[]
  /** Left out for who may not look at numbers in full. */
  reveal?: RevealAction
  revealVin?: RevealAction
}

/** The basic dimension: name, contact, cars with VIN and purchase date (X-CRM-02). */
export function WhoItIs({ customer, cars, sold, reveal, revealVin }: Props) {
  const t = useMessages(customers)
  const f = useFormat()
  const locale = useLocale()
  const name = (row: Named | null) => row && (locale === 'en' && row.nameEn ? row.nameEn : row.name)
  return (
    <Section title={t.basic}>
      <div className="grid gap-4">
        <Card>
          <Facts
            facts={[
              {
                term: t.phone,
                value: customer.phone && (
                  <Reveal
                    what="phone"
                    masked={customer.phone}
                    of={{ customerId: customer.id }}
                    action={reveal}
                  />
                ),
              },
              {
                term: t.reveal.whats.phone2,
                value: customer.phone2 && (
                  <Reveal
                    what="phone2"
                    masked={customer.phone2}
                    of={{ customerId: customer.id }}
                    action={reveal}
                  />
                ),
              },
              { term: t.reach.email, value: customer.email },
              { term: t.address, value: customer.address },
              { term: t.correct.contactPerson, value: customer.contactPerson },
              {
                term: t.correct.birthday,
                value: customer.birthday && f.calendarDay(fromDateColumn(customer.birthday)),
              },
              { term: t.since, value: f.day(customer.createdAt) },
              { term: t.sources.term, value: (t.sources as Record<string, string>)[customer.source] },
              { term: t.adviser, value: name(customer.preferredAdviser) },
              { term: t.technician, value: name(customer.preferredTechnician) },
            ].filter(({ value }) => value)}
          />
        </Card>
        {cars.map((car) => (
          <Card key={car.id}>
            <p className="mb-3 flex flex-wrap items-center gap-2">
              <Plate plate={car.plate} />
              <span className="text-muted text-sm">
                {f.list([...new Set(car.roles)].map((role) => t.roles[role]))}
              </span>
            </p>
            <p className="mb-2 font-medium">{`${car.brand} ${car.model}`}</p>
            <Facts
              facts={[
                {
                  term: 'VIN',
                  value: car.vin && (
                    <Reveal what="vin" masked={car.vin} of={{ vehicleId: car.id }} action={revealVin} />
                  ),
                },
                { term: t.purchased, value: car.purchasedOn && f.calendarDay(car.purchasedOn) },
                { term: t.odometer, value: car.km !== null && f.km(car.km) },
                {
                  term: t.nextService,
                  value:
                    car.nextServiceOn &&
                    `${f.calendarDay(car.nextServiceOn)}${car.nextServiceKm ? ` · ${f.km(car.nextServiceKm)}` : ''}`,
                },
              ].filter(({ value }) => value)}
            />
            <Link
              href={`/customers/vehicles/${car.id}`}
              className="text-celadon-ink mt-2 flex min-h-11 w-fit items-center underline"
            >
              {t.toCar}
            </Link>
          </Card>
        ))}
        {sold.map(({ id, until, vehicle }) => (
          <Card key={id}>
            <Link
              href={`/customers/vehicles/${vehicle.id}`}
              className="flex min-h-11 flex-wrap items-center gap-2"
            >
              <Plate plate={vehicle.plate} size="small" />
              <span>{`${vehicle.brand} ${vehicle.model}`}</span>
              <span className="text-muted text-sm">{until && t.soldOn({ day: f.day(until) })}</span>
            </Link>
          </Card>
        ))}
      </div>
    </Section>
  )
}
