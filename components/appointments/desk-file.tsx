'use client'

import { Leads, Preferences, TalkNotes } from '@/components/customers/talk'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Facts, Section } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { nameIn } from '@/lib/core/name-in'
import { desk } from '@/lib/i18n/desk'
import type { DeskActions, DeskAdviser, DeskFile } from './desk-types'

type Props = { file: DeskFile; advisers: DeskAdviser[]; actions: DeskActions; onChanged: () => void }

/** The file at hand during the call: last visit, mileage, earlier orders, notes, preferences and open leads. */
export function DeskFilePanel({ file, advisers, actions, onChanged }: Props) {
  const t = useMessages(desk).file
  const locale = useLocale()
  const format = useFormat()
  const { customer, reading, estimatedKm, lastVisitAt, dueOn } = file
  const kms = [
    reading && t.readingAt({ km: format.km(reading.km), day: format.day(reading.at) }),
    estimatedKm !== null && t.estimated({ km: format.km(estimatedKm) }),
  ].filter(Boolean)
  return (
    <>
      <Section title={t.title} card>
        <Facts
          facts={[
            {
              term: t.lastVisit,
              value: lastVisitAt ? <Time at={lastVisitAt} show="day" /> : t.never,
            },
            ...(kms.length ? [{ term: t.reading, value: kms.join(' · ') }] : []),
            ...(dueOn ? [{ term: t.nextService, value: format.calendarDay(dueOn) }] : []),
            {
              term: t.adviser,
              value: customer.preferredAdviser ? nameIn(customer.preferredAdviser, locale) : t.anyAdviser,
            },
          ]}
        />
        <h3 className="mt-3 font-medium">{t.orders}</h3>
        {file.orders.length === 0 && <p className="text-muted">{t.noOrders}</p>}
        <ul className="divide-line divide-y">
          {file.orders.map((order) => (
            <li key={order.id} className="py-1.5">
              <Link href={`/orders/${order.id}`} className="text-celadon-ink tabular underline">
                {order.no}
              </Link>{' '}
              <Time at={order.createdAt} show="day" className="text-muted text-sm" />
              {order.km !== null && <span className="text-muted text-sm"> · {format.km(order.km)}</span>}
              <span className="block">{format.list(order.work.map((one) => nameIn(one, locale)))}</span>
            </li>
          ))}
        </ul>
      </Section>
      <TalkNotes
        customerId={customer.id}
        notes={file.notes}
        action={actions.keepNote}
        onChanged={onChanged}
      />
      <Preferences
        key={`${customer.preferredAdviserId}${customer.preferredChannel}`}
        customer={customer}
        advisers={advisers}
        action={actions.keepPreferences}
        onChanged={onChanged}
      />
      <Leads
        customerId={customer.id}
        leads={customer.leads}
        note={actions.noteLead}
        settle={actions.settleLead}
        onChanged={onChanged}
      />
    </>
  )
}
