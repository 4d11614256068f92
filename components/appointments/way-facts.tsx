import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Facts, Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { TimeRange } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { km } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { ways } from '@/lib/i18n/ways'

type Interval = { startsAt: Date; endsAt: Date }
type Props = {
  of: {
    id: string
    pickUp: boolean
    pickUpAddress: string
    pickUpMetres: number | null
    driverTrips: (Interval & { id: string; leg: string; driver: number })[]
    loanerStay: (Interval & { plate: string }) | null
  }
  locale: Locale
  /** Given to whoever may look the distance up. */
  settle?: FormAction
}

/** Who fetches the car and when, how far it is, and which loaner car is lent (S1-29, S1-50). */
export function WayFacts({ of, locale, settle }: Props) {
  const t = ways[locale].staff
  const { id, pickUp, pickUpAddress, pickUpMetres: metres, driverTrips, loanerStay } = of
  if (!pickUp && !loanerStay) return null
  return (
    <Section title={t.title} card>
      <Facts
        facts={[
          ...(pickUp
            ? [
                { term: t.address, value: pickUpAddress },
                {
                  term: t.distance,
                  value: metres === null ? t.unknown : km(Math.round(metres / 100) / 10, locale),
                },
              ]
            : []),
          ...driverTrips.map(({ leg, driver, startsAt, endsAt }) => ({
            term: t.trips[leg as 'pickUp' | 'return'],
            value: (
              <>
                <TimeRange from={startsAt} to={endsAt} /> · {t.driver({ no: driver })}
              </>
            ),
          })),
          ...(loanerStay
            ? [
                {
                  term: t.loaner,
                  value: (
                    <span className="flex flex-wrap items-center gap-2">
                      <Plate plate={loanerStay.plate} />
                      <TimeRange from={loanerStay.startsAt} to={loanerStay.endsAt} />
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {pickUp && settle && (
        <div className="border-line mt-3 flex flex-wrap items-end gap-3 border-t pt-3">
          <ActionForm action={settle} okMessage={t.kept} className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="appointmentId" value={id} />
            <Field label={t.km} name="km" required>
              <Input
                inputMode="decimal"
                autoComplete="off"
                className="tabular max-w-32"
                defaultValue={metres === null ? '' : String(Math.round(metres / 100) / 10)}
              />
            </Field>
            <Submit variant="secondary">{t.keep}</Submit>
          </ActionForm>
          <ConfirmButton label={t.drop} title={t.dropTitle} action={settle} okMessage={t.dropped}>
            <input type="hidden" name="appointmentId" value={id} />
            <input type="hidden" name="drop" value="on" />
            <p>{t.dropLead}</p>
          </ConfirmButton>
        </div>
      )}
    </Section>
  )
}
