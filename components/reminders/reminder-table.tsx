'use client'

import { Mail } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Badge, Status, type StatusShape } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { nameIn } from '@/lib/core/name-in'
import { letters } from '@/lib/i18n/letters'
import { reminders } from '@/lib/i18n/reminders'
import type { ContactClass, ContactTaskStatus } from '@/lib/reminders/contact'

type Row = {
  id: string
  class: ContactClass
  status: ContactTaskStatus
  dueOn: string
  nextAt: Date
  remindedAt: Date | null
  reason: string
  attempts: number
  vehicle: {
    plate: string
    model: string
    vehicleDue: { reason: 'time' | 'distance'; remainingKm: number | null; usage: string } | null
  }
  customer: {
    name: string
    formOfAddress: string
    tier: 'new' | 'existing' | 'vip'
    phoneWrongAt: Date | null
  }
  owner: { name: string; nameEn: string } | null
  plan: { name: string } | null
}

export const CONTACT_SHAPES: Record<ContactTaskStatus, StatusShape> = {
  open: 'waiting',
  booked: 'now',
  came: 'done',
  refused: 'off',
  unreached: 'late',
  optedOut: 'off',
  closed: 'off',
}

type Props = {
  rows: Row[]
  view: 'open' | 'later' | 'done'
  /** Whether rows can be chosen for letters. */
  choosable: boolean
}

/** One call list; each row leads to its call card, and chosen rows to their letters. */
export function ReminderTable({ rows, view, choosable }: Props) {
  const t = useMessages(reminders)
  const l = useMessages(letters)
  const f = useFormat()
  const locale = useLocale()
  const table = (
    <Table stacked caption={t.lists}>
      <thead>
        <tr>
          {choosable && <Th>{t.columns.choose}</Th>}
          <Th>{t.columns.car}</Th>
          <Th>{t.columns.customer}</Th>
          <Th>{t.columns.dueOn}</Th>
          <Th>{t.columns.why}</Th>
          <Th>{t.columns.owner}</Th>
          <Th numeric>{t.columns.tries}</Th>
          <Th>{t.columns.state}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            {choosable && (
              <Td className="min-w-11">
                <label className="relative z-1 flex size-11 items-center justify-center">
                  <span className="sr-only">
                    {l.chooseRow({ name: row.customer.name, plate: row.vehicle.plate })}
                  </span>
                  <input type="checkbox" name="task" value={row.id} className="accent-celadon size-5" />
                </label>
              </Td>
            )}
            <Td>
              <RowLink href={`/reminders/${row.id}`}>
                <Plate plate={row.vehicle.plate} size="small" />
              </RowLink>
              <span className="text-muted block text-sm">{row.vehicle.model}</span>
            </Td>
            <Td>
              {row.customer.name}
              {row.customer.formOfAddress}{' '}
              {row.customer.tier === 'vip' && <Badge tone="celadon">{t.tiers.vip}</Badge>}{' '}
              {row.customer.phoneWrongAt && <Badge tone="vermilion">{t.wrongNumber}</Badge>}
            </Td>
            <Td className="tabular whitespace-nowrap">{f.calendarDay(row.dueOn)}</Td>
            <Td>
              <Why row={row} />
            </Td>
            <Td data-wide={row.owner ? undefined : ''}>
              {row.owner ? nameIn(row.owner, locale) : <span className="text-muted">{t.nobody}</span>}
            </Td>
            <Td numeric data-wide="">
              {row.attempts}
            </Td>
            <Td>
              {view === 'later' ? (
                <Time at={row.nextAt} />
              ) : (
                <Status shape={CONTACT_SHAPES[row.status]}>{t.statuses[row.status]}</Status>
              )}
              {row.reason === 'bookingLost' && (
                <span className="text-amber-ink block text-sm">{t.bookingLost}</span>
              )}
              {row.remindedAt && <span className="text-muted block text-sm">{t.reminded}</span>}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
  if (!choosable) return table
  return (
    <form action="/reminders/letters" className="grid gap-2">
      {table}
      <Button type="submit" className="justify-self-start" icon={<Mail aria-hidden className="size-4" />}>
        {l.choose}
      </Button>
    </form>
  )
}

function Why({ row }: { row: Row }) {
  const t = useMessages(reminders)
  const f = useFormat()
  if (row.class === 'recall' || row.class === 'campaign') return <>{row.plan?.name}</>
  const due = row.vehicle.vehicleDue
  if (!due) return null
  const km = due.usage === 'readings' ? due.remainingKm : null
  return (
    <>
      {t.why[due.reason]}
      {km !== null && (
        <span className="text-muted tabular block text-sm">
          {km >= 0 ? t.left({ km: f.km(km) }) : t.over({ km: f.km(-km) })}
        </span>
      )}
    </>
  )
}
