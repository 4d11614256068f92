import { Submit } from '@/components/ui/submit'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import type { GradeTerm } from '@/lib/dealership/lay-out'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { appointments } from '@/lib/i18n/appointments'
import { labourHours, percent } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { RESERVE_USES, type Reserve } from '@/lib/workshop/reserve'

type Capacity = Reserve & {
  technicians: number
  grades: GradeTerm[]
  attendanceMinutes: number
  productivityBp: number
  bookableMinutes: number
}

/** The formula of the day's capacity term by term, and what its reserve was used for (S1-55). */
export function ReserveUse({ of, rateBp, locale }: { of: Capacity; rateBp: number; locale: Locale }) {
  const t = appointments[locale].reserve
  const hours = (minutes: number) => labourHours(minutes, locale)
  return (
    <div className="rounded-card border-line bg-surface grid gap-3 border p-4">
      {of.grades.length > 0 && (
        <ul className="text-muted tabular text-sm" aria-label={t.byGrade}>
          {of.grades.map(({ grade, people, minutes, factorBp }) => (
            <li key={grade}>
              {t.gradeTerm({
                people,
                grade: bookingBoard[locale].grades[grade],
                each: hours(Math.round(minutes / people)),
                factor: percent(factorBp, locale),
                worth: hours(Math.floor((minutes * factorBp) / 10_000)),
              })}
            </li>
          ))}
        </ul>
      )}
      {of.technicians > 0 && (
        <p className="tabular">
          {t.formula({
            technicians: of.technicians,
            each: hours(Math.round(of.attendanceMinutes / of.technicians)),
            productivity: percent(of.productivityBp, locale),
            rate: percent(rateBp, locale),
            bookable: hours(of.bookableMinutes),
          })}
        </p>
      )}
      <dl className="grid grid-cols-[1fr_max-content] gap-x-4 gap-y-1">
        <dt className="font-medium">{t.reserve}</dt>
        <dd className="tabular text-right font-medium">{hours(of.reserveMinutes)}</dd>
        {RESERVE_USES.map((use) => (
          <div key={use} className="contents">
            <dt className="text-muted">{t.uses[use]}</dt>
            <dd className="tabular text-right">{hours(of.used[use])}</dd>
          </div>
        ))}
        <dt className="font-medium">{of.leftMinutes < 0 ? t.overdrawn : t.left}</dt>
        <dd className="tabular text-right font-medium">{hours(Math.abs(of.leftMinutes))}</dd>
      </dl>
      {of.leftMinutes < 0 && (
        <p className="text-vermilion-ink tabular">
          {t.shrunk({
            bookable: hours(of.bookableMinutes),
            over: hours(-of.leftMinutes),
            open: hours(Math.max(0, of.openMinutes)),
          })}
        </p>
      )}
      <p className="text-muted text-sm">{t.counted}</p>
    </div>
  )
}

/** Raises the booking rate by one step, as far as the operating band goes (S1-54). */
export function RateStep({ nextBp, action, locale }: { nextBp: number; action: FormAction; locale: Locale }) {
  const t = appointments[locale].reserve
  return (
    <ActionForm action={action} okMessage={t.raised} className="mt-3">
      <input type="hidden" name="key" value="booking.rateBp" />
      <input type="hidden" name="text" value={nextBp / 100} />
      <Submit variant="secondary">{t.raise({ rate: percent(nextBp, locale) })}</Submit>
    </ActionForm>
  )
}
