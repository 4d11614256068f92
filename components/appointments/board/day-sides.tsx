import { TrendingDown, TrendingUp } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { Stretch } from '@/lib/appointments/board'
import type { BoardClosure, Commitment } from '@/lib/appointments/booking-board'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { closures as closureWords } from '@/lib/i18n/closures'
import { labourHours, percent, time } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type Reading = { locale: Locale; timeZone: string }

/** Peaks to shave and valleys to fill, in words (S1-62). */
export function Stretches({ stretches, ...zoned }: { stretches: readonly Stretch[] } & Reading) {
  const { locale } = zoned
  const t = bookingBoard[locale]
  if (stretches.length === 0) return <p className="text-muted">{t.level}</p>
  return (
    <ul className="tabular grid gap-2">
      {stretches.map((one) => {
        const facts = {
          from: time(one.from, zoned),
          to: time(one.to, zoned),
          rate: percent(one.rateBp, locale),
          hours: labourHours(one.minutes, locale),
        }
        const Icon = one.kind === 'peak' ? TrendingUp : TrendingDown
        return (
          <li key={one.from} className="flex gap-2">
            <Icon
              aria-hidden
              className={
                one.kind === 'peak'
                  ? 'text-vermilion-ink mt-0.5 size-4 shrink-0'
                  : 'text-muted mt-0.5 size-4 shrink-0'
              }
            />
            <span>
              {one.kind === 'peak' ? t.peak(facts) : t.valley(facts)}
              {one.tiring && <span className="text-vermilion-ink block text-sm">{t.tiring}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Bays that are out and hours that are blocked on this day (S1-69). */
export function Closures({ closures, ...zoned }: { closures: readonly BoardClosure[] } & Reading) {
  const { locale } = zoned
  const t = closureWords[locale]
  return (
    <ul className="tabular grid gap-2">
      {closures.map(({ id, bay, kind, skill, note, startsAt, endsAt }) => {
        const who = skill ? t.skilled({ skill: bookingBoard[locale].skills[skill] ?? skill }) : t.everybody
        const why = [kind && t.kinds[kind], note].filter(Boolean).join(' · ')
        const span = { from: time(startsAt, zoned), to: time(endsAt, zoned) }
        return <li key={id}>{t.board({ what: bay ?? who, ...span, why })}</li>
      })}
    </ul>
  )
}

/** Who is there that day, what they can do, and what is planned for them already (S1-36). */
export function Commitments({ technicians, ...zoned }: { technicians: readonly Commitment[] } & Reading) {
  const { locale } = zoned
  const t = bookingBoard[locale]
  if (technicians.length === 0) return <p className="text-muted">{t.noTechnicians}</p>
  const at = (span: { startsAt: string; endsAt: string }) =>
    `${time(span.startsAt, zoned)}–${time(span.endsAt, zoned)}`
  return (
    <ul className="divide-line -my-2 divide-y">
      {technicians.map(({ id, name, grade, skills, shifts, jobs }) => (
        <li key={id} className="grid gap-1 py-2">
          <span className="flex flex-wrap items-center gap-1.5">
            <span className="font-medium">{name}</span>
            {grade && <span className="text-muted text-sm">{t.grades[grade]}</span>}
            {skills.map((skill) => (
              <Badge key={skill}>{t.skills[skill] ?? skill}</Badge>
            ))}
          </span>
          <span className="text-muted tabular text-sm">
            {shifts.map((shift) => `${t.shiftKinds[shift.kind]} ${at(shift)}`).join(' · ')}
          </span>
          {jobs.length === 0 ? (
            <span className="text-muted text-sm">{t.nothingPlanned}</span>
          ) : (
            <ul className="tabular text-sm">
              {jobs.map((job) => (
                <li key={`${job.startsAt}${job.plate}`}>
                  {at(job)} {job.plate} {job.title}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
