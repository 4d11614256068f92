import { Route } from 'lucide-react'
import type { FormAction } from '@/components/ui/action-form'
import { ActionForm } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { DigitsInput } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { km } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { quality } from '@/lib/i18n/quality'
import type { QueuedRoadTest } from '@/lib/quality/queue'
import { OneTap } from './one-tap'

const SHAPES = { queued: 'waiting', onRoad: 'now', done: 'done' } as const

type Props = {
  tests: QueuedRoadTest[]
  locale: Locale
  readerId: string
  /** Who may be permitted; empty for readers who permit nobody. */
  drivers: { id: string; name: string; nameEn: string }[]
  actions: Record<'permitDriver' | 'beginTrip' | 'endTrip', FormAction>
}

/** The queue of road tests: who may drive which car, who is on the road, and what was found. */
export function RoadTests({ tests, locale, readerId, drivers, actions }: Props) {
  const t = quality[locale]
  if (!tests.length)
    return (
      <Empty title={t.nothingOnRoad} icon={<Route aria-hidden />}>
        {t.nothingOnRoadLead}
      </Empty>
    )
  return (
    <ol className="tablet:grid-cols-2 desk:grid-cols-3 grid gap-4">
      {tests.map((test, index) => (
        <li key={test.id}>
          <Card className="flex h-full flex-col gap-3">
            <div className="flex flex-wrap items-center gap-3">
              <Plate plate={test.plate} />
              <span className="text-muted tabular min-w-0 flex-1 truncate text-sm">{test.no}</span>
              <Status shape={SHAPES[test.status]}>{t.roadStates[test.status]}</Status>
            </div>
            <p>{test.purpose}</p>
            <p className="text-muted text-sm">
              {test.driver && test.permittedBy
                ? t.permittedBy({ driver: test.driver, by: test.permittedBy })
                : t.noDriver}
              {test.status === 'queued' && ` · ${t.positionInQueue({ position: index + 1 })}`}
              {test.startedAt && (
                <>
                  {' · '}
                  <Time at={test.startedAt.toISOString()} />
                </>
              )}
            </p>
            {test.status === 'done' && (
              <p className="border-line border-t pt-2">
                <span className="tabular font-medium">{km(test.distanceKm ?? 0, locale)}</span> ·{' '}
                {test.finding}
              </p>
            )}
            <div className="mt-auto grid gap-2">
              {test.status === 'queued' && drivers.length > 0 && (
                <ActionForm action={actions.permitDriver} okMessage={t.permitted} className="gap-2">
                  <input type="hidden" name="roadTestId" value={test.id} />
                  <div className="flex items-end gap-2">
                    <Field label={t.driver} name="driverId" className="flex-1">
                      <Select
                        placeholder={t.chooseDriver}
                        defaultValue={test.driverId ?? ''}
                        options={drivers.map(({ id, name, nameEn }) => ({
                          value: id,
                          label: locale === 'en' && nameEn ? nameEn : name,
                        }))}
                      />
                    </Field>
                    <Submit variant={test.driver ? 'secondary' : 'primary'}>{t.permit}</Submit>
                  </div>
                </ActionForm>
              )}
              {test.driverId === readerId && test.status === 'queued' && (
                <OneTap
                  action={actions.beginTrip}
                  fields={{ roadTestId: test.id }}
                  okMessage={t.tripStarted}
                  size="large"
                  block
                >
                  {t.startTrip}
                </OneTap>
              )}
              {test.driverId === readerId && test.status === 'onRoad' && (
                <ConfirmButton
                  label={t.endTrip}
                  title={t.endTripTitle}
                  action={actions.endTrip}
                  okMessage={t.tripEnded}
                  variant="primary"
                  size="large"
                >
                  <input type="hidden" name="roadTestId" value={test.id} />
                  <Field label={t.distance} name="distanceKm" required>
                    <DigitsInput maxLength={3} />
                  </Field>
                  <Field label={t.finding} name="finding" required>
                    <Textarea rows={3} maxLength={1000} />
                  </Field>
                </ConfirmButton>
              )}
            </div>
          </Card>
        </li>
      ))}
    </ol>
  )
}
