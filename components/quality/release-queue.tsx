import { Droplets, Handshake } from 'lucide-react'
import type { FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Textarea } from '@/components/ui/textarea'
import type { Locale } from '@/lib/i18n/locales'
import { quality } from '@/lib/i18n/quality'
import type { AcceptingSide } from '@/lib/quality/acceptance'
import type { QueuedCar } from '@/lib/quality/queue'
import { CarCard } from './car-card'
import { OneTap } from './one-tap'

const GRID = 'grid gap-4 tablet:grid-cols-2 wall:grid-cols-4 desk:grid-cols-3'

type Props = {
  cars: QueuedCar[]
  locale: Locale
  may: { wash: boolean; reject: boolean; sides: AcceptingSide[] }
  actions: Record<'beginWash' | 'endWash' | 'accept' | 'reject', FormAction>
}

/** Cars that have passed: to the wash when the customer wants one, then accepted by adviser and technician together. */
export function ReleaseQueue({ cars, locale, may, actions }: Props) {
  const t = quality[locale]
  const passed = cars.filter(({ status }) => status === 'qcPassed' || status === 'washing')
  const toWash = passed.filter(({ wash, washedAt }) => wash === true && !washedAt)
  const toAccept = passed.filter((car) => !toWash.includes(car))
  return (
    <div className="grid gap-8">
      <Section title={t.toAccept} aside={toAccept.length || undefined}>
        <p className="text-muted mb-3 max-w-prose">{t.toAcceptLead}</p>
        {toAccept.length ? (
          <div className={GRID}>
            {toAccept.map((car) => (
              <CarCard key={car.orderId} car={car} locale={locale} note={<Sides car={car} locale={locale} />}>
                {may.sides
                  .filter((side) => !car.acceptedSides.includes(side) && (side === 'adviser' || car.ownWork))
                  .map((side) => (
                    <OneTap
                      key={side}
                      action={actions.accept}
                      fields={{ orderId: car.orderId, side }}
                      okMessage={t.accepted}
                    >
                      {may.sides.length > 1 ? t.acceptAs[side] : t.accept}
                    </OneTap>
                  ))}
                {may.reject && <SendBack orderId={car.orderId} locale={locale} action={actions.reject} />}
                <LinkButton href={`/quality/${car.orderId}`} variant="quiet">
                  {t.openSheet}
                </LinkButton>
              </CarCard>
            ))}
          </div>
        ) : (
          <Empty title={t.nothingToAccept} icon={<Handshake aria-hidden />}>
            {t.nothingToAcceptLead}
          </Empty>
        )}
      </Section>
      <Section title={t.toWash} aside={toWash.length || undefined}>
        {toWash.length ? (
          <div className={GRID}>
            {toWash.map((car) => (
              <CarCard
                key={car.orderId}
                car={car}
                locale={locale}
                note={
                  car.washStartedAt && (
                    <Status shape="now" className="w-fit">
                      {t.washing}
                    </Status>
                  )
                }
              >
                {may.wash && (
                  <OneTap
                    action={car.washStartedAt ? actions.endWash : actions.beginWash}
                    fields={{ orderId: car.orderId }}
                    okMessage={car.washStartedAt ? t.washFinished : t.washStarted}
                  >
                    {car.washStartedAt ? t.finishWash : t.startWash}
                  </OneTap>
                )}
              </CarCard>
            ))}
          </div>
        ) : (
          <Empty title={t.nothingToWash} icon={<Droplets aria-hidden />}>
            {t.nothingToWashLead}
          </Empty>
        )}
      </Section>
    </div>
  )
}

function Sides({ car, locale }: { car: QueuedCar; locale: Locale }) {
  const t = quality[locale]
  return (
    <p className="flex flex-wrap gap-2">
      {(['adviser', 'technician'] as const).map((side) => {
        const given = car.acceptedSides.includes(side)
        return (
          <Status key={side} shape={given ? 'done' : 'open'}>
            {given ? t.acceptedBy({ side: t.sides[side] }) : t.waitingFor({ side: t.sides[side] })}
          </Status>
        )
      })}
    </p>
  )
}

function SendBack({ orderId, locale, action }: { orderId: string; locale: Locale; action: FormAction }) {
  const t = quality[locale]
  return (
    <ConfirmButton label={t.reject} title={t.rejectTitle} action={action} okMessage={t.rejected}>
      <p className="text-muted">{t.rejectLead}</p>
      <input type="hidden" name="orderId" value={orderId} />
      <Field label={t.rejectReason} name="reason" required>
        <Textarea rows={3} maxLength={500} />
      </Field>
    </ConfirmButton>
  )
}
