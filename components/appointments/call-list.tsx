'use client'

import { Phone } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/dialog'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Submit } from '@/components/ui/submit'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import type { ToConfirm } from '@/lib/appointments/booking-board'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { phone } from '@/lib/i18n/format'
import { ConfirmationForm } from './confirmation-form'
import type { PickableDay } from './slot-picker'
import type { FindFreeWays } from './way-choice'

type Props = {
  rows: ToConfirm[]
  confirm: FormAction
  arrive?: FormAction
  findTimes: (appointmentId: string) => Promise<PickableDay[]>
  findWays: FindFreeWays
}

const SHAPES = { dayBefore: 'open', hourBefore: 'now', watch: 'waiting', missed: 'late' } as const

/** Whom to call about a booking, and what came of it: the next contact first (S1-76, S1-78, S1-79). */
export function CallList({ rows, confirm, arrive, findTimes, findWays }: Props) {
  const t = useMessages(bookingBoard).tasks
  const format = useFormat()
  const [calledId, setCalledId] = useState<string | null>(null)
  const called = rows.find(({ id }) => id === calledId)
  return (
    <>
      <Table stacked caption={t.tabs.confirm}>
        <thead>
          <tr>
            <Th>{t.columns.next}</Th>
            <Th>{t.columns.when}</Th>
            <Th>{t.columns.car}</Th>
            <Th>{t.columns.customer}</Th>
            <Th>{t.columns.log}</Th>
            <Th>{t.columns.task}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              <Td className="whitespace-nowrap">
                <Status shape={SHAPES[row.next]}>{t.next[row.next]}</Status>
              </Td>
              <Td className="tabular whitespace-nowrap">
                <RowLink href={`/appointments/${row.id}`}>
                  <Time at={row.startsAt} />
                </RowLink>
              </Td>
              <Td>
                <Plate plate={row.plate} size="small" />
              </Td>
              <Td className="whitespace-nowrap">
                {row.customer}
                {row.phone && (
                  <a
                    href={`tel:${row.phone}`}
                    className="tabular desk:min-h-0 relative z-10 flex min-h-11 items-center underline underline-offset-4"
                  >
                    {phone(row.phone)}
                  </a>
                )}
              </Td>
              <Td className="text-sm">
                {row.log.length === 0
                  ? t.nobodyYet
                  : row.log
                      .map(({ stage, result, at }) =>
                        t.logged({
                          stage: t.stages[stage],
                          result: t.results[result],
                          at: format.dateTime(at),
                        }),
                      )
                      .join(' · ')}
              </Td>
              <Td>
                <span className="relative z-10 flex flex-wrap gap-2">
                  {row.next === 'watch' && arrive && (
                    <ActionForm action={arrive} className="gap-0!" aria-label={row.plate}>
                      <input type="hidden" name="appointmentId" value={row.id} />
                      <Submit size="small">{t.here}</Submit>
                    </ActionForm>
                  )}
                  <Button
                    size="small"
                    icon={<Phone aria-hidden className="size-4" />}
                    onClick={() => setCalledId(row.id)}
                  >
                    {t.call}
                  </Button>
                </span>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <Sheet
        open={called !== undefined}
        onClose={() => setCalledId(null)}
        title={t.callTitle}
        lead={called && `${called.plate} · ${called.customer}`}
      >
        {called && (
          <ConfirmationForm
            key={called.id}
            appointmentId={called.id}
            action={confirm}
            stage={called.next === 'watch' ? 'hourBefore' : called.next}
            findTimes={findTimes}
            way={called.way}
            findWays={findWays}
            onOk={() => setCalledId(null)}
          />
        )}
      </Sheet>
    </>
  )
}
