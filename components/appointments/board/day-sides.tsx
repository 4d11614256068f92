import { TrendingDown, TrendingUp } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { Stretch } from '@/lib/appointments/board'
import type { Commitment } from '@/lib/appointments/booking-board'
import { bookingBoard } from '@/lib/i18n/booking-board'
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
