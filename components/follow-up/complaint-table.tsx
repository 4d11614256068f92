'use client'

import { useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import type { ComplaintLine } from './views'
import { followUp } from '@/lib/i18n/follow-up'
import { ComplaintClock } from './complaint-clock'

/** Complaints, the most urgent first, with the clock that runs. */
export function ComplaintTable({ rows }: { rows: ComplaintLine[] }) {
  const t = useMessages(followUp).complaints
  return (
    <Table caption={t.title}>
      <thead>
        <tr>
          <Th>{t.no}</Th>
          <Th>{t.customer}</Th>
          <Th>{t.problem}</Th>
          <Th>{t.received}</Th>
          <Th>{t.state}</Th>
          <Th>{t.clock}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="tabular whitespace-nowrap">
              <RowLink href={`/follow-up/complaints/${row.id}`} prefetch={false}>
                {row.no}
              </RowLink>
            </Td>
            <Td className="whitespace-nowrap">
              {row.vehicle && <Plate plate={row.vehicle.plate} size="small" className="mr-2" />}
              {row.customer.name}
            </Td>
            <Td className="max-w-md">
              <Badge tone="plum">{t.types[row.type]}</Badge>{' '}
              <span className="line-clamp-2">{row.problem || '–'}</span>
            </Td>
            <Td className="whitespace-nowrap">
              <Time at={row.receivedAt} />
            </Td>
            <Td className="whitespace-nowrap">{t.states[row.status]}</Td>
            <Td className="whitespace-nowrap">
              {row.clock ? (
                <ComplaintClock clock={row.clock.clock} dueAt={row.clock.dueAt} />
              ) : (
                row.closedAt && <Time at={row.closedAt} />
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
