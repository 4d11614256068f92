'use client'

import { ClipboardCheck, CloudRain, Monitor, Snowflake, Sun, TriangleAlert, Umbrella } from 'lucide-react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Submit } from '@/components/ui/submit'
import { Plate } from '@/components/visit/plate'
import { nameIn } from '@/lib/core/name-in'
import { floor } from '@/lib/i18n/floor'
import type { FloorBay } from '@/lib/reception/floor'
import { StaffName } from './person-name'

type Props = {
  weather: 'rain' | 'snow' | null
  bays: FloorBay[]
  unmet: number
  checked: boolean
  setWeather?: FormAction
  checks: boolean
}

/** What concerns the whole reception: the weather with its task, the checklist of the shift, cars nobody met, the bays. */
export function FloorStrip({ weather, bays, unmet, checked, setWeather, checks }: Props) {
  const t = useMessages(floor)
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {setWeather && <Weather weather={weather} action={setWeather} />}
        {weather && (
          <p className="rounded-control bg-amber-soft text-amber-ink flex min-h-11 items-center gap-2 px-3 py-1">
            <Umbrella aria-hidden className="size-5 shrink-0" /> {t.weather.umbrella}
          </p>
        )}
        {checks && (
          <LinkButton
            href="/reception/shift"
            variant="secondary"
            icon={
              <ClipboardCheck
                aria-hidden
                className={checked ? 'text-pine size-4' : 'text-amber-ink size-4'}
              />
            }
          >
            {checked ? t.shift.link : t.shift.open}
          </LinkButton>
        )}
        {unmet > 0 && (
          <LinkButton
            href="/reception/shift#unmet"
            variant="secondary"
            icon={<TriangleAlert aria-hidden className="text-vermilion-ink size-4" />}
          >
            {t.unmet.waiting({ count: unmet })}
          </LinkButton>
        )}
        {bays.length > 0 && (
          <LinkButton
            href="/reception/screen"
            variant="quiet"
            icon={<Monitor aria-hidden className="size-4" />}
          >
            {t.bays.screen}
          </LinkButton>
        )}
      </div>
      {bays.length > 0 && <Bays bays={bays} />}
    </div>
  )
}

function Bays({ bays }: { bays: FloorBay[] }) {
  const t = useMessages(floor).bays
  const locale = useLocale()
  return (
    <section>
      <h2 className="sr-only">{t.title}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-2">
        {bays.map(({ id, car, ...bay }) => (
          <li
            key={id}
            className="rounded-card border-line bg-surface flex min-h-12 flex-wrap items-center justify-between gap-x-3 border px-3"
          >
            <span className="font-medium">{nameIn(bay, locale)}</span>
            {car ? (
              <Link href={`/reception/${car.visitId}`} className="flex min-h-11 flex-wrap items-center gap-2">
                <Plate plate={car.plate} size="small" />
                <StaffName person={car.adviser} none="" />
              </Link>
            ) : (
              <Status shape="done">{t.free}</Status>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const KINDS = [
  ['none', Sun],
  ['rain', CloudRain],
  ['snow', Snowflake],
] as const

function Weather({ weather, action }: { weather: Props['weather']; action: FormAction }) {
  const t = useMessages(floor).weather
  return (
    <ActionForm action={action} okMessage={t.set} className="gap-1!">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t.title}</legend>
        {KINDS.map(([kind, Icon]) => (
          <Submit
            key={kind}
            name="kind"
            value={kind}
            variant={(weather ?? 'none') === kind ? 'primary' : 'secondary'}
            aria-pressed={(weather ?? 'none') === kind}
            icon={<Icon aria-hidden className="size-4" />}
          >
            {t[kind]}
          </Submit>
        ))}
      </fieldset>
    </ActionForm>
  )
}

/** S2-10 at the car itself. */
export function UmbrellaReady() {
  const t = useMessages(floor).weather
  return (
    <p className="flex items-center gap-2 text-lg font-medium">
      <Umbrella aria-hidden className="size-6 shrink-0" /> {t.umbrella}
    </p>
  )
}
