'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Submit } from '@/components/ui/submit'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import type { LoanState } from '@/lib/appointments/trips'
import { phone } from '@/lib/i18n/format'
import { trips as tripWords } from '@/lib/i18n/trips'

type Loan = {
  startsAt: Date
  endsAt: Date
  state: LoanState
  appointment: { id: string; no: string; customer: { name: string; formOfAddress: string; phone: string } }
}
type Loaner = { plate: string; away: Loan | null; next: Loan[] }

const SHAPES = { house: 'done', reserved: 'open', out: 'now', overdue: 'late' } as const
const nameOf = ({ appointment: { customer } }: Loan) => `${customer.name}${customer.formOfAddress}`
const LINK = 'desk:min-h-0 inline-flex min-h-11 items-center underline underline-offset-4'

/** Each loaner car: where it is, who has it until when, and for whom it is kept next. */
export function LoanerTable({ rows, giveBack }: { rows: Loaner[]; giveBack?: FormAction }) {
  const t = useMessages(tripWords)
  const format = useFormat()
  return (
    <Table stacked caption={t.loaners}>
      <thead>
        <tr>
          <Th>{t.columns.loaner}</Th>
          <Th>{t.columns.state}</Th>
          <Th>{t.columns.who}</Th>
          <Th>{t.columns.until}</Th>
          <Th>{t.columns.next}</Th>
          {giveBack && (
            <Th>
              <span className="sr-only">{t.columns.actions}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ plate, away, next }) => (
          <Tr key={plate}>
            <Td>
              <Plate plate={plate} size="small" />
            </Td>
            <Td>
              <Status shape={SHAPES[away?.state ?? 'house']}>{t.loanStates[away?.state ?? 'house']}</Status>
            </Td>
            <Td className="whitespace-nowrap">
              {away && (
                <>
                  <Link href={`/appointments/${away.appointment.id}`} className={LINK}>
                    {nameOf(away)}
                  </Link>
                  <a href={`tel:${away.appointment.customer.phone}`} className={`${LINK} tabular ml-2`}>
                    {phone(away.appointment.customer.phone)}
                  </a>
                </>
              )}
            </Td>
            <Td className="tabular whitespace-nowrap">
              {away && t.until({ at: format.dateTime(away.endsAt) })}
            </Td>
            <Td>
              <ul>
                {next.map((loan) => (
                  <li key={loan.appointment.id} className="tabular">
                    <Link href={`/appointments/${loan.appointment.id}`} className={LINK}>
                      {t.keptFor({
                        name: nameOf(loan),
                        from: format.dateTime(loan.startsAt),
                        to: format.dateTime(loan.endsAt),
                      })}
                    </Link>
                  </li>
                ))}
              </ul>
            </Td>
            {giveBack && (
              <Td>
                {away && (
                  <ActionForm action={giveBack} okMessage={t.backNoted} className="gap-0">
                    <input type="hidden" name="appointmentId" value={away.appointment.id} />
                    <Submit variant="secondary" size="small">
                      {t.back}
                    </Submit>
                  </ActionForm>
                )}
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
