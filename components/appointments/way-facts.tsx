import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Facts, Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { TimeRange } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { agreedWayOf, type FreeWays } from '@/lib/appointments/way'
import { km } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { ways } from '@/lib/i18n/ways'
import { WayChoice } from './way-choice'

type Interval = { startsAt: Date; endsAt: Date }
type Props = {
  of: {
    id: string
    status: string
    waiting: string
    pickUp: boolean
    pickUpAddress: string
    pickUpMetres: number | null
    loaner: boolean
    driverTrips: (Interval & { id: string; leg: string; driver: number })[]
    loanerStay: (Interval & { plate: string }) | null
  }
  locale: Locale
  /** Given to whoever may look the distance up. */
  settle?: FormAction
  /** Given to whoever may choose another way, with what is free at the time of the booking. */
  choose?: { action: FormAction; free: FreeWays }
}

/** A booking that was moved or called off has nothing reserved, and nothing is missing. */
const OVER = ['cancelled', 'rescheduled']

/** Who fetches the car and when, how far it is, and which loaner car is lent (S1-29, S1-50); what of it is missing. */
export function WayFacts({ of, locale, settle, choose }: Props) {
  const t = ways[locale].staff
  const { id, status, pickUp, pickUpAddress, pickUpMetres: metres, driverTrips, loanerStay } = of
  const [noDriver, noLoaner] = OVER.includes(status)
    ? [false, false]
    : [pickUp && driverTrips.length === 0, of.loaner && !loanerStay]
  const missed = status === 'noShow'
  const comesAlone = !pickUp && !loanerStay && !noLoaner
  if (comesAlone && (!choose || of.waiting === 'waits')) return null
  return (
    <Section title={comesAlone ? ways[locale].choice.title : t.title} card>
      {comesAlone ? (
        <p>{t.own}</p>
      ) : (
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
            ...(noDriver ? [{ term: t.drivers, value: missed ? t.driverFreed : t.driverMissing }] : []),
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
            ...(noLoaner ? [{ term: t.loaner, value: missed ? t.loanerFreed : t.loanerMissing }] : []),
          ]}
        />
      )}
      {pickUp && settle && <Distance {...{ id, metres, settle, locale }} />}
      {choose && <AnotherWay {...{ of, locale, choose }} />}
    </Section>
  )
}

function AnotherWay({ of, locale, choose }: Pick<Props, 'of' | 'locale'> & Required<Pick<Props, 'choose'>>) {
  const t = ways[locale].choice
  return (
    <div className="border-line mt-3 border-t pt-3">
      <ConfirmButton
        label={t.change}
        title={t.change}
        confirmLabel={t.save}
        action={choose.action}
        okMessage={t.changed}
      >
        <input type="hidden" name="appointmentId" value={of.id} />
        <WayChoice of={{ ...agreedWayOf(of), waits: false }} free={choose.free} />
      </ConfirmButton>
    </div>
  )
}

type Settling = { id: string; metres: number | null; settle: FormAction; locale: Locale }

/** The distance that the adviser looks up, and the no when it is too far. */
function Distance({ id, metres, settle, locale }: Settling) {
  const t = ways[locale].staff
  return (
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
  )
}
