'use client'

import { PackageSearch } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status, type StatusShape } from '@/components/ui/badge'
import { ConfirmButton } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { DateInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import { parts } from '@/lib/i18n/parts'

type Row = {
  id: string
  no: string
  name: string
  nameEn: string
  location: string
  quantityMilli: number
  status: string
  expectedOn: string | null
  plate: string
  document: string
  neededAt: Date | null
}

const SHAPES: Record<string, StatusShape> = {
  requested: 'late',
  ordered: 'waiting',
  arrived: 'now',
  reserved: 'open',
  picked: 'done',
}

/** What is set aside or awaited for bookings and orders, with the one thing to do next. */
export function ReservationList({
  rows,
  canServe,
  actions,
}: {
  rows: Row[]
  canServe: boolean
  actions: { pick: FormAction; order: FormAction }
}) {
  const t = useMessages(parts)
  const format = useFormat()
  const locale = useLocale()
  if (rows.length === 0)
    return (
      <Empty title={t.reservationsEmpty} icon={<PackageSearch />}>
        {t.reservationsTeach}
      </Empty>
    )
  return (
    <Table caption={t.tab.reservations}>
      <thead>
        <tr>
          <Th>{t.neededFor}</Th>
          <Th>{t.name}</Th>
          <Th numeric>{t.quantity}</Th>
          <Th>{t.place}</Th>
          <Th numeric>{t.neededAt}</Th>
          <Th>{t.state}</Th>
          <Th>{t.action}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = locale === 'en' && row.nameEn ? row.nameEn : row.name
          const short = row.status === 'requested' || row.status === 'ordered'
          return (
            <Tr key={row.id}>
              <Td>
                <span className="flex items-center gap-2">
                  {row.plate && <Plate plate={row.plate} size="small" />}
                  <span className="text-muted text-sm">{row.document}</span>
                </span>
              </Td>
              <Td>
                {name} <span className="text-muted text-sm">{row.no}</span>
              </Td>
              <Td numeric>{format.quantity(row.quantityMilli)}</Td>
              <Td>{row.location}</Td>
              <Td numeric>{row.neededAt ? format.dateTime(row.neededAt) : '–'}</Td>
              <Td>
                <Status shape={SHAPES[row.status] ?? 'open'}>
                  {t.status[row.status]}
                  {row.status === 'ordered' &&
                    row.expectedOn &&
                    ` · ${format.calendarDay(row.expectedOn, 'short')}`}
                </Status>
              </Td>
              <Td>
                {canServe && (row.status === 'reserved' || row.status === 'arrived') && (
                  <ActionForm action={actions.pick} okMessage={t.laid}>
                    <input type="hidden" name="reservationIds" value={row.id} />
                    <Submit size="small" variant="secondary">
                      {t.lay}
                    </Submit>
                  </ActionForm>
                )}
                {canServe && short && (
                  <ConfirmButton
                    label={row.status === 'ordered' ? t.moveDay : t.order}
                    title={t.orderTitle({ part: name })}
                    action={actions.order}
                    okMessage={t.ordered}
                    size="small"
                  >
                    <input type="hidden" name="reservationId" value={row.id} />
                    <Field label={t.expectedDay} name="expectedOn" required>
                      <DateInput defaultValue={row.expectedOn ?? ''} />
                    </Field>
                  </ConfirmButton>
                )}
              </Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
