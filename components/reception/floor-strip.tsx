'use client'

import { CloudRain, Snowflake, Sun, Umbrella } from 'lucide-react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
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
    <div className="grid gap-4">
      {weather && <Notice kind="warning">{t.weather.umbrella}</Notice>}
      <div className="flex flex-wrap items-end gap-2">
        {setWeather && <Weather weather={weather} action={setWeather} />}
        {checks && (
          <LinkButton href="/reception/shift" variant="secondary">
            {checked ? t.shift.link : t.shift.open}
          </LinkButton>
        )}
        {unmet > 0 && (
          <LinkButton href="/reception/shift#unmet" variant="secondary">
            {t.unmet.waiting({ count: unmet })}
          </LinkButton>
        )}
        {bays.length > 0 && (
          <LinkButton href="/reception/screen" variant="quiet">
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
    <Section title={t.title}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-2">
        {bays.map(({ id, car, ...bay }) => (
          <li key={id} className="rounded-card border-line bg-surface grid content-start gap-1 border p-3">
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
    </Section>
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
