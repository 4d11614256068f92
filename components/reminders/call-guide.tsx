'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { reminders } from '@/lib/i18n/reminders'
import { CALL_RULES } from '@/lib/reminders/contact'
import type { ContactCardView } from './views'

type Props = { card: ContactCardView; me: string; dealership: string }

/** Seven rules before the call, the four stages, and the script in its own words. */
export function CallGuide({ card, me, dealership }: Props) {
  const t = useMessages(reminders)
  const f = useFormat()
  const { customer, vehicle } = card
  const name = `${customer.name}${customer.formOfAddress}`
  const stages = [
    { name: t.stages.prepare, text: t.stages.prepareText },
    { name: t.stages.greet, text: t.stages.greetText({ dealership, me }) },
    { name: t.stages.identity, text: t.stages.identityText({ name, plate: vehicle.plate }) },
    { name: t.stages.content, text: t.stages.contentText },
  ]
  return (
    <>
      <details className="rounded-card border-line border px-4 py-2">
        <summary className="flex min-h-11 cursor-pointer items-center font-medium">{t.rules.title}</summary>
        <div className="grid">
          {CALL_RULES.map((rule) => (
            <Checkbox key={rule} label={t.rules[rule]} />
          ))}
        </div>
      </details>
      <Section title={t.stages.title}>
        <ol className="marker:text-muted grid list-decimal gap-2 pl-5">
          {stages.map((stage) => (
            <li key={stage.name}>
              <strong className="font-medium">{stage.name}</strong>{' '}
              <span className="block">{stage.text}</span>
            </li>
          ))}
        </ol>
        <p className="mt-3 font-medium">{t.stages.readBack}</p>
        <p>
          <mark className="bg-amber-soft text-amber-ink tabular rounded-control px-1.5 py-0.5">
            {t.stages.readBackLine({ day: f.calendarDay(card.dueOn), plate: vehicle.plate })}
          </mark>
        </p>
        <p className="text-muted mt-2">{t.stages.end}</p>
      </Section>
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
