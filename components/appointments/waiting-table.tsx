'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import { appointments } from '@/lib/i18n/appointments'
import { booking } from '@/lib/i18n/booking'
import { phone } from '@/lib/i18n/format'
import { ways as wayWords } from '@/lib/i18n/ways'

type Named = { name: string; nameEn: string }
export type Waiting = {
  id: string
  status: string
  firstDay: string
  lastDay: string
  parts: string[]
  wishes: string[]
  waiting: 'waits' | 'leaves'
  told: { concern: string; remarks: string; pickUp: boolean; loaner: boolean }
  packages: Named[]
  customer: { name: string; phone: string }
  vehicle: { plate: string; model: string }
  adviser: Named | null
  appointment: { id: string; startsAt: Date; heldUntil: Date | null } | null
}

type Props = { rows: Waiting[]; actions?: { offer: FormAction; take: FormAction; withdraw: FormAction } }

/** Who waits for a place, in the order of joining, with what is offered to them. */
export function WaitingTable({ rows, actions }: Props) {
  const words = useMessages(appointments)
  const t = words.waitingList
  const when = useMessages(booking).when
  const way = useMessages(wayWords).choice.ways
  const locale = useLocale()
  const f = useFormat()
  const named = (of: Named) => (locale === 'en' && of.nameEn ? of.nameEn : of.name)
  return (
    <Table stacked caption={t.title}>
      <thead>
        <tr>
          <Th>{t.who}</Th>
          <Th>{t.what}</Th>
          <Th>{t.days}</Th>
          <Th>{t.state}</Th>
          <Th>
            <span className="sr-only">{t.actions}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Plate plate={row.vehicle.plate} />
              <p className="mt-1">
                {row.customer.name}{' '}
                <a href={`tel:${row.customer.phone}`} className="tabular whitespace-nowrap">
                  {phone(row.customer.phone)}
                </a>
              </p>
            </Td>
            <Td>
              {f.list([...row.packages.map(named), ...row.wishes])}
              <p className="text-muted text-sm">
                {[
                  words.waiting[row.waiting],
                  row.adviser && named(row.adviser),
                  row.told.pickUp && way.pickUp,
                  row.told.loaner && way.loaner,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {[row.told.concern, row.told.remarks].filter(Boolean).map((text) => (
                <p key={text} className="text-muted text-sm wrap-anywhere">
                  {text}
                </p>
              ))}
            </Td>
            <Td className="tabular whitespace-nowrap">
              {f.calendarDay(row.firstDay, 'short')} – {f.calendarDay(row.lastDay, 'short')}
              <p className="text-muted text-sm">
                {f.list(row.parts.map((part) => (part === 'morning' ? when.morning : when.afternoon)))}
              </p>
            </Td>
            <Td>
              {row.appointment?.heldUntil && row.status === 'offered' ? (
                <>
                  <Status shape="now">{t.offered}</Status>
                  <p className="tabular text-sm">
                    <Link href={`/appointments/${row.appointment.id}`}>
                      {f.dateTime(row.appointment.startsAt)}
                    </Link>
                    <br />
                    {t.heldUntil({ at: f.time(row.appointment.heldUntil) })}
                  </p>
                </>
              ) : (
                <Status shape="open">{t.waits}</Status>
              )}
            </Td>
            <Td>
              {actions && (
                <div className="tablet:justify-end flex flex-wrap gap-2">
                  {row.status === 'offered' && row.appointment ? (
                    <ActionForm action={actions.take} okMessage={t.taken}>
                      <input type="hidden" name="appointmentId" value={row.appointment.id} />
                      <Submit size="small" aria-label={`${t.take} ${row.vehicle.plate}`}>
                        {t.take}
                      </Submit>
                    </ActionForm>
                  ) : (
                    <ActionForm action={actions.offer} okMessage={t.offerMade}>
                      <input type="hidden" name="waitingId" value={row.id} />
                      <Submit variant="secondary" size="small" aria-label={`${t.offer} ${row.vehicle.plate}`}>
                        {t.offer}
                      </Submit>
                    </ActionForm>
                  )}
                  <ActionForm action={actions.withdraw} okMessage={t.withdrawn}>
                    <input type="hidden" name="waitingId" value={row.id} />
                    <Submit variant="quiet" size="small" aria-label={`${t.withdraw} ${row.vehicle.plate}`}>
                      {t.withdraw}
                    </Submit>
                  </ActionForm>
                </div>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
