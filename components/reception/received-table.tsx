'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { Status } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import { floor } from '@/lib/i18n/floor'
import { reception } from '@/lib/i18n/reception'
import type { VisitStatus } from '@/lib/reception/visit'
import { PersonName, StaffName } from './person-name'
import { VisitBadges } from './visit-badges'

type Received = {
  id: string
  status: VisitStatus
  arrivedAt: Date
  plate: string
  name: string
  formOfAddress: string
  adviser: { name: string; nameEn: string } | null
  bookedFor: Date | null
  greetingSeconds: number | null
  greetedLate: boolean
  inquirySeconds: number | null
}

/** Who was received today, and how quickly. */
export function ReceivedTable({ visits }: { visits: Received[] }) {
  const t = useMessages(reception)
  const { inquiry } = useMessages(floor)
  const format = useFormat()
  if (visits.length === 0) return <p className="text-muted">{t.nothingDone}</p>
  return (
    <Table stacked caption={t.done}>
      <thead>
        <tr>
          <Th>{t.columns.plate}</Th>
          <Th>{t.columns.customer}</Th>
          <Th>{t.columns.came}</Th>
          <Th>{t.columns.arrived}</Th>
          <Th>{t.columns.greeted}</Th>
          <Th>{inquiry}</Th>
          <Th>{t.adviser}</Th>
          <Th>{t.columns.status}</Th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <Tr key={visit.id}>
            <Td>
              <RowLink href={`/reception/${visit.id}`}>
                <Plate plate={visit.plate} size="small" />
              </RowLink>
            </Td>
            <Td>
              <PersonName {...visit} />
            </Td>
            <Td>
              <VisitBadges bookedFor={visit.bookedFor} />
            </Td>
            <Td className="tabular">{format.time(visit.arrivedAt)}</Td>
            <Td>
              {visit.greetingSeconds !== null && (
                <Status shape={visit.greetedLate ? 'late' : 'done'}>
                  {t.secondsShort({ seconds: Math.min(visit.greetingSeconds, 5999) })}
                </Status>
              )}
            </Td>
            <Td className="tabular">
              {visit.inquirySeconds !== null &&
                t.secondsShort({ seconds: Math.min(visit.inquirySeconds, 5999) })}
            </Td>
            <Td>
              <StaffName person={visit.adviser} none={t.nobody} />
            </Td>
            <Td>{t.statuses[visit.status]}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
