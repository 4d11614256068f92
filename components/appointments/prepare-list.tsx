'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import type { ToMove, ToPrepare } from '@/lib/appointments/booking-board'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { PrepareButtons } from './prepare-buttons'

/** What has to be prepared, the next car first, each with its department (S1-71, S1-72). */
export function PrepareList({ rows, action }: { rows: ToPrepare[]; action?: FormAction }) {
  const words = useMessages(bookingBoard)
  const t = words.tasks
  const format = useFormat()
  return (
    <Table caption={t.tabs.prepare}>
      <thead>
        <tr>
          <Th>{t.columns.when}</Th>
          <Th>{t.columns.car}</Th>
          <Th>{t.columns.task}</Th>
          <Th>{t.columns.owner}</Th>
          <Th>{t.columns.state}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={`${row.id}${row.kind}`}>
            <Td className="tabular whitespace-nowrap">
              <RowLink href={`/appointments/${row.id}`}>
                <Time at={row.startsAt} />
              </RowLink>
            </Td>
            <Td>
              <Plate plate={row.plate} size="small" />
            </Td>
            <Td>
              <span className="font-medium">{t.kinds[row.kind]}</span>
              <span className="text-muted block text-sm">{row.work.join(' · ')}</span>
              {row.kind === 'parts' && row.partsDay !== null && (
                <Badge tone="amber">
                  {row.partsDay
                    ? words.card.parts({ day: format.calendarDay(row.partsDay, 'short') })
                    : words.card.partsNoDay}
                </Badge>
              )}
            </Td>
            <Td className="whitespace-nowrap">
              {row.kind === 'reception' && row.adviser ? row.adviser : t.owners[row.owner]}
            </Td>
            <Td>
              {action ? (
                <span className="relative z-10">
                  <PrepareButtons
                    appointmentId={row.id}
                    kind={row.kind}
                    state="open"
                    plan={row.plan}
                    action={action}
                    failOnly={row.status === 'ready' && row.kind !== 'reception'}
                  />
                </span>
              ) : (
                t.states.open
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Bookings that have to be moved, with what cannot be had and why (S1-73). */
export function MoveList({ rows }: { rows: ToMove[] }) {
  const t = useMessages(bookingBoard).tasks
  return (
    <Table caption={t.tabs.move}>
      <thead>
        <tr>
          <Th>{t.columns.when}</Th>
          <Th>{t.columns.car}</Th>
          <Th>{t.columns.task}</Th>
          <Th>{t.columns.reason}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="tabular whitespace-nowrap">
              <RowLink href={`/appointments/${row.id}`}>
                <Time at={row.startsAt} />
              </RowLink>
            </Td>
            <Td>
              <Plate plate={row.plate} size="small" />
            </Td>
            <Td>{row.work.join(' · ')}</Td>
            <Td className="text-vermilion-ink">
              {row.failed.map(({ kind, reason }) => `${t.kinds[kind]}: ${reason}`).join(' · ')}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
