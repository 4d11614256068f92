'use client'

import { CalendarPlus, Phone } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge, Status } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-class'
import { Card, Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { DateTimeInput } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { shortSearch } from '@/lib/core/short-search'
import { phone } from '@/lib/i18n/format'
import { reminders } from '@/lib/i18n/reminders'
import { CareFacts } from './care-facts'
import { CallGuide } from './call-guide'
import { ContactFacts } from './contact-facts'
import { ContactForm } from './contact-form'
import { CONTACT_SHAPES } from './reminder-table'
import type { ContactCardView } from './views'
import { WriteButton } from './write-button'

type Props = {
  card: ContactCardView
  me: string
  dealership: string
  /** Null for whoever may only look. */
  actions: Record<'attempt' | 'postpone' | 'refuseAll' | 'write' | 'giveGift', FormAction> | null
  mayBook: boolean
  /** Null for whoever may not mark calls. */
  score: FormAction | null
}

/** One call: whom to address and how, why, what to say, and what came of it. */
export function CallCard({ card, me, dealership, actions, mayBook, score }: Props) {
  const t = useMessages(reminders)
  const f = useFormat()
  const [calling, setCalling] = useState(false)
  const { customer, vehicle, contacts } = card
  const open = card.status === 'open'
  const suggestion = t.write.suggestion({
    plate: vehicle.plate,
    day: f.calendarDay(card.dueOn),
    dealership,
  })
  const bookHref = `/appointments/new?q=${encodeURIComponent(shortSearch(vehicle.plate))}&vehicle=${vehicle.id}&customer=${customer.id}&task=${card.id}`
  return (
    <article className="grid gap-6">
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Plate plate={vehicle.plate} />
          <h2 className="font-title text-2xl font-semibold">
            {customer.name}
            {customer.formOfAddress}
          </h2>
          <Badge tone="celadon">{t.classes[card.class]}</Badge>
          <Status shape={CONTACT_SHAPES[card.status]}>{t.statuses[card.status]}</Status>
          <Badge>{t.tiers[customer.tier]}</Badge>
          {customer.complaintSensitive && <Badge tone="amber">{t.card.sensitive}</Badge>}
          <span className="tablet:ml-auto max-tablet:grid max-tablet:w-full">
            {customer.phone ? (
              <a
                href={`tel:${customer.phone}`}
                onClick={() => setCalling(true)}
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
        <p className="text-muted tabular mt-2 flex flex-wrap gap-x-3 text-sm">
          {customer.contactPerson && (
            <span>
              {t.card.contactPerson}: {customer.contactPerson}
            </span>
          )}
          <span className={customer.phoneWrong ? 'text-vermilion-ink font-medium' : undefined}>
            {customer.phoneWrong ? t.wrongNumber : customer.verified ? t.card.verified : t.card.unverified}
          </span>
          <span>{t.card.contacts(contacts)}</span>
          {card.appointment && (
            <Link href={`/appointments/${card.appointment.id}`} className="underline underline-offset-4">
              {t.card.booking} {card.appointment.no} · <Time at={card.appointment.startsAt} />
            </Link>
          )}
        </p>
        {open && contacts.had >= contacts.limit && card.class !== 'recall' && (
          <Notice kind="warning" className="mt-3">
            {t.card.tooMany}
          </Notice>
        )}
      </Card>
      <div className="desk:grid-cols-2 grid items-start gap-6">
        <div className="grid gap-6">
          <CallGuide card={card} me={me} dealership={dealership} />
        </div>
        <div className="grid gap-6">
          {card.care && <CareFacts card={card} give={actions?.giveGift ?? null} />}
          <ContactFacts card={card} score={score} />
          {open && actions ? (
            <>
              <div className="flex flex-wrap gap-2">
                {mayBook && (
                  <LinkButton
                    href={bookHref}
                    variant="primary"
                    size="large"
                    icon={<CalendarPlus aria-hidden className="size-5" />}
                  >
                    {t.card.bookNow}
                  </LinkButton>
                )}
                {customer.phone && !customer.phoneWrong && (
                  <WriteButton taskId={card.id} action={actions.write} suggestion={suggestion} />
                )}
                <ConfirmButton
                  label={t.postpone.label}
                  title={t.postpone.title}
                  action={actions.postpone}
                  okMessage={t.postpone.done}
                >
                  <input type="hidden" name="taskId" value={card.id} />
                  <Field label={t.postpone.until} name="until" required>
                    <DateTimeInput />
                  </Field>
                </ConfirmButton>
                <ConfirmButton
                  label={t.optOut.label}
                  title={t.optOut.title}
                  action={actions.refuseAll}
                  okMessage={t.optOut.done}
                  variant="quiet"
                >
                  <p>{t.optOut.lead}</p>
                  <input type="hidden" name="taskId" value={card.id} />
                </ConfirmButton>
              </div>
              <Section title={t.attempt.title} card>
                <ContactForm
                  taskId={card.id}
                  scriptId={card.script?.id ?? null}
                  phoneWrong={customer.phoneWrong}
                  calling={calling}
                  longCallSeconds={card.longCallSeconds}
                  action={actions.attempt}
                />
              </Section>
            </>
          ) : (
            !open && <Notice>{t.card.closedNow}</Notice>
          )}
        </div>
      </div>
    </article>
  )
}
