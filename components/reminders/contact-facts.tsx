'use client'

import { CallScore } from '@/components/call/call-score'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Facts, Section } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { TraitOffers } from '@/components/visit/trait-offers'
import { nameIn } from '@/lib/core/name-in'
import { approvals } from '@/lib/i18n/approvals'
import { reminders } from '@/lib/i18n/reminders'
import { CALL_RULES } from '@/lib/reminders/contact'
import type { ContactCardView } from './views'

/** What is due and why, what is offered, what was declined, what was said before. */
export function ContactFacts({ card, score }: { card: ContactCardView; score: FormAction | null }) {
  const t = useMessages(reminders)
  const { safety } = useMessages(approvals)
  const locale = useLocale()
  return (
    <>
      <Due card={card} />
      <Section title={t.card.offer}>
        <Offer card={card} />
        <TraitOffers offers={card.traitOffers} />
      </Section>
      {card.declined.length > 0 && (
        <Section title={t.card.declined}>
          <ul className="grid gap-1">
            {card.declined.map((job) => (
              <li key={job.id}>
                {job.safety && <Badge tone="vermilion">{safety.badge}</Badge>}{' '}
                {locale === 'en' && job.titleEn ? job.titleEn : job.title}{' '}
                <Time at={job.on} show="day" className="text-muted text-sm" />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {card.customer.notes.length > 0 && (
        <Section title={t.card.notes}>
          <ul className="grid gap-1">
            {card.customer.notes.map((note) => (
              <li key={note.id}>
                {note.text} <Time at={note.at} show="day" className="text-muted text-sm" />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Attempts card={card} score={score} />
    </>
  )
}

function Due({ card: { due, vehicle, plan, listedAs, class: of } }: { card: ContactCardView }) {
  const t = useMessages(reminders)
  const f = useFormat()
  const locale = useLocale()
  const facts = [
    { term: t.card.car, value: [vehicle.brand, vehicle.model].filter(Boolean).join(' ') },
    ...(plan ? [{ term: t.card.plan, value: plan.name }] : []),
    ...(due
      ? [
          {
            term: t.card.lastService,
            value: `${f.calendarDay(due.baseOn)} · ${t.card.months({ count: due.monthsSince })}`,
          },
          {
            term: t.card.next,
            value: `${
              due.dueKm === null
                ? f.calendarDay(due.dueOn)
                : t.card.nextAt({ day: f.calendarDay(due.dueOn), km: f.km(due.dueKm) })
            } · ${t.why[due.reason]}${due.advised ? ` · ${t.card.advised}` : ''}`,
          },
          ...(due.usage === 'readings' && due.remainingKm !== null
            ? [
                {
                  term: t.card.remaining,
                  value:
                    due.remainingKm >= 0
                      ? t.left({ km: f.km(due.remainingKm) })
                      : t.over({ km: f.km(-due.remainingKm) }),
                },
              ]
            : []),
          {
            term: t.card.use,
            value:
              due.usage === 'readings'
                ? t.card.perDay({ km: f.number(Math.round(due.metresPerDay / 100) / 10) })
                : t.card.byInterval,
          },
        ]
      : []),
  ]
  return (
    <Section
      title={t.card.why}
      aside={of === listedAs ? undefined : t.card.listedAs({ list: t.classes[listedAs] })}
    >
      <Facts facts={facts} />
      {due && due.items.length > 0 && (
        <>
          <h3 className="mt-3 font-medium">{t.card.items}</h3>
          <ul className="list-disc pl-5">
            {due.items.map((item) => (
              <li key={item.code}>
                {nameIn(item, locale)}{' '}
                <span className="text-muted text-sm">
                  {t.card.every({
                    km: item.everyKm === null ? null : f.km(item.everyKm),
                    months: item.everyMonths,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Offer({ card: { offered, quote, discountBp, plan } }: { card: ContactCardView }) {
  const t = useMessages(reminders).card
  const f = useFormat()
  const locale = useLocale()
  return (
    <div className="grid gap-1">
      {offered ? (
        <p>
          <strong className="font-medium">{nameIn(offered, locale)}</strong>
          {quote && ` · ${t.price({ price: f.money(quote.fen), early: f.money(quote.earlyFen) })}`}
        </p>
      ) : (
        <p className="text-muted">{t.noOffer}</p>
      )}
      {discountBp < 10_000 && <p>{t.labour({ share: f.percent(10_000 - discountBp) })}</p>}
      {plan?.offer && <p>{plan.offer}</p>}
    </div>
  )
}

type AttemptsProps = { card: ContactCardView; score: FormAction | null }

function Attempts({ card: { contactAttempts, attemptLimit }, score }: AttemptsProps) {
  const t = useMessages(reminders)
  const locale = useLocale()
  if (contactAttempts.length === 0) return null
  const misses = contactAttempts.filter(({ result, written }) => result === 'notReached' && !written).length
  return (
    <Section title={t.card.attempts} aside={t.card.triesOf({ count: misses, limit: attemptLimit })}>
      <ul className="grid gap-1">
        {contactAttempts.map((one) => (
          <li key={one.id} className="tabular">
            <Time at={one.at} /> · {one.written ? t.attempt.written : t.attempt.results[one.result]} ·{' '}
            {t.channels[one.channel]}
            {one.by && ` · ${t.card.by({ name: nameIn(one.by, locale) })}`}
            {one.callSteps.length > 0 && (
              <span className="text-muted">
                {' '}
                · {t.card.checks({ count: one.callSteps.length, of: CALL_RULES.length })}
              </span>
            )}
            {one.callStages.length > 0 && (
              <span className="text-muted">
                {' '}
                · {t.card.stages({ stages: one.callStages.map((stage) => t.stages[stage]) })}
              </span>
            )}
            {one.script && <span className="text-muted"> · {t.card.scriptVersion(one.script)}</span>}
            {(one.summary || one.need) && (
              <span className="text-muted block">{[one.summary, one.need].filter(Boolean).join(' · ')}</span>
            )}
            {one.reached && one.channel === 'phone' && (score ?? one.callScore) && (
              <CallScore of={{ attemptId: one.id }} score={one.callScore} action={score} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
