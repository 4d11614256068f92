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

/** What has to be prepared, the next car first: each car once, with its items and their departments (S1-71, S1-72). */
export function PrepareList({ rows, action }: { rows: ToPrepare[]; action?: FormAction }) {
  const t = useMessages(bookingBoard).tasks
  const cars = new Map<string, ToPrepare[]>()
  for (const row of rows) cars.set(row.id, [...(cars.get(row.id) ?? []), row])
  return (
    <Table stacked caption={t.tabs.prepare}>
      <thead>
        <tr>
          <Th>{t.columns.when}</Th>
          <Th>{t.columns.car}</Th>
          <Th>{t.columns.task}</Th>
        </tr>
      </thead>
      <tbody>
        {[...cars.values()].map(([first, ...rest]) =>
          first ? (
            <Tr key={first.id}>
              <Td className="tabular align-top whitespace-nowrap">
                <RowLink href={`/appointments/${first.id}`} className="tablet:leading-8">
                  <Time at={first.startsAt} />
                </RowLink>
              </Td>
              <Td className="align-top">
                <span className="tablet:min-h-8 flex items-center">
                  <Plate plate={first.plate} size="small" />
                </span>
                <span className="text-muted block max-w-72 text-sm">{first.work.join(' · ')}</span>
              </Td>
              <Td className="max-tablet:w-full">
                <ul className="divide-line grid divide-y">
                  {[first, ...rest].map((row) => (
                    <Item key={row.kind} row={row} action={action} />
                  ))}
                </ul>
              </Td>
            </Tr>
          ) : null,
        )}
      </tbody>
    </Table>
  )
}

function Item({ row, action }: { row: ToPrepare; action?: FormAction }) {
  const words = useMessages(bookingBoard)
  const t = words.tasks
  const format = useFormat()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      <span className="font-medium">{t.kinds[row.kind]}</span>
      <span className="text-muted text-sm">
        {row.kind === 'reception' && row.adviser ? row.adviser : t.owners[row.owner]}
      </span>
      {row.kind === 'parts' && row.partsDay !== null && (
        <Badge tone="amber">
          {row.partsDay
            ? words.card.parts({ day: format.calendarDay(row.partsDay, 'short') })
            : words.card.partsNoDay}
        </Badge>
      )}
      <span className="relative z-10 ml-auto">
        {action ? (
          <PrepareButtons
            appointmentId={row.id}
            kind={row.kind}
            state="open"
            plan={row.plan}
            action={action}
            failOnly={row.status === 'ready' && row.kind !== 'reception'}
          />
        ) : (
          <span className="text-muted text-sm">{t.states.open}</span>
        )}
      </span>
    </li>
  )
}

/** Bookings that have to be moved, with what cannot be had and why (S1-73). */
export function MoveList({ rows }: { rows: ToMove[] }) {
  const t = useMessages(bookingBoard).tasks
  return (
    <Table stacked caption={t.tabs.move}>
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
