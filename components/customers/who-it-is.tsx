'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Card, Facts, Section } from '@/components/ui/card'
import { Plate } from '@/components/visit/plate'
import { customers } from '@/lib/i18n/customers'
import { phone } from '@/lib/i18n/format'

type Named = { name: string; nameEn: string }
type Props = {
  customer: {
    no: string
    phone: string
    address: string
    email: string
    createdAt: Date
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
}

/** The basic dimension: name, contact, cars with VIN and purchase date (X-CRM-02). */
export function WhoItIs({ customer, cars }: Props) {
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
                  <a href={`tel:${customer.phone}`} className="text-celadon-ink underline">
                    {phone(customer.phone)}
                  </a>
                ),
              },
              { term: t.reach.email, value: customer.email },
              { term: t.address, value: customer.address },
              { term: t.since, value: f.day(customer.createdAt) },
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
                { term: 'VIN', value: car.vin && <span className="break-all">{car.vin}</span> },
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
          </Card>
        ))}
      </div>
    </Section>
  )
}
