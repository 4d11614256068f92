import { Card, Section } from '@/components/ui/card'
import { ChipLink } from '@/components/ui/chip'
import { Progress } from '@/components/ui/progress'
import type { Locale } from '@/lib/core/locale'
import { calendarDay, percent } from '@/lib/i18n/format'
import { reminders } from '@/lib/i18n/reminders'
import { FIGURE_DAYS } from '@/lib/reminders/schemas'

type Figures = {
  days: number
  from: string
  contacted: number
  reached: number
  booked: number
  reachedBp: number | null
  bookedOfContactedBp: number | null
  bookedOfReachedBp: number | null
  targetBp: number
  referenceBp: number | null
  written: number
  verified: number
  customers: number
  active: number
  passive: number
}

/** The rates of the period, each with its formula beside it. */
export function ContactFigures({
  figures,
  locale,
  href,
}: {
  figures: Figures
  locale: Locale
  href: string
}) {
  const t = reminders[locale].figures
  const { contacted, reached, booked, targetBp, referenceBp, verified, customers } = figures
  const verifiedBp = customers === 0 ? null : Math.round((verified * 10_000) / customers)
  const rates = [
    { name: t.reached, formula: t.reachedFormula, bp: figures.reachedBp, part: reached, whole: contacted, target: t.target({ share: percent(targetBp, locale) }), below: (figures.reachedBp ?? targetBp) < targetBp },
    { name: t.booked, formula: t.bookedFormula, bp: figures.bookedOfContactedBp, part: booked, whole: contacted, target: referenceBp ? t.reference({ share: percent(referenceBp, locale) }) : '', below: false },
    { name: t.bookedReached, formula: t.bookedReachedFormula, bp: figures.bookedOfReachedBp, part: booked, whole: reached, target: '', below: false },
    { name: t.verified, formula: t.verifiedFormula, bp: verifiedBp, part: verified, whole: customers, target: '', below: false },
  ] // prettier-ignore
  return (
    <Section
      title={t.title}
      aside={t.since({ day: calendarDay(figures.from, locale) })}
      action={
        <nav aria-label={t.period} className="flex flex-wrap gap-2">
          {FIGURE_DAYS.map((count) => (
            <ChipLink
              key={count}
              href={`${href}&days=${count}`}
              current={count === figures.days}
              scroll={false}
            >
              {t.days({ count })}
            </ChipLink>
          ))}
        </nav>
      }
    >
      <ul className="tablet:grid-cols-2 desk:grid-cols-4 grid gap-4">
        {rates.map(({ name, formula, bp, part, whole, target, below }) => (
          <li key={name}>
            <Card className="grid h-full content-start gap-1.5">
              <h3 className="font-medium">{name}</h3>
              {bp === null ? (
                <p className="text-muted">{t.none}</p>
              ) : (
                <>
                  <p className="font-title tabular text-2xl font-semibold">{percent(bp, locale)}</p>
                  <Progress value={part} max={whole} label={name} tone={below ? 'amber' : 'celadon'} />
                  <p className="text-muted tabular text-sm">
                    {[t.counted({ part, whole }), target].filter(Boolean).join(' · ')}
                  </p>
                </>
              )}
              <p className="text-muted text-sm">{formula}</p>
            </Card>
          </li>
        ))}
      </ul>
      <p className="text-muted tabular mt-2 text-sm">
        {t.written({ count: figures.written })} · {t.kinds(figures)}
      </p>
    </Section>
  )
}
