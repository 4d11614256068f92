'use client'

import { useFormat, useLocale, useMessages, useNow } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge, Status } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import type { RequestOutcome } from '@/lib/appointments/request'
import { nameIn } from '@/lib/core/name-in'
import { appointments } from '@/lib/i18n/appointments'
import { phone } from '@/lib/i18n/format'
import { AnswerDialog } from './request-dialogs'

export type RequestRow = {
  id: string
  channel: 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'
  text: string
  name: string
  phone: string
  plate: string
  receivedAt: Date
  dueAt: Date
  escalatedAt: Date | null
  answeredAt: Date | null
  answeredBy: { name: string; nameEn: string } | null
  outcome: RequestOutcome | null
  note: string
  appointment: { id: string; no: string } | null
}

type Props = { rows: RequestRow[]; action?: FormAction; mayBook: boolean }

/** Requests that wait for an answer, the most urgent first, with their running clocks. */
export function OpenRequests({ rows, action, mayBook }: Props) {
  const t = useMessages(appointments).requests
  return (
    <Table stacked caption={t.waiting}>
      <thead>
        <tr>
          <Th>{t.time}</Th>
          <Th>{t.who}</Th>
          <Th>{t.text}</Th>
          <Th>
            <span className="sr-only">{t.actions}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <TimeLeft row={row} />
            </Td>
            <Td>
              <Asker row={row} />
            </Td>
            <Td className="max-w-96 break-words whitespace-pre-wrap">{row.text}</Td>
            <Td>
              <div className="tablet:justify-end flex flex-wrap gap-2">
                {mayBook && (
                  <LinkButton href="/appointments/new" size="small" variant="quiet">
                    {t.book}
                  </LinkButton>
                )}
                {action && <AnswerDialog request={row} action={action} />}
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

const HOUR = 60

/** Minutes left, or how late; a time that ends only after a night is named instead of counted. */
function TimeLeft({ row: { dueAt, escalatedAt } }: { row: RequestRow }) {
  const t = useMessages(appointments).requests
  const f = useFormat()
  const left = Math.floor((new Date(dueAt).getTime() - useNow()) / 60_000)
  const words =
    left < 0
      ? t.late({ time: f.duration(-left) })
      : left > 4 * HOUR
        ? t.pause({ at: f.dateTime(dueAt) })
        : t.left({ time: f.duration(left) })
  return (
    <>
      <Status shape={left < 0 ? 'late' : 'waiting'} tone={left >= 15 ? 'celadon' : undefined}>
        {words}
      </Status>
      {escalatedAt && <p className="text-muted text-sm">{t.escalated}</p>}
    </>
  )
}

function Asker({ row }: { row: RequestRow }) {
  const words = useMessages(appointments)
  const f = useFormat()
  return (
    <>
      {row.plate && <Plate plate={row.plate} size="small" />}
      <p>
        {row.name}{' '}
        <a href={`tel:${row.phone}`} className="tabular whitespace-nowrap">
          {phone(row.phone)}
        </a>
      </p>
      <p className="text-muted tabular text-sm">
        {f.dateTime(row.receivedAt)} ·{' '}
        {(words.channels as Record<string, string>)[row.channel] ?? row.channel}
      </p>
    </>
  )
}

/** What was answered, by whom, in time or not. */
export function AnsweredRequests({ rows }: { rows: RequestRow[] }) {
  const t = useMessages(appointments).requests
  const locale = useLocale()
  const f = useFormat()
  return (
    <Table stacked caption={t.answered}>
      <thead>
        <tr>
          <Th>{t.who}</Th>
          <Th>{t.text}</Th>
          <Th>{t.outcome}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Asker row={row} />
            </Td>
            <Td className="max-w-96 break-words whitespace-pre-wrap">{row.text}</Td>
            <Td>
              <span className="flex flex-wrap items-center gap-2">
                {row.outcome && t.outcomes[row.outcome]}
                {row.appointment && (
                  <Link href={`/appointments/${row.appointment.id}`}>{row.appointment.no}</Link>
                )}
                {row.answeredAt && (
                  <Badge tone={row.answeredAt <= row.dueAt ? 'celadon' : 'vermilion'}>
                    {row.answeredAt <= row.dueAt ? t.inTime : t.tooLate}
                  </Badge>
                )}
              </span>
              {row.note && <p className="break-words">{row.note}</p>}
              {row.answeredAt && row.answeredBy && (
                <p className="text-muted tabular text-sm">
                  {t.by({ who: nameIn(row.answeredBy, locale), at: f.dateTime(row.answeredAt) })}
                </p>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
