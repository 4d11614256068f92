import { ClipboardCheck } from 'lucide-react'
import type { FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import type { Locale } from '@/lib/i18n/locales'
import { quality } from '@/lib/i18n/quality'
import type { QueuedCar } from '@/lib/quality/queue'
import { CarCard } from './car-card'
import { OneTap } from './one-tap'

const GRID = 'grid gap-4 tablet:grid-cols-2 wall:grid-cols-4 desk:grid-cols-3'

type Props = { cars: QueuedCar[]; locale: Locale; mayInspect: boolean; readerId: string; take: FormAction }

/** Cars that wait for the inspector, that are being inspected, and that went back to the technician. */
export function CheckQueue({ cars, locale, mayInspect, readerId, take }: Props) {
  const t = quality[locale]
  const waiting = cars.filter(({ status }) => status === 'workDone')
  const inCheck = cars
    .filter(({ status }) => status === 'qc')
    .toSorted((a, b) => Number(b.inspectorId === readerId) - Number(a.inspectorId === readerId))
  const rework = cars.filter(({ status }) => status === 'rework')
  return (
    <div className="grid gap-8">
      {inCheck.length > 0 && (
        <Section title={t.inCheck} aside={inCheck.length}>
          <div className={GRID}>
            {inCheck.map((car) => (
              <CarCard
                key={car.orderId}
                car={car}
                locale={locale}
                note={
                  <Status shape="now" className="w-fit">
                    {car.inspector} · {t.round({ round: car.round })}
                  </Status>
                }
              >
                <LinkButton
                  href={`/quality/${car.orderId}`}
                  variant={car.inspectorId === readerId ? 'primary' : 'secondary'}
                >
                  {car.inspectorId === readerId ? t.continueSheet : t.openSheet}
                </LinkButton>
              </CarCard>
            ))}
          </div>
        </Section>
      )}
      <Section title={t.toInspect} aside={waiting.length || undefined}>
        {waiting.length ? (
          <div className={GRID}>
            {waiting.map((car) => (
              <CarCard
                key={car.orderId}
                car={car}
                locale={locale}
                note={
                  car.openRequests > 0 ? (
                    <p className="text-amber-ink text-sm">
                      <b className="font-medium">{t.requestsOpen({ count: car.openRequests })}.</b>{' '}
                      {t.requestsOpenLead}
                    </p>
                  ) : mayInspect && car.ownWork ? (
                    <p className="text-amber-ink text-sm">
                      <b className="font-medium">{t.ownWork}.</b> {t.ownWorkLead}
                    </p>
                  ) : undefined
                }
              >
                {mayInspect && !car.ownWork && car.openRequests === 0 && (
                  <OneTap action={take} fields={{ orderId: car.orderId }} variant="primary">
                    {t.take}
                  </OneTap>
                )}
                <LinkButton href={`/quality/${car.orderId}`}>{t.openSheet}</LinkButton>
              </CarCard>
            ))}
          </div>
        ) : (
          <Empty title={t.nothingToInspect} icon={<ClipboardCheck aria-hidden />}>
            {t.nothingToInspectLead}
          </Empty>
        )}
      </Section>
      {rework.length > 0 && (
        <Section title={t.inRework} aside={rework.length}>
          <div className={GRID}>
            {rework.map((car) => (
              <CarCard key={car.orderId} car={car} locale={locale}>
                <LinkButton href={`/quality/${car.orderId}`}>{t.openSheet}</LinkButton>
              </CarCard>
            ))}
          </div>
        </Section>
      )}
    </div>
  )
}
