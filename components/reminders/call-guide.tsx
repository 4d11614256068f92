'use client'

import { CallRules, CallStages } from '@/components/call/call-stages'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { reminders } from '@/lib/i18n/reminders'
import type { ContactCardView } from './views'

type Props = { card: ContactCardView; me: string; dealership: string }

/** Seven rules before the call, the four stages, and the script in its own words. */
export function CallGuide({ card, me, dealership }: Props) {
  const t = useMessages(reminders).stages
  const f = useFormat()
  const { customer, vehicle } = card
  return (
    <>
      <CallRules />
      <CallStages
        me={me}
        dealership={dealership}
        name={`${customer.name}${customer.formOfAddress}`}
        plate={vehicle.plate}
      >
        <p className="mt-3 font-medium">{t.readBack}</p>
        <p>
          <mark className="bg-amber-soft text-amber-ink tabular rounded-control px-1.5 py-0.5">
            {t.readBackLine({ day: f.calendarDay(card.dueOn), plate: vehicle.plate })}
          </mark>
        </p>
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
