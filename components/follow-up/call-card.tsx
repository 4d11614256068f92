'use client'

import { Phone } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge, Status } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-class'
import { Card, Facts, Section } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { isOpenFollowUp } from '@/lib/follow-up/follow-up'
import type { CallView } from './views'
import { phone } from '@/lib/i18n/format'
import { followUp } from '@/lib/i18n/follow-up'
import { AnswerForm } from './answer-form'
import { AttemptForm } from './attempt-form'
import { Answers } from './answers'
import { STATE_SHAPES } from './queue-list'
import { Script } from './script'

type Props = { card: CallView; me: string; dealership: string; attempt: FormAction; complete: FormAction }

/** One call: whom, why, what to say, and what came of it. */
export function CallCard({ card, me, dealership, attempt, complete }: Props) {
  const t = useMessages(followUp)
  const f = useFormat()
  const locale = useLocale()
  const { customer, order, vehicle } = card
  const open = isOpenFollowUp(card.status)
  const name = (row: { name: string; nameEn: string }) =>
    locale === 'en' && row.nameEn ? row.nameEn : row.name
  return (
    <article className="grid gap-6">
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Plate plate={vehicle.plate} />
          <h2 className="font-title text-xl font-semibold">{customer.name}</h2>
          <Status shape={STATE_SHAPES[card.state]}>{t.states[card.state]}</Status>
          {customer.complaintSensitive && <Badge tone="amber">{t.sensitive}</Badge>}
          <span className="ml-auto">
            {customer.phone ? (
              <a
                href={`tel:${customer.phone}`}
                className={buttonClass({ variant: 'primary', size: 'large' })}
              >
                <Phone aria-hidden className="size-5" />
                <span className="tabular">{phone(customer.phone)}</span>
              </a>
            ) : (
              <span className="text-muted">{t.card.noPhone}</span>
            )}
          </span>
        </div>
        <Facts
          className="mt-4"
          facts={[
            {
              term: t.kinds[card.kind],
              value: t.window({ from: f.day(card.dueFrom), to: f.day(card.dueTo) }),
            },
            { term: t.card.vehicle, value: `${vehicle.brand} ${vehicle.model}` },
            ...(order
              ? [
                  { term: t.card.order, value: order.no },
                  { term: t.card.delivered, value: order.deliveredAt ? f.dateTime(order.deliveredAt) : '–' },
                  { term: t.card.adviser, value: order.adviser ? name(order.adviser) : '–' },
                ]
              : []),
            ...(vehicle.nextServiceOn
              ? [
                  {
                    term: t.card.nextService,
                    value: `${f.calendarDay(vehicle.nextServiceOn)}${vehicle.nextServiceKm ? ` · ${f.km(vehicle.nextServiceKm)}` : ''}`,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <div className="desk:grid-cols-2 grid items-start gap-6">
        <div className="grid gap-6">
          <Script card={card} me={me} dealership={dealership} />
          <Section title={t.card.notes}>
            {customer.customerNotes.length === 0 ? (
              <p className="text-muted">{t.card.noNotes}</p>
            ) : (
              <ul className="grid gap-1.5">
                {customer.customerNotes.map((note) => (
                  <li key={note.id}>
                    {note.text} <Time at={note.at} show="day" className="text-muted text-sm" />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {order?.rating && (
            <Section title={t.card.rating}>
              <p>
                {t.satisfactions[order.rating.satisfaction]}
                {order.rating.adviserStars && ` · ${t.card.stars({ count: order.rating.adviserStars })}`}
              </p>
              {order.rating.text && <q>{order.rating.text}</q>}
            </Section>
          )}
          {card.followUpAttempts.length > 0 && (
            <Section
              title={t.card.attempts}
              aside={t.attemptsSoFar({
                count: card.followUpAttempts.filter((one) => one.result === 'notReached').length,
                limit: card.attemptLimit,
              })}
            >
              <ul className="grid gap-1">
                {card.followUpAttempts.map((one) => (
                  <li key={one.id} className="tabular">
                    <Time at={one.at} /> · {t.attemptResults[one.result]}
                    {one.note && <span className="text-muted"> · {one.note}</span>}
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        {open ? (
          <div className="grid gap-6">
            <Section title={t.answer.title} card>
              <AnswerForm followUpId={card.id} kind={card.kind} action={complete} />
            </Section>
            <Section title={t.attempt.title} card>
              <AttemptForm followUpId={card.id} action={attempt} />
            </Section>
          </div>
        ) : (
          <Answers card={card} />
        )}
      </div>
    </article>
  )
}
