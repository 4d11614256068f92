'use client'

import { CallRules, CallStages } from '@/components/call/call-stages'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { reminders } from '@/lib/i18n/reminders'
import { ATTEMPT_FORM, type ContactCardView } from './views'

type Props = { card: ContactCardView; me: string; dealership: string }

/** Seven rules before the call, the four stages, and the script in its own words. */
export function CallGuide({ card, me, dealership }: Props) {
  const t = useMessages(reminders).stages
  const f = useFormat()
  const locale = useLocale()
  const { customer, vehicle, quote, house, appointment } = card
  const { readBackWhat: what } = t
  const marks = [
    { what: what.plate, value: vehicle.plate },
    { what: what.due, value: f.calendarDay(card.dueOn) },
    ...(appointment ? [{ what: what.time, value: f.dateTime(appointment.startsAt) }] : []),
    ...(quote ? [{ what: what.price, value: f.money(quote.fen) }] : []),
    ...(quote && quote.earlyFen < quote.fen ? [{ what: what.early, value: f.money(quote.earlyFen) }] : []),
    { what: what.place, value: (locale === 'en' && house.addressEn) || house.address },
    { what: what.phone, value: house.phone },
  ].filter(({ value }) => value)
  return (
    <>
      <CallRules form={card.status === 'open' ? ATTEMPT_FORM : undefined} />
      <CallStages
        me={me}
        dealership={dealership}
        name={`${customer.name}${customer.formOfAddress}`}
        plate={vehicle.plate}
        form={card.status === 'open' ? ATTEMPT_FORM : undefined}
      >
        <p className="mt-3 font-medium">{t.readBack}</p>
        <ul className="flex flex-wrap gap-2">
          {marks.map(({ what, value }) => (
            <li key={what}>
              <mark className="bg-amber-soft text-amber-ink tabular rounded-control inline-block px-1.5 py-0.5">
                {what}: {value}
              </mark>
            </li>
          ))}
        </ul>
      </CallStages>
      <Script card={card} />
    </>
  )
}

function Script({ card: { script, class: of } }: { card: ContactCardView }) {
  const t = useMessages(reminders).script
  const f = useFormat()
  const locale = useLocale()
  if (!script) return of === 'recall' ? <Notice kind="danger">{t.missing}</Notice> : null
  const english = locale === 'en' && script.textEn !== ''
  return (
    <Section
      title={t.title}
      aside={t.version({ code: script.code, version: script.version, day: f.day(script.issuedAt) })}
    >
      <p className="text-muted mb-1 text-sm">
        {t.issuers[script.issuer === 'manufacturer' ? 'manufacturer' : 'dealership']} · {t.readOnly}
      </p>
      <h3 className="font-medium">{(english && script.titleEn) || script.title}</h3>
      <blockquote className="border-celadon border-l-4 pl-4 text-lg whitespace-pre-line">
        {english ? script.textEn : script.text}
      </blockquote>
    </Section>
  )
}
