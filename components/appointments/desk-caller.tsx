'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Plate } from '@/components/visit/plate'
import { customers } from '@/lib/i18n/customers'
import { desk } from '@/lib/i18n/desk'
import { phone } from '@/lib/i18n/format'
import type { Caller, DeskFile } from './desk-types'

type Props = {
  caller: Caller
  file: DeskFile | null
  failed: boolean
  onChange: () => void
  onRetry: () => void
}

/** Who is on the telephone, and what to know before the next word. */
export function DeskCaller({ caller, file, failed, onChange, onRetry }: Props) {
  const words = useMessages(desk)
  const t = words.caller
  const format = useFormat()
  return (
    <div className="rounded-card border-celadon bg-surface grid gap-2 border px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Plate plate={caller.plate} />
        <p className="min-w-40 flex-1">
          <span className="font-title text-xl font-semibold">
            {caller.name}
            {caller.formOfAddress}
          </span>{' '}
          <span className="text-muted tabular">{phone(caller.phone)}</span>
          <span className="text-muted block text-sm">
            {[caller.brand, caller.model].filter(Boolean).join(' ')}
            {caller.km !== null && ` · ${format.km(caller.km)}`}
          </span>
        </p>
        <Button variant="quiet" onClick={onChange}>
          {t.change}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-1.5" role="status">
        <Badge tone={caller.monthsSince === null ? 'plum' : 'neutral'}>
          {caller.monthsSince === null
            ? words.finder.never
            : words.finder.months({ months: caller.monthsSince })}
        </Badge>
        {file ? <KnownFacts file={file} /> : !failed && <span className="text-muted">{t.loading}</span>}
      </div>
      {failed && (
        <Notice
          kind="warning"
          announce
          action={
            <Button size="small" onClick={onRetry}>
              {t.retry}
            </Button>
          }
        >
          {t.failed}
        </Notice>
      )}
      {file?.customer.phoneWrong && <Notice kind="warning">{t.wrongNumber}</Notice>}
      {file?.booked && (
        <Notice
          kind="warning"
          announce
          action={
            <LinkButton href={`/appointments/${file.booked.id}`} size="small">
              {t.openBooking}
            </LinkButton>
          }
        >
          {t.booked({ no: file.booked.no, at: format.dateTime(file.booked.startsAt) })}
        </Notice>
      )}
    </div>
  )
}

function KnownFacts({ file }: { file: DeskFile }) {
  const t = useMessages(desk)
  const { tiers } = useMessages(customers)
  const { customer, openComplaints, offerCheck, monthsSince } = file
  return (
    <>
      <Badge tone="celadon">{tiers[customer.tier]}</Badge>
      {customer.labels.map((label) => (
        <Badge key={label}>{label}</Badge>
      ))}
      {customer.complaintSensitive && <Badge tone="amber">{t.caller.sensitive}</Badge>}
      {openComplaints > 0 && <Badge tone="vermilion">{t.caller.complaints({ count: openComplaints })}</Badge>}
      {offerCheck && monthsSince !== null && (
        <span className="text-amber-ink text-sm">{t.needs.since({ months: monthsSince })}</span>
      )}
    </>
  )
}
