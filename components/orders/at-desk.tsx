'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Submit } from '@/components/ui/submit'
import { Plate } from '@/components/visit/plate'
import { orders } from '@/lib/i18n/orders'

type Waiting = {
  visitId: string
  plate: string
  model: string
  customer: string
  atDeskAt: Date | null
  booked: boolean
}

/** Customers at the desk whose order is not opened yet: one button each. */
export function AtDesk({ visits, open }: { visits: Waiting[]; open: FormAction }) {
  const t = useMessages(orders)
  const format = useFormat()
  if (!visits.length) return null
  return (
    <Section title={t.waitingAtDesk} aside={visits.length} className="mb-6">
      <ul className="tablet:grid-cols-2 desk:grid-cols-3 grid gap-3">
        {visits.map((visit) => (
          <li key={visit.visitId}>
            <Card className="flex h-full flex-wrap items-center gap-3">
              <Plate plate={visit.plate} />
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  {visit.customer} {visit.booked && <Badge tone="celadon">{t.booked}</Badge>}
                </p>
                <p className="text-muted text-sm">
                  {visit.model}
                  {visit.atDeskAt && ` · ${t.atDeskSince({ time: format.time(visit.atDeskAt) })}`}
                </p>
              </div>
              <ActionForm action={open}>
                <input type="hidden" name="visitId" value={visit.visitId} />
                <Submit>{visit.booked ? t.openFromBooking : t.openOrder}</Submit>
              </ActionForm>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  )
}
