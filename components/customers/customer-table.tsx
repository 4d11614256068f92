'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import { customers } from '@/lib/i18n/customers'

type Row = {
  id: string
  name: string
  phone: string
  tier: 'new' | 'existing' | 'vip'
  complaintSensitive: boolean
  labels: string[]
  cars: { id: string; plate: string; model: string; nextServiceOn: string | null }[]
}

/** The customers found, one line each. */
export function CustomerTable({ rows }: { rows: Row[] }) {
  const t = useMessages(customers)
  const f = useFormat()
  return (
    <Table stacked caption={t.title}>
      <thead>
        <tr>
          <Th>{t.columns.name}</Th>
          <Th>{t.columns.phone}</Th>
          <Th>{t.columns.cars}</Th>
          <Th>{t.columns.tier}</Th>
          <Th>{t.columns.next}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const next = row.cars
            .map(({ nextServiceOn }) => nextServiceOn)
            .filter((on): on is string => on !== null)
            .sort()[0]
          return (
            <Tr key={row.id}>
              <Td className="whitespace-nowrap">
                <RowLink href={`/customers/${row.id}`} prefetch={false}>
                  {row.name}
                </RowLink>
              </Td>
              <Td className="tabular whitespace-nowrap">{row.phone}</Td>
              <Td>
                <span className="flex flex-wrap gap-2">
                  {row.cars.map((car) => (
                    <Plate key={car.id} plate={car.plate} size="small" />
                  ))}
                </span>
              </Td>
              <Td className="whitespace-nowrap">
                <Badge tone={row.tier === 'vip' ? 'ochre' : 'neutral'}>{t.tiers[row.tier]}</Badge>{' '}
                {row.complaintSensitive && <Badge tone="amber">{t.sensitive}</Badge>}{' '}
                {row.labels.map((label) => (
                  <Badge key={label} tone="slate">
                    {label}
                  </Badge>
                ))}
              </Td>
              <Td className="whitespace-nowrap">{next ? f.calendarDay(next) : '–'}</Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
